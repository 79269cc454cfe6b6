import type { CategorySeed } from './product-seed';

export const kitchen: CategorySeed = {
  slug: 'kitchen',
  name: 'Kitchen',
  products: [
    {
      name: 'Ember Cast-Iron Casserole',
      priceCents: 89_00,
      stock: 24,
      drawn: ['pot', 'red'],
      description:
        'An enamelled casserole that goes from the hob into the oven and on to the table. Heavy walls keep a slow stew or a loaf of bread at an even heat.',
      details: { Material: 'enamelled cast iron', Capacity: '4.5 l', Hob: 'all, also induction' },
    },
    {
      name: 'Smith Carbon-Steel Frying Pan',
      priceCents: 54_00,
      stock: 31,
      drawn: ['pan', 'charcoal'],
      description:
        'Light enough to toss vegetables, hot enough to sear a steak. The surface seasons with use until eggs slide by themselves.',
      details: { Material: 'carbon steel', Diameter: '28 cm', Care: 'wipe clean and oil' },
    },
    {
      name: 'Hana Chef’s Knife',
      priceCents: 72_00,
      stock: 18,
      drawn: ['knife', 'brown'],
      description:
        'A thin, hard blade for slicing onions, herbs and meat without crushing them. The walnut handle is shaped for a pinch grip.',
      details: { Blade: '20 cm, 60 HRC', Handle: 'walnut', Care: 'hand wash' },
    },
    {
      name: 'End-Grain Chopping Board',
      priceCents: 48_00,
      stock: 40,
      drawn: ['board', 'sand'],
      description:
        'Cutting across the fibres keeps knives sharp, and the wood closes behind the blade. A groove catches the juice of a roast.',
      details: { Material: 'oiled acacia', Size: '40 × 30 × 4 cm' },
    },
    {
      name: 'Gooseneck Electric Kettle',
      priceCents: 65_00,
      stock: 27,
      drawn: ['kettle', 'charcoal'],
      description:
        'Boils water to the degree and pours a slow, thin stream for filter coffee or green tea. Holds the temperature for half an hour.',
      details: { Capacity: '0.9 l', Power: '1200 W', Range: '40–100 °C' },
    },
    {
      name: 'Harbour Stoneware Mug',
      priceCents: 14_00,
      stock: 120,
      drawn: ['mug', 'teal'],
      description:
        'A generous mug for coffee or cocoa with a reactive glaze, so no two are alike. The handle takes three fingers.',
      details: { Material: 'stoneware', Capacity: '350 ml', Care: 'dishwasher and microwave' },
    },
    {
      name: 'Nesting Mixing Bowls, Set of Four',
      priceCents: 39_00,
      stock: 35,
      drawn: ['bowl', 'coral'],
      description:
        'For dough, salad, marinade and everything left over. A rubber foot holds them while you whisk; lids close them for the fridge.',
      details: { Material: 'stainless steel', Sizes: '1, 2, 3 and 5 l', Care: 'dishwasher' },
    },
    {
      name: 'Clip-Top Preserving Jars, Six',
      priceCents: 27_00,
      stock: 60,
      drawn: ['jar', 'amber'],
      description:
        'Airtight glass jars for jam, pickles, flour or sourdough. The rubber seal can be replaced and the wire clip cannot get lost.',
      details: { Material: 'glass, steel wire', Capacity: '0.75 l each' },
    },
    {
      name: 'Piazza Moka Pot',
      priceCents: 33_00,
      stock: 45,
      drawn: ['moka', 'slate'],
      description:
        'Strong coffee from the stove in five minutes, as it is made in Italian kitchens. No paper filters, no capsules, nothing to plug in.',
      details: { Material: 'aluminium', Size: '6 cups', Hob: 'gas, electric' },
    },
    {
      name: 'Kneader Stand Mixer',
      priceCents: 249_00,
      stock: 9,
      drawn: ['mixer', 'rose'],
      description:
        'Kneads bread dough, whips cream and beats egg whites while your hands are free. The head tilts back and the bowl locks with a quarter turn.',
      details: { Bowl: '4.8 l', Power: '1000 W', Comes: 'hook, whisk and beater' },
    },
    {
      name: 'Gram Kitchen Scale',
      priceCents: 24_00,
      stock: 52,
      drawn: ['scale', 'sky'],
      description:
        'Weighs baking ingredients to the gram and coffee to the tenth. The glass top wipes clean, and it charges by USB-C.',
      details: { Range: '0.1 g – 5 kg', Units: 'g, ml, oz' },
    },
    {
      name: 'Everyday Tumblers, Six',
      priceCents: 29_00,
      stock: 48,
      drawn: ['glass', 'sky'],
      description:
        'Thick-bottomed drinking glasses for water, juice and wine without a stem. They stack, and survive being dropped more often than not.',
      details: { Material: 'tempered glass', Capacity: '300 ml' },
    },
    {
      name: 'Speckled Dinner Plates, Four',
      priceCents: 46_00,
      stock: 33,
      drawn: ['plate', 'ivory'],
      description:
        'Wide plates with a raised rim that keeps the sauce where it belongs. Matt outside, glazed inside, calm under any food.',
      details: { Material: 'stoneware', Diameter: '27 cm', Care: 'dishwasher' },
    },
    {
      name: 'Linen Cook’s Apron',
      priceCents: 36_00,
      stock: 29,
      drawn: ['apron', 'olive'],
      description:
        'Washed linen that crosses at the back, so nothing pulls at the neck. Two deep pockets hold a towel, a phone and a thermometer.',
      details: { Material: 'linen', Size: 'one size', Care: 'machine wash 60 °C' },
    },
    {
      name: 'Sourdough Proving Basket',
      priceCents: 19_00,
      stock: 38,
      drawn: ['basket', 'sand'],
      description:
        'A cane basket that gives home-baked bread its shape and its rings of flour. Comes with a cloth and a scraper.',
      details: { Material: 'rattan', Diameter: '23 cm', For: 'loaves up to 1 kg' },
    },
    {
      name: 'Burr Coffee Grinder',
      priceCents: 58_00,
      stock: 22,
      drawn: ['grinder', 'charcoal'],
      description:
        'A hand mill that grinds beans evenly, from espresso to French press, with a click for each step. Small enough to travel.',
      details: { Burrs: 'steel, conical', Capacity: '30 g' },
    },
    {
      name: 'Oak Salt and Pepper Mills',
      priceCents: 42_00,
      stock: 26,
      drawn: ['mill', 'brown'],
      description:
        'A pair of mills with ceramic grinders that never rust. Turn the knob for fine or coarse, and leave them on the table.',
      details: { Material: 'oak, ceramic', Height: '16 cm' },
    },
    {
      name: 'Borosilicate Teapot with Strainer',
      priceCents: 34_00,
      stock: 30,
      drawn: ['teapot', 'amber'],
      description:
        'Watch the leaves open. The strainer lifts out when the tea is strong enough, and the glass stands on a tealight warmer.',
      details: { Material: 'heat-proof glass', Capacity: '1.2 l' },
    },
    {
      name: 'Silicone Baking Mats, Pair',
      priceCents: 17_00,
      stock: 70,
      drawn: ['mat', 'coral'],
      description:
        'They replace baking paper for three thousand trays of biscuits. Nothing sticks, and rings printed on the mat space the dough.',
      details: { Material: 'silicone, glass fibre', Size: '40 × 30 cm', Heat: 'up to 250 °C' },
    },
    {
      name: 'Stay-Warm Thermos Flask',
      priceCents: 32_00,
      stock: 64,
      drawn: ['flask', 'green'],
      description:
        'Keeps coffee hot for twelve hours and water cold for a day. The lid is a cup, and it does not leak in a bag.',
      details: { Material: 'stainless steel', Capacity: '750 ml', Weight: '410 g' },
    },
  ],
};
