import type { CategorySeed } from './product-seed';

export const clothing: CategorySeed = {
  slug: 'clothing',
  name: 'Clothing',
  products: [
    {
      name: 'Fisherman’s Wool Jumper',
      priceCents: 98_00,
      stock: 34,
      drawn: ['jumper', 'navy'],
      description:
        'A dense ribbed sweater that keeps the wind out on deck and the cold out in town. Knitted in one piece, without seams that rub.',
      details: { Material: 'merino wool', Fit: 'regular', Care: 'hand wash' },
    },
    {
      name: 'Cloud Cashmere Cardigan',
      priceCents: 145_00,
      stock: 14,
      drawn: ['cardigan', 'rose'],
      description:
        'Fine cashmere with horn buttons, light enough for the office and warm enough for the walk home.',
      details: { Material: 'cashmere', Fit: 'relaxed', Care: 'wool wash' },
    },
    {
      name: 'Northwind Down Parka',
      priceCents: 229_00,
      stock: 16,
      drawn: ['coat', 'olive'],
      description:
        'The coat for real winter: recycled down, a deep hood and cuffs that close against snow. Warm to minus twenty.',
      details: { Filling: 'recycled down', Shell: 'waterproof nylon', Length: 'mid-thigh' },
    },
    {
      name: 'Drizzle Rain Jacket',
      priceCents: 119_00,
      stock: 28,
      drawn: ['raincoat', 'lemon'],
      description:
        'Waterproof, windproof and breathable, with taped seams. Packs into its own pocket for the day the forecast is wrong.',
      details: { Membrane: '10,000 mm', Weight: '340 g', Hood: 'adjustable' },
    },
    {
      name: 'Oxford Cotton Shirt',
      priceCents: 59_00,
      stock: 51,
      drawn: ['shirt', 'sky'],
      description:
        'A button-down shirt that looks right with a tie and better without. The cloth softens with each wash.',
      details: { Material: 'organic cotton', Fit: 'slim', Care: 'machine wash 40 °C' },
    },
    {
      name: 'Heavyweight T-Shirt',
      priceCents: 28_00,
      stock: 140,
      drawn: ['tee', 'ivory'],
      description:
        'Thick jersey that keeps its shape and does not show what is under it. Cut straight, with a collar that stays flat.',
      details: { Material: 'organic cotton, 240 g/m²', Fit: 'boxy' },
    },
    {
      name: 'Selvedge Denim Jeans',
      priceCents: 110_00,
      stock: 30,
      drawn: ['trousers', 'navy'],
      description:
        'Dark, stiff denim that fades to your own pattern. Straight legs, five pockets, and a repair kit in the back one.',
      details: { Material: 'cotton, 13.5 oz', Fit: 'straight' },
    },
    {
      name: 'Trail Hiking Trousers',
      priceCents: 79_00,
      stock: 27,
      drawn: ['trousers', 'brown'],
      description:
        'Stretch cloth for long walks in the hills. They dry on the leg, shed a shower, and zip off above the knee.',
      details: { Material: 'nylon, elastane', Pockets: '6', Weight: '390 g' },
    },
    {
      name: 'Linen Summer Dress',
      priceCents: 86_00,
      stock: 24,
      drawn: ['dress', 'coral'],
      description: 'A loose, airy dress for hot days and warm nights, with pockets. Wrinkles are part of it.',
      details: { Material: 'linen', Length: 'midi', Care: 'machine wash 30 °C' },
    },
    {
      name: 'Pleated Midi Skirt',
      priceCents: 64_00,
      stock: 26,
      drawn: ['skirt', 'green'],
      description:
        'Pleats that swing and keep their line after a day of sitting. An elastic back makes it as comfortable as it looks formal.',
      details: { Material: 'recycled polyester', Length: 'midi' },
    },
    {
      name: 'Ribbed Wool Beanie',
      priceCents: 25_00,
      stock: 88,
      drawn: ['beanie', 'red'],
      description:
        'A soft knitted hat that covers the ears and does not itch. Double-layered at the brim where the wind bites.',
      details: { Material: 'merino wool', Size: 'one size' },
    },
    {
      name: 'Wide-Brim Sun Hat',
      priceCents: 37_00,
      stock: 33,
      drawn: ['sun-hat', 'sand'],
      description:
        'Shade for face and neck at the beach and in the garden. Woven paper straw that rolls up in a suitcase and springs back.',
      details: { Material: 'paper straw', Protection: 'UPF 50+' },
    },
    {
      name: 'Canvas Baseball Cap',
      priceCents: 24_00,
      stock: 67,
      drawn: ['cap', 'slate'],
      description:
        'A washed cotton cap with a curved peak and a brass buckle. Goes with you running, or to the shop.',
      details: { Material: 'cotton canvas', Size: 'adjustable' },
    },
    {
      name: 'Oversized Check Scarf',
      priceCents: 44_00,
      stock: 39,
      drawn: ['scarf', 'amber'],
      description:
        'Half scarf, half blanket: wrap it twice around the neck in winter or spread it over your knees on a train.',
      details: { Material: 'wool, viscose', Size: '200 × 70 cm' },
    },
    {
      name: 'Touchscreen Knit Gloves',
      priceCents: 21_00,
      stock: 92,
      drawn: ['gloves', 'charcoal'],
      description:
        'Warm hands that can still answer the phone. A conductive thread in three fingertips, a fleece lining everywhere else.',
      details: { Material: 'wool blend', Lining: 'fleece' },
    },
    {
      name: 'Merino Hiking Socks, Three Pairs',
      priceCents: 38_00,
      stock: 75,
      drawn: ['socks', 'teal'],
      description:
        'Cushioned at heel and toe, they prevent blisters on long walks. Wool keeps feet dry and can be worn for days without smelling.',
      details: { Material: 'merino wool, nylon', Height: 'crew' },
    },
    {
      name: 'Quilted Gilet',
      priceCents: 74_00,
      stock: 29,
      drawn: ['gilet', 'green'],
      description:
        'A light, padded vest to put over a shirt in spring or under a coat in winter. Two-way zip, four pockets.',
      details: { Filling: 'recycled polyester', Fit: 'regular' },
    },
    {
      name: 'Flannel Pyjamas',
      priceCents: 57_00,
      stock: 31,
      drawn: ['pyjamas', 'violet'],
      description:
        'Brushed cotton nightwear that feels slept in from the first night. A loose top with buttons and trousers with a drawstring.',
      details: { Material: 'cotton flannel', Care: 'machine wash 40 °C' },
    },
    {
      name: 'Waffle Bathrobe',
      priceCents: 69_00,
      stock: 22,
      drawn: ['robe', 'ivory'],
      description:
        'Dries you after a shower without the weight of terry. Deep pockets, a shawl collar and a loop to hang it by.',
      details: { Material: 'organic cotton', Length: 'knee' },
    },
    {
      name: 'Racerback Running Top',
      priceCents: 34_00,
      stock: 54,
      drawn: ['tank', 'lemon'],
      description:
        'A feather-light vest for running and the gym that takes sweat away from the skin. Flat seams, reflective trim.',
      details: { Material: 'recycled polyester', Weight: '85 g' },
    },
  ],
};
