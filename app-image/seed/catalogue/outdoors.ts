import type { CategorySeed } from './product-seed';

export const outdoors: CategorySeed = {
  slug: 'outdoors',
  name: 'Sport and outdoors',
  products: [
    {
      name: 'Basecamp Two-Person Tent',
      priceCents: 219_00,
      stock: 14,
      drawn: ['tent', 'coral'],
      description:
        'A camping tent that stands in five minutes, also in the rain, because the inner hangs in the outer. Two doors, two porches.',
      details: { Weight: '2.1 kg', 'Water column': '3000 mm', Poles: 'aluminium' },
    },
    {
      name: 'Polar Sleeping Bag',
      priceCents: 138_00,
      stock: 17,
      drawn: ['sleeping-bag', 'navy'],
      description:
        'A mummy bag for frosty nights under canvas. The hood closes around the face and the zip does not catch.',
      details: { Comfort: '−5 °C', Weight: '1.2 kg', Filling: 'synthetic' },
    },
    {
      name: 'Featherlight Sleeping Mat',
      priceCents: 92_00,
      stock: 24,
      drawn: ['roll', 'lemon'],
      description:
        'Inflates with a dozen breaths and keeps the cold of the ground away. Packs to the size of a bottle.',
      details: { Thickness: '8 cm', 'R-value': '4.2', Weight: '460 g' },
    },
    {
      name: 'Trail Water Bottle',
      priceCents: 26_00,
      stock: 98,
      drawn: ['bottle', 'sky'],
      description:
        'An unbreakable drinking bottle for hiking and the gym, with a lid on a loop. Free of taste and of BPA.',
      details: { Capacity: '1 l', Material: 'Tritan' },
    },
    {
      name: 'Cork Yoga Mat',
      priceCents: 64_00,
      stock: 29,
      drawn: ['roll', 'sand'],
      description:
        'Grips better the more you sweat. Natural rubber below, cork above, with lines that help you find the middle of a pose.',
      details: { Size: '183 × 61 cm', Thickness: '4 mm' },
    },
    {
      name: 'Adjustable Dumbbells, Pair',
      priceCents: 189_00,
      stock: 8,
      drawn: ['dumbbell', 'charcoal'],
      description:
        'Ten weights in the space of one: turn the handle and lift. Strength training at home without a rack of iron.',
      details: { Range: '2–20 kg each', Steps: '2 kg' },
    },
    {
      name: 'Resistance Bands, Set of Five',
      priceCents: 23_00,
      stock: 83,
      drawn: ['bands', 'violet'],
      description:
        'Exercise anywhere: loops of rising strength for squats, pull-ups and stretching after a run. A pouch and a plan are included.',
      details: { Material: 'natural latex', Strength: '5–50 kg' },
    },
    {
      name: 'Match Football',
      priceCents: 35_00,
      stock: 62,
      drawn: ['football', 'ivory'],
      description:
        'A thermally bonded soccer ball that flies straight and takes no water. Good on grass, on turf and in the yard.',
      details: { Size: '5', Cover: 'polyurethane' },
    },
    {
      name: 'Carbon Tennis Racket',
      priceCents: 129_00,
      stock: 16,
      drawn: ['racket', 'lemon'],
      description:
        'A large sweet spot and little vibration for players who train once a week. Strung, with a cover.',
      details: { Weight: '285 g', Head: '645 cm²', Grip: '2 or 3' },
    },
    {
      name: 'Badminton Set for Four',
      priceCents: 52_00,
      stock: 25,
      drawn: ['shuttlecock', 'ivory'],
      description:
        'Four rackets, three shuttlecocks and a net with poles for the lawn. Up in three minutes, packed in a bag.',
      details: { Net: '5 m', Rackets: 'steel and aluminium' },
    },
    {
      name: 'Beam Rechargeable Headlamp',
      priceCents: 47_00,
      stock: 46,
      drawn: ['headlamp', 'coral'],
      description:
        'Light where you look, for night runs, camping and the fuse box. Red light spares the eyes of others.',
      details: { Light: '400 lm', Battery: 'up to 40 h, USB-C', Protection: 'IPX4' },
    },
    {
      name: 'Orienteering Compass',
      priceCents: 29_00,
      stock: 34,
      drawn: ['compass', 'red'],
      description:
        'Finds the way when the phone is empty. A base plate with scales for maps, a steady needle and luminous marks.',
      details: { Scales: '1:25,000 and 1:50,000', Lanyard: 'yes' },
    },
    {
      name: 'City Cycling Helmet',
      priceCents: 76_00,
      stock: 30,
      drawn: ['helmet', 'slate'],
      description:
        'Protects a cyclist’s head at every angle with a layer that turns on impact. A light at the back and a magnet buckle.',
      details: { Sizes: '52–61 cm', Vents: '12', Weight: '340 g' },
    },
    {
      name: 'Bicycle Light Set',
      priceCents: 38_00,
      stock: 57,
      drawn: ['bike-light', 'red'],
      description:
        'Front and rear lights that clip on without tools and charge together. Seen from every side, also in rain.',
      details: { Front: '80 lux', Battery: '6–20 h', Protection: 'IPX5' },
    },
    {
      name: 'Mini Bike Pump',
      priceCents: 28_00,
      stock: 53,
      drawn: ['pump', 'charcoal'],
      description:
        'Rides along on the frame and brings a flat tyre up to pressure by the roadside. Fits both kinds of valve.',
      details: { Pressure: '8 bar', Length: '18 cm', Weight: '110 g' },
    },
    {
      name: 'Spark Camping Stove',
      priceCents: 59_00,
      stock: 26,
      drawn: ['stove', 'amber'],
      description:
        'Boils half a litre in two and a half minutes on any summit. Folds into a fist and stands on wide feet.',
      details: { Fuel: 'gas cartridge', Power: '2800 W', Weight: '95 g' },
    },
    {
      name: 'Swimming Goggles',
      priceCents: 24_00,
      stock: 66,
      drawn: ['goggles', 'sky'],
      description:
        'Clear sight under water without red rings around the eyes. Anti-fog lenses and a strap that does not pull hair.',
      details: { Lenses: 'anti-fog, UV', Seal: 'silicone' },
    },
    {
      name: 'Speed Skipping Rope',
      priceCents: 18_00,
      stock: 79,
      drawn: ['skipping-rope', 'rose'],
      description:
        'The cheapest gym there is. A coated steel rope on ball bearings, cut to your height with two screws.',
      details: { Length: 'up to 3 m', Handles: 'aluminium' },
    },
    {
      name: 'Two-Tree Hammock',
      priceCents: 54_00,
      stock: 28,
      drawn: ['hammock', 'teal'],
      description:
        'An afternoon between two trees, anywhere. Parachute nylon for one or two, with straps that do not hurt the bark.',
      details: { Load: '200 kg', Weight: '620 g' },
    },
    {
      name: 'Picnic Cooler Bag',
      priceCents: 43_00,
      stock: 39,
      drawn: ['cooler', 'teal'],
      description:
        'Keeps lunch cold for eight hours at the lake or on the road. Leakproof inside, with a bottle opener on the strap.',
      details: { Volume: '18 l', Insulation: '10 mm foam' },
    },
  ],
};
