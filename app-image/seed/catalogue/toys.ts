import type { CategorySeed } from './product-seed';

export const toys: CategorySeed = {
  slug: 'toys',
  name: 'Toys and games',
  products: [
    {
      name: 'Rainbow Building Blocks',
      priceCents: 36_00,
      stock: 48,
      drawn: ['blocks', 'coral'],
      description:
        'A hundred beech blocks for towers, bridges and roads. Stained so that the grain shows, safe for toddlers who chew.',
      details: { Pieces: '100', Material: 'beech', Age: 'from 1 year' },
    },
    {
      name: 'Bramble the Teddy Bear',
      priceCents: 29_00,
      stock: 61,
      drawn: ['teddy', 'brown'],
      description:
        'A soft toy to carry by the ear and sleep beside. Stitched eyes, a washable coat, and arms long enough for a hug.',
      details: { Height: '35 cm', Material: 'recycled plush', Age: 'from birth' },
    },
    {
      name: 'Coastline Jigsaw Puzzle',
      priceCents: 21_00,
      stock: 57,
      drawn: ['puzzle', 'sky'],
      description:
        'A thousand pieces of harbour, cliffs and gulls for long rainy weekends. Thick card that clicks, and a poster to look at.',
      details: { Pieces: '1000', Size: '68 × 48 cm', Age: 'from 10 years' },
    },
    {
      name: 'Caravan Trading Board Game',
      priceCents: 44_00,
      stock: 35,
      drawn: ['board-game', 'amber'],
      description:
        'A family strategy game: load camels, cross the desert and sell before the others. Learned in ten minutes, different every time.',
      details: { Players: '2–5', Time: '60 min', Age: 'from 10 years' },
    },
    {
      name: 'Swift Stunt Kite',
      priceCents: 34_00,
      stock: 30,
      drawn: ['kite', 'red'],
      description:
        'Two lines, loops and dives for windy beaches. Flies in a light breeze and survives the first crashes.',
      details: { Span: '160 cm', Wind: '2–5 Bft', Age: 'from 8 years' },
    },
    {
      name: 'Wooden Train Set',
      priceCents: 58_00,
      stock: 27,
      drawn: ['train', 'green'],
      description:
        'An engine, four wagons, a bridge and enough track to go around a sofa. Joins the other brands of wooden railway.',
      details: { Pieces: '52', Material: 'beech', Age: 'from 3 years' },
    },
    {
      name: 'Classic Dice and Cards Box',
      priceCents: 26_00,
      stock: 46,
      drawn: ['dice', 'ivory'],
      description:
        'Two decks of playing cards, six dice and a book with forty games. All that a holiday evening needs.',
      details: { Box: 'linen, 18 × 12 cm', Players: '1–8' },
    },
    {
      name: 'Little Explorer Microscope',
      priceCents: 67_00,
      stock: 19,
      drawn: ['microscope', 'slate'],
      description:
        'Onion skin, pond water and butterfly wings at four hundred times. Real glass lenses and a holder for a phone.',
      details: { Zoom: '40–400 ×', Light: 'LED', Age: 'from 8 years' },
    },
    {
      name: 'Moonshot Model Rocket',
      priceCents: 42_00,
      stock: 24,
      drawn: ['rocket', 'red'],
      description:
        'Build it in an afternoon, launch it a hundred metres up, and watch it float down on a parachute.',
      details: { Height: '45 cm', Age: 'from 12 years, with an adult' },
    },
    {
      name: 'Buddy Coding Robot',
      priceCents: 79_00,
      stock: 22,
      drawn: ['robot', 'teal'],
      description:
        'Children learn to program by laying cards on the floor: forward, turn, dance. Grows with them up to a text editor.',
      details: { Battery: '3 h', Age: '5–12 years' },
    },
    {
      name: 'Beeswax Crayons, Twenty-Four',
      priceCents: 19_00,
      stock: 84,
      drawn: ['crayons', 'lemon'],
      description:
        'Bright colours for drawing that fit small hands, do not stain much and may be tasted. In a tin that closes.',
      details: { Material: 'beeswax', Age: 'from 2 years' },
    },
    {
      name: 'Tilt Balance Bike',
      priceCents: 94_00,
      stock: 16,
      drawn: ['bike', 'sky'],
      description:
        'The first bicycle: no pedals, no training wheels, balance learned by running. Saddle and bars grow along.',
      details: { Wheels: '12 inches, air', Weight: '3.9 kg', Age: '2–5 years' },
    },
    {
      name: 'City Kick Scooter',
      priceCents: 72_00,
      stock: 25,
      drawn: ['scooter', 'rose'],
      description:
        'Folds with one hand at the school gate and carries a hundred kilos, so parents may ride home on it.',
      details: { Wheels: '200 mm', Load: '100 kg', Weight: '4.4 kg' },
    },
    {
      name: 'Dollhouse with Furniture',
      priceCents: 119_00,
      stock: 10,
      drawn: ['dollhouse', 'rose'],
      description:
        'Three floors, a balcony and seventeen pieces of furniture. Open on two sides, so friends can play together.',
      details: { Size: '60 × 30 × 70 cm', Material: 'birch plywood', Age: 'from 3 years' },
    },
    {
      name: 'Marble Run Construction Kit',
      priceCents: 49_00,
      stock: 31,
      drawn: ['marbles', 'violet'],
      description:
        'Curves, funnels and loops that teach gravity without saying so. A hundred and twenty parts that click together.',
      details: { Pieces: '120', Marbles: '30', Age: 'from 5 years' },
    },
    {
      name: 'Wooden Chess Set',
      priceCents: 55_00,
      stock: 28,
      drawn: ['chess', 'brown'],
      description:
        'Weighted pieces with felt feet on a folding board of maple and walnut. A place for each piece inside.',
      details: { Board: '38 × 38 cm', King: '7.5 cm' },
    },
    {
      name: 'Pocket Yo-Yo',
      priceCents: 14_00,
      stock: 93,
      drawn: ['yo-yo', 'lemon'],
      description:
        'Sleeps for a minute and comes back when asked. Ball bearing, spare strings, and a leaflet with ten tricks.',
      details: { Material: 'aluminium', Age: 'from 8 years' },
    },
    {
      name: 'Bath Time Boats',
      priceCents: 18_00,
      stock: 65,
      drawn: ['boat', 'red'],
      description:
        'Three little boats that float level and pour water from their funnels. No holes, so no mould inside.',
      details: { Pieces: '3', Material: 'recycled plastic', Age: 'from 1 year' },
    },
    {
      name: 'Beginner Ukulele',
      priceCents: 63_00,
      stock: 20,
      drawn: ['ukulele', 'amber'],
      description:
        'A small guitar with four soft strings: the first song comes on the first day. With tuner, bag and chord chart.',
      details: { Size: 'soprano', Material: 'mahogany', Age: 'from 6 years' },
    },
    {
      name: 'Hand Puppet Theatre',
      priceCents: 47_00,
      stock: 18,
      drawn: ['theatre', 'violet'],
      description:
        'A folding stage with curtains and four woollen puppets: fox, queen, wizard and crocodile. The story is yours.',
      details: { Size: '70 × 60 cm', Puppets: '4', Age: 'from 3 years' },
    },
  ],
};
