import type { CategorySeed } from './product-seed';

export const bath: CategorySeed = {
  slug: 'bath',
  name: 'Bath and beauty',
  products: [
    {
      name: 'Olive Oil Soap Bars, Three',
      priceCents: 16_00,
      stock: 105,
      drawn: ['soap', 'olive'],
      description:
        'Cold-pressed and cured for six weeks. Mild on dry hands, free of palm oil and wrapped in paper.',
      details: { Weight: '3 × 100 g', Scent: 'none' },
    },
    {
      name: 'Lavender Hand Wash',
      priceCents: 15_00,
      stock: 90,
      drawn: ['dispenser', 'violet'],
      description:
        'A gentle liquid soap in a glass bottle that looks right beside a basin. Refills come in a pouch.',
      details: { Content: '500 ml', Scent: 'lavender, bergamot' },
    },
    {
      name: 'Hammam Bath Towel',
      priceCents: 34_00,
      stock: 52,
      drawn: ['towel', 'sky'],
      description:
        'Thin, wide and thirsty: dries you and then itself within an hour. At home in a bathroom, at the pool and in a suitcase.',
      details: { Material: 'cotton', Size: '100 × 180 cm' },
    },
    {
      name: 'Cloud Terry Towel Set',
      priceCents: 66_00,
      stock: 30,
      drawn: ['towels', 'ivory'],
      description:
        'Two bath towels, two for hands and two flannels in heavy, soft terry. They stay soft without softener.',
      details: { Material: 'cotton, 600 g/m²', Pieces: '6' },
    },
    {
      name: 'Boar Bristle Hairbrush',
      priceCents: 32_00,
      stock: 45,
      drawn: ['hairbrush', 'brown'],
      description:
        'Carries the hair’s own oil from root to tip, so it shines without spray. Pearwood handle, air cushion.',
      details: { Bristles: 'boar, nylon', Handle: 'pearwood' },
    },
    {
      name: 'Calm Night Cream',
      priceCents: 42_00,
      stock: 47,
      drawn: ['tub', 'rose'],
      description:
        'A rich face cream for dry and sensitive skin. Ceramides and squalane, no perfume, in a jar that is refilled.',
      details: { Content: '50 ml', Skin: 'dry, sensitive' },
    },
    {
      name: 'Sea Breeze Sunscreen SPF 50',
      priceCents: 24_00,
      stock: 86,
      drawn: ['tube', 'lemon'],
      description:
        'High protection against sunburn that leaves no white film and harms no reef. Holds while swimming.',
      details: { Content: '150 ml', Protection: 'SPF 50, UVA', 'Water-resistant': '80 min' },
    },
    {
      name: 'Safety Razor',
      priceCents: 38_00,
      stock: 39,
      drawn: ['razor', 'slate'],
      description:
        'A close shave from a blade that costs cents and no plastic at all. Heavy enough that no pressure is needed.',
      details: { Material: 'chromed brass', Comes: '10 blades' },
    },
    {
      name: 'Shaving Brush and Bowl',
      priceCents: 35_00,
      stock: 27,
      drawn: ['shaving-brush', 'charcoal'],
      description:
        'Makes a dense lather in half a minute and softens the beard. Synthetic bristles that dry quickly, a bowl of stoneware.',
      details: { Bristles: 'synthetic', Bowl: '11 cm' },
    },
    {
      name: 'Bamboo Toothbrushes, Four',
      priceCents: 12_00,
      stock: 130,
      drawn: ['toothbrush', 'green'],
      description:
        'Handles that rot in the compost and bristles that do not scratch. Numbered, so nobody takes the wrong one.',
      details: { Bristles: 'medium', Handle: 'bamboo' },
    },
    {
      name: 'Sonic Electric Toothbrush',
      priceCents: 74_00,
      stock: 33,
      drawn: ['sonic-toothbrush', 'ivory'],
      description:
        'Cleans teeth with forty thousand strokes a minute and stops you pressing too hard. A month on a charge.',
      details: { Battery: '30 days', Modes: '3', Timer: '2 min' },
    },
    {
      name: 'Ionic Hair Dryer',
      priceCents: 83_00,
      stock: 28,
      drawn: ['hair-dryer', 'rose'],
      description:
        'Dries long hair in six minutes without cooking it, and quietly enough for a conversation. Two magnetic nozzles.',
      details: { Power: '1600 W', Weight: '480 g' },
    },
    {
      name: 'Eucalyptus Bath Salts',
      priceCents: 18_00,
      stock: 72,
      drawn: ['salts', 'teal'],
      description: 'For tired legs and blocked noses: a handful in a hot bath after sport or in a cold week.',
      details: { Content: '600 g', Salt: 'Dead Sea, Epsom' },
    },
    {
      name: 'Jojoba Face Oil',
      priceCents: 29_00,
      stock: 50,
      drawn: ['dropper', 'amber'],
      description:
        'Four drops at night, alone or under a cream. Suits oily skin as well, as it is close to the skin’s own oil.',
      details: { Content: '30 ml', Ingredients: '100 % jojoba' },
    },
    {
      name: 'Solid Shampoo Bar',
      priceCents: 13_00,
      stock: 97,
      drawn: ['shampoo-bar', 'rose'],
      description:
        'Eighty hair washes without a bottle, and nothing to spill in hand luggage. For normal to dry hair.',
      details: { Weight: '85 g', Scent: 'rosemary' },
    },
    {
      name: 'Teak Bath Caddy',
      priceCents: 53_00,
      stock: 21,
      drawn: ['caddy', 'brown'],
      description:
        'A bridge across the tub for a book, a candle and a glass of wine. Extends to fit, and shrugs off water.',
      details: { Width: '75–110 cm', Material: 'teak' },
    },
    {
      name: 'Stone Bath Mat',
      priceCents: 47_00,
      stock: 26,
      drawn: ['bath-mat', 'slate'],
      description:
        'Wet footprints vanish in a minute. Porous diatomite that needs no washing machine and never smells.',
      details: { Size: '60 × 39 cm', Material: 'diatomite' },
    },
    {
      name: 'Magnifying Make-Up Mirror',
      priceCents: 51_00,
      stock: 29,
      drawn: ['vanity-mirror', 'rose'],
      description:
        'A ring of daylight and a lens of five times for lashes, lenses and tweezers. Charges by USB.',
      details: { Zoom: '1 × and 5 ×', Light: 'LED, 5000 K' },
    },
    {
      name: 'Beech Massage Roller',
      priceCents: 23_00,
      stock: 43,
      drawn: ['roller', 'sand'],
      description:
        'Rolls knots out of neck, calves and soles at the end of the day. Works without oil and without a second person.',
      details: { Material: 'beech', Length: '40 cm' },
    },
    {
      name: 'Rosewater Perfume',
      priceCents: 58_00,
      stock: 32,
      drawn: ['perfume', 'rose'],
      description:
        'A light fragrance of rose, pepper and cedar for day and evening. A present that fits most people.',
      details: { Content: '50 ml', Kind: 'eau de parfum' },
    },
  ],
};
