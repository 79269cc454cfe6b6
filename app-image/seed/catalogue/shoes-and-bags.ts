import type { CategorySeed } from './product-seed';

export const shoesAndBags: CategorySeed = {
  slug: 'shoes-and-bags',
  name: 'Shoes and bags',
  products: [
    {
      name: 'Ridge Hiking Boots',
      priceCents: 159_00,
      stock: 21,
      drawn: ['boot', 'brown'],
      description:
        'Waterproof leather boots for rocky paths and wet meadows. A stiff sole spares the foot, and the ankle is held without pinching.',
      details: { Upper: 'nubuck leather', Sole: 'grippy rubber', Weight: '620 g each' },
    },
    {
      name: 'Pace Running Shoes',
      priceCents: 124_00,
      stock: 38,
      drawn: ['sneaker', 'lemon'],
      description:
        'Soft under the heel and quick off the toe, for daily kilometres on the road. The mesh lets air through and keeps its form.',
      details: { Drop: '8 mm', Weight: '245 g', Use: 'road' },
    },
    {
      name: 'Court Leather Sneakers',
      priceCents: 99_00,
      stock: 43,
      drawn: ['sneaker', 'ivory'],
      description:
        'Plain white trainers that go with jeans and with a suit. Full leather inside and out, stitched to the sole.',
      details: { Upper: 'leather', Sole: 'natural rubber' },
    },
    {
      name: 'Chelsea Ankle Boots',
      priceCents: 135_00,
      stock: 19,
      drawn: ['chelsea', 'charcoal'],
      description:
        'Elastic sides and a loop at the heel: on in a second, smart enough for the evening. The welted sole can be replaced.',
      details: { Upper: 'calf leather', Sole: 'welted rubber' },
    },
    {
      name: 'Cork Footbed Sandals',
      priceCents: 72_00,
      stock: 36,
      drawn: ['sandal', 'brown'],
      description:
        'A cork bed takes the shape of your foot over a summer. Two buckles, no break-in, good for long city days.',
      details: { Straps: 'suede', Footbed: 'cork, latex' },
    },
    {
      name: 'Felt House Slippers',
      priceCents: 42_00,
      stock: 47,
      drawn: ['slipper', 'slate'],
      description:
        'Warm feet on cold floors. Thick wool felt with a quiet rubber sole that may step out to the letter box.',
      details: { Material: 'wool felt', Sole: 'rubber' },
    },
    {
      name: 'Puddle Rubber Boots',
      priceCents: 55_00,
      stock: 33,
      drawn: ['wellington', 'green'],
      description:
        'Tall wellingtons for rain, mud and the garden. A lining that dries overnight and a heel ridge for pulling them off.',
      details: { Material: 'natural rubber', Height: '34 cm' },
    },
    {
      name: 'Commuter Backpack',
      priceCents: 88_00,
      stock: 31,
      drawn: ['backpack', 'navy'],
      description:
        'A padded sleeve for a laptop, a dry pocket for a lunch and a strap that fits a suitcase handle. Water runs off it.',
      details: { Volume: '20 l', Laptop: 'up to 16 inches', Material: 'recycled polyester' },
    },
    {
      name: 'Summit Trekking Pack',
      priceCents: 179_00,
      stock: 13,
      drawn: ['backpack', 'coral'],
      description:
        'Carries a week in the mountains on the hips instead of the shoulders. The back length adjusts, and a rain cover hides in the base.',
      details: { Volume: '55 l', Weight: '1.6 kg', Load: 'up to 18 kg' },
    },
    {
      name: 'Market Canvas Tote',
      priceCents: 22_00,
      stock: 110,
      drawn: ['tote', 'ivory'],
      description:
        'A strong shopping bag for groceries and books with handles long enough for the shoulder. Replaces a thousand plastic bags.',
      details: { Material: 'cotton canvas', Load: '15 kg' },
    },
    {
      name: 'Saddle Crossbody Bag',
      priceCents: 112_00,
      stock: 20,
      drawn: ['handbag', 'brown'],
      description:
        'A small leather handbag for phone, keys and purse that leaves the hands free. Closes with a magnet and ages well.',
      details: { Material: 'vegetable-tanned leather', Size: '22 × 17 × 7 cm' },
    },
    {
      name: 'Cabin Suitcase',
      priceCents: 149_00,
      stock: 18,
      drawn: ['suitcase', 'teal'],
      description:
        'Hard-shell hand luggage that fits the overhead locker of every airline. Four silent wheels and a lock for customs.',
      details: { Volume: '38 l', Weight: '2.7 kg', Size: '55 × 40 × 20 cm' },
    },
    {
      name: 'Weekend Duffel',
      priceCents: 95_00,
      stock: 23,
      drawn: ['duffel', 'olive'],
      description:
        'A travel bag for two nights away with a separate place for shoes. Opens wide, so you see what you packed.',
      details: { Volume: '40 l', Material: 'waxed canvas, leather' },
    },
    {
      name: 'Slim Card Wallet',
      priceCents: 39_00,
      stock: 71,
      drawn: ['wallet', 'charcoal'],
      description:
        'Holds eight cards and folded notes and disappears in a front pocket. A lining stops contactless cards being read.',
      details: { Material: 'leather', Size: '10 × 7 cm' },
    },
    {
      name: 'Full-Grain Leather Belt',
      priceCents: 46_00,
      stock: 49,
      drawn: ['belt', 'brown'],
      description:
        'One thick strap of leather and a solid brass buckle. It will outlast several pairs of trousers.',
      details: { Width: '3.5 cm', Material: 'full-grain leather' },
    },
    {
      name: 'Storm Umbrella',
      priceCents: 48_00,
      stock: 44,
      drawn: ['umbrella', 'red'],
      description:
        'Vented so that gusts pass through instead of turning it inside out. Opens with a button, wide enough for two.',
      details: { Diameter: '120 cm', Frame: 'fibreglass', Weight: '560 g' },
    },
    {
      name: 'Polarised Sunglasses',
      priceCents: 79_00,
      stock: 35,
      drawn: ['sunglasses', 'brown'],
      description:
        'They take the glare off water, snow and wet roads. A light acetate frame in a classic shape, with a hard case.',
      details: { Lenses: 'polarised, UV 400', Frame: 'acetate' },
    },
    {
      name: 'Toiletry Roll',
      priceCents: 33_00,
      stock: 40,
      drawn: ['pouch', 'sky'],
      description:
        'A wash bag that unrolls and hangs from a hook, so everything is in sight in a small hotel bathroom.',
      details: { Material: 'coated cotton', Compartments: '5' },
    },
    {
      name: 'Packing Cubes, Set of Six',
      priceCents: 35_00,
      stock: 58,
      drawn: ['cubes', 'amber'],
      description:
        'They turn a suitcase into drawers: shirts here, socks there, laundry apart. A second zip presses the air out.',
      details: { Material: 'ripstop nylon', Sizes: '3 small, 2 medium, 1 large' },
    },
    {
      name: 'Kids’ Dinosaur Rucksack',
      priceCents: 32_00,
      stock: 37,
      drawn: ['backpack', 'green'],
      description:
        'A first school bag with spikes along the back and a name label inside. The chest strap keeps it on small shoulders.',
      details: { Volume: '8 l', Age: '3–6 years', Weight: '280 g' },
    },
  ],
};
