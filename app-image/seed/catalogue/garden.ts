import type { CategorySeed } from './product-seed';

export const garden: CategorySeed = {
  slug: 'garden',
  name: 'Garden and balcony',
  products: [
    {
      name: 'Long-Spout Watering Can',
      priceCents: 37_00,
      stock: 42,
      drawn: ['watering-can', 'green'],
      description:
        'Reaches the back of a balcony box without a drip on the floor. The rose comes off for pots, goes on for seedlings.',
      details: { Material: 'galvanised steel', Capacity: '5 l' },
    },
    {
      name: 'Terracotta Pots, Three',
      priceCents: 28_00,
      stock: 50,
      drawn: ['flowerpot', 'coral'],
      description:
        'Clay breathes, so roots stay healthy. Three sizes with saucers for herbs, geraniums and house plants.',
      details: { Material: 'frost-proof terracotta', Sizes: '12, 16 and 20 cm' },
    },
    {
      name: 'Ash-Handled Spade',
      priceCents: 46_00,
      stock: 26,
      drawn: ['spade', 'brown'],
      description:
        'Digs beds and cuts roots with a sharpened, stainless blade. The handle is long enough for a straight back.',
      details: { Length: '112 cm', Blade: 'stainless steel' },
    },
    {
      name: 'Bypass Secateurs',
      priceCents: 39_00,
      stock: 44,
      drawn: ['secateurs', 'red'],
      description:
        'For pruning roses and fruit trees: clean cuts that heal. The blades come apart for sharpening, the grips fit small hands.',
      details: { Cut: 'up to 25 mm', Blade: 'carbon steel' },
    },
    {
      name: 'Thornproof Gardening Gloves',
      priceCents: 22_00,
      stock: 69,
      drawn: ['gloves', 'olive'],
      description:
        'Long leather cuffs for brambles, thin fingertips for weeding. They keep hands clean and whole.',
      details: { Material: 'goatskin, canvas', Sizes: 'S–XL' },
    },
    {
      name: 'Cottage Garden Seed Box',
      priceCents: 24_00,
      stock: 56,
      drawn: ['seeds', 'rose'],
      description:
        'Twelve packets of flowers from sweet pea to hollyhock, with a calendar that says when to sow each. A gift for a new garden.',
      details: { Packets: '12', Seeds: 'organic, open-pollinated' },
    },
    {
      name: 'Kitchen Herb Growing Kit',
      priceCents: 33_00,
      stock: 40,
      drawn: ['herbs', 'green'],
      description:
        'Basil, parsley, mint and thyme from seed to windowsill in five weeks. Pots, soil and labels are in the box.',
      details: { Plants: '4', Light: 'a bright window' },
    },
    {
      name: 'Wild Bird Feeder',
      priceCents: 31_00,
      stock: 37,
      drawn: ['bird-feeder', 'teal'],
      description:
        'Brings tits and finches to the window and keeps squirrels off. Opens at the bottom for cleaning.',
      details: { Capacity: '1.5 kg of seed', Material: 'steel' },
    },
    {
      name: 'Insect Hotel',
      priceCents: 27_00,
      stock: 34,
      drawn: ['insect-hotel', 'sand'],
      description:
        'A home for solitary bees and ladybirds, who pay the rent by pollinating and eating aphids.',
      details: { Material: 'pine, reed, bamboo', Size: '26 × 10 × 32 cm' },
    },
    {
      name: 'Solar Path Lanterns, Four',
      priceCents: 45_00,
      stock: 38,
      drawn: ['lantern', 'amber'],
      description:
        'They gather the day and light the garden path for eight hours at night. No cable, no switch.',
      details: { Light: 'LED, 2700 K', Height: '38 cm', Protection: 'IP65' },
    },
    {
      name: 'Expandable Garden Hose',
      priceCents: 52_00,
      stock: 29,
      drawn: ['hose', 'green'],
      description:
        'Grows to twenty metres under water pressure and shrinks into a bucket when you are done. Eight patterns of spray.',
      details: { Length: '20 m', Fittings: 'brass' },
    },
    {
      name: 'Folding Bistro Set',
      priceCents: 159_00,
      stock: 11,
      drawn: ['bistro', 'sky'],
      description:
        'A table and two chairs for breakfast on a small balcony. Powder-coated steel that may stay out in the rain.',
      details: { Table: '60 cm', Pieces: '3' },
    },
    {
      name: 'Cedar Raised Bed',
      priceCents: 129_00,
      stock: 13,
      drawn: ['raised-bed', 'brown'],
      description:
        'Grow vegetables at the height of your hips. Boards slot together without tools, and cedar does not rot for years.',
      details: { Size: '120 × 60 × 80 cm', Material: 'cedar' },
    },
    {
      name: 'Tabletop Charcoal Grill',
      priceCents: 89_00,
      stock: 20,
      drawn: ['grill', 'red'],
      description:
        'A barbecue that fits on a balcony table and is ready in five minutes. A fan feeds the coals, and little smoke leaves them.',
      details: { Grate: '35 cm', Weight: '4.2 kg' },
    },
    {
      name: 'Worm Composter',
      priceCents: 98_00,
      stock: 12,
      drawn: ['composter', 'olive'],
      description:
        'Turns kitchen scraps into rich soil in the cellar or on a balcony, without smell. Worms not included.',
      details: { Trays: '3', Capacity: '45 l' },
    },
    {
      name: 'Hand Trowel and Fork',
      priceCents: 26_00,
      stock: 58,
      drawn: ['trowel', 'brown'],
      description:
        'For planting bulbs, lifting weeds and loosening pots. Forged from one piece, with depth marks on the blade.',
      details: { Material: 'stainless steel, ash', Length: '30 cm' },
    },
    {
      name: 'Rattan Hanging Planter',
      priceCents: 30_00,
      stock: 41,
      drawn: ['hanging-plant', 'sand'],
      description:
        'Lifts ferns and ivy off the windowsill. A plastic liner inside saves the floor when you water.',
      details: { Diameter: '24 cm', Rope: '80 cm' },
    },
    {
      name: 'Balcony Parasol',
      priceCents: 84_00,
      stock: 17,
      drawn: ['parasol', 'lemon'],
      description:
        'Half a sunshade that stands flush against the wall, where space is short. Tilts with the sun.',
      details: { Width: '270 cm', Protection: 'UPF 50+', Base: 'not included' },
    },
    {
      name: 'Rain Barrel with Tap',
      priceCents: 112_00,
      stock: 9,
      drawn: ['barrel', 'slate'],
      description: 'Collects soft water from the roof for dry weeks. A lid keeps out leaves and mosquitoes.',
      details: { Capacity: '200 l', Material: 'recycled plastic' },
    },
    {
      name: 'Kneeling Pad and Seat',
      priceCents: 41_00,
      stock: 27,
      drawn: ['stool', 'green'],
      description:
        'Kneel softly while weeding, push up on the arms, turn it over and sit. Kind to knees and backs.',
      details: { Load: '150 kg', Padding: '3 cm foam' },
    },
  ],
};
