import type { CategorySeed } from './product-seed';

export const home: CategorySeed = {
  slug: 'home',
  name: 'Home and living',
  products: [
    {
      name: 'Dusk Bedside Lamp',
      priceCents: 45_00,
      stock: 36,
      drawn: ['lamp', 'amber'],
      description:
        'A warm, dimmable light to read by before sleep. Touch the foot to change the brightness; it remembers the last one.',
      details: { Light: 'LED, 2700 K', Height: '32 cm', Shade: 'linen' },
    },
    {
      name: 'Arc Floor Lamp',
      priceCents: 139_00,
      stock: 12,
      drawn: ['floor-lamp', 'charcoal'],
      description:
        'Reaches over the sofa so that the light falls on the page and not in the eye. A marble foot keeps it from tipping.',
      details: { Height: '190 cm', Reach: '100 cm', Bulb: 'E27' },
    },
    {
      name: 'Velvet Cushion',
      priceCents: 26_00,
      stock: 80,
      drawn: ['cushion', 'violet'],
      description:
        'A plump sofa cushion with a feather filling and a hidden zip. The velvet is dense enough to take an afternoon nap well.',
      details: { Cover: 'cotton velvet', Size: '50 × 50 cm', Filling: 'feather' },
    },
    {
      name: 'Highland Wool Throw',
      priceCents: 78_00,
      stock: 25,
      drawn: ['blanket', 'olive'],
      description:
        'A thick woollen blanket for cold evenings on the sofa. Woven from undyed and dyed yarn in a quiet check, with a short fringe.',
      details: { Material: 'lambswool', Size: '140 × 190 cm' },
    },
    {
      name: 'Cedar and Fig Candle',
      priceCents: 22_00,
      stock: 95,
      drawn: ['candle', 'ivory'],
      description:
        'Burns for fifty hours and smells of woodland and ripe fruit, not of perfume. The glass makes a good tumbler afterwards.',
      details: { Wax: 'soy', 'Burning time': '50 h' },
    },
    {
      name: 'Meadow Ceramic Vase',
      priceCents: 38_00,
      stock: 28,
      drawn: ['vase', 'sky'],
      description:
        'A narrow neck holds a few wild flowers upright without wire or foam. Thrown by hand, glazed in two dips.',
      details: { Material: 'ceramic', Height: '24 cm' },
    },
    {
      name: 'Silent Wall Clock',
      priceCents: 41_00,
      stock: 34,
      drawn: ['clock', 'navy'],
      description:
        'The hand sweeps instead of ticking, so it can hang in a bedroom. Large numerals are read across the room.',
      details: { Diameter: '30 cm', Battery: '1 × AA' },
    },
    {
      name: 'Dune Woven Rug',
      priceCents: 165_00,
      stock: 11,
      drawn: ['rug', 'sand'],
      description:
        'A flat-woven carpet for the living room that vacuums easily and lies still. The pattern hides crumbs and the years.',
      details: { Material: 'wool, cotton', Size: '160 × 230 cm' },
    },
    {
      name: 'Round Brass Mirror',
      priceCents: 94_00,
      stock: 15,
      drawn: ['mirror', 'amber'],
      description:
        'A slim brass frame around silvered glass for the hall or above a wash basin. Makes a small room look larger.',
      details: { Diameter: '60 cm', Frame: 'brushed brass' },
    },
    {
      name: 'Seagrass Storage Basket',
      priceCents: 31_00,
      stock: 44,
      drawn: ['basket', 'olive'],
      description:
        'For toys, laundry, blankets or firewood: it keeps a room tidy within a minute. Two handles carry it when it is full.',
      details: { Material: 'seagrass', Size: '40 × 38 cm' },
    },
    {
      name: 'Oak Picture Frame',
      priceCents: 23_00,
      stock: 77,
      drawn: ['frame', 'brown'],
      description:
        'Holds a photograph or a print behind real glass with an acid-free mount. Hangs upright or lengthwise, or stands on a shelf.',
      details: { Material: 'oak, glass', Size: '30 × 40 cm' },
    },
    {
      name: 'Reading Armchair',
      priceCents: 389_00,
      stock: 6,
      drawn: ['chair', 'teal'],
      description:
        'Deep enough to fold your legs, with arms at the height of a book. The cover comes off for washing.',
      details: { Cover: 'bouclé', Frame: 'beech', Seat: '45 cm high' },
    },
    {
      name: 'Ladder Bookshelf',
      priceCents: 149_00,
      stock: 10,
      drawn: ['shelf', 'brown'],
      description:
        'Five open shelves that grow deeper towards the floor. Leans against the wall and is fixed with two screws.',
      details: { Material: 'ash', Size: '60 × 35 × 180 cm', Load: '12 kg a shelf' },
    },
    {
      name: 'Percale Duvet Set',
      priceCents: 84_00,
      stock: 32,
      drawn: ['bed', 'sky'],
      description:
        'Crisp, cool cotton bedding for people who sleep warm. A duvet cover and two pillowcases with buttons that stay closed.',
      details: { Material: 'cotton percale', Size: '200 × 200 cm', Care: 'machine wash 60 °C' },
    },
    {
      name: 'Memory Foam Pillow',
      priceCents: 49_00,
      stock: 41,
      drawn: ['pillow', 'ivory'],
      description:
        'Follows the neck and holds it level, for side and back sleepers who wake up stiff. Two inserts change its height.',
      details: { Core: 'memory foam', Size: '60 × 40 cm', Cover: 'washable' },
    },
    {
      name: 'Quiet Mist Humidifier',
      priceCents: 56_00,
      stock: 23,
      drawn: ['diffuser', 'ivory'],
      description:
        'Adds moisture to dry winter air through the night, quieter than a whisper. A drop of fragrant oil turns it into a diffuser.',
      details: { Tank: '2.5 l', Noise: '24 dB', Room: 'up to 25 m²' },
    },
    {
      name: 'Bouclé Floor Pouffe',
      priceCents: 68_00,
      stock: 19,
      drawn: ['pouffe', 'rose'],
      description:
        'A footstool, a side table and a seat for the guest who came last. Filled with recycled foam and light enough to kick aside.',
      details: { Cover: 'bouclé', Diameter: '50 cm', Height: '35 cm' },
    },
    {
      name: 'Blackout Curtains, Pair',
      priceCents: 59_00,
      stock: 37,
      drawn: ['curtains', 'navy'],
      description:
        'They keep street light out of the bedroom and warmth inside. Three layers, no plastic coating, eyelets for any rod.',
      details: { Material: 'polyester', Size: '140 × 245 cm each' },
    },
    {
      name: 'Paper Pendant Shade',
      priceCents: 35_00,
      stock: 42,
      drawn: ['pendant', 'ivory'],
      description:
        'A globe of rice paper that spreads soft light over a dining table. Folds flat in its box and opens in a minute.',
      details: { Material: 'rice paper, bamboo', Diameter: '50 cm' },
    },
    {
      name: 'Cordless Handheld Vacuum',
      priceCents: 99_00,
      stock: 17,
      drawn: ['vacuum', 'red'],
      description:
        'For crumbs, stairs and the car. Twenty-five minutes of suction on a charge and a cup that empties without touching dust.',
      details: { Battery: '25 min', Weight: '1.2 kg', Filter: 'HEPA' },
    },
  ],
};
