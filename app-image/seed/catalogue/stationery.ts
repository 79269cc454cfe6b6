import type { CategorySeed } from './product-seed';

export const stationery: CategorySeed = {
  slug: 'stationery',
  name: 'Books and stationery',
  products: [
    {
      name: 'Dotted Journal',
      priceCents: 19_00,
      stock: 112,
      drawn: ['notebook', 'navy'],
      description:
        'A notebook that lies flat, with numbered pages and paper that no ink comes through. Two ribbons, one pocket.',
      details: { Pages: '240', Size: 'A5', Paper: '100 g/m²' },
    },
    {
      name: 'Everyday Fountain Pen',
      priceCents: 34_00,
      stock: 48,
      drawn: ['pen', 'teal'],
      description:
        'Starts at the first stroke after a week in a drawer. A steel nib that suits beginners and people who write all day.',
      details: { Nib: 'fine or medium', Filling: 'cartridge or converter' },
    },
    {
      name: 'Midnight Bottled Ink',
      priceCents: 17_00,
      stock: 53,
      drawn: ['ink', 'navy'],
      description:
        'Blue-black with a red sheen, dry in ten seconds, washable from fingers. The bottle tilts to its last drop.',
      details: { Content: '50 ml', Colour: 'blue-black' },
    },
    {
      name: 'Drawing Pencils, Twelve Grades',
      priceCents: 21_00,
      stock: 64,
      drawn: ['pencils', 'charcoal'],
      description:
        'From a hard line to a soft shadow, for sketching and shading. Cedar that sharpens cleanly, in a tin.',
      details: { Grades: '4H to 8B', Pieces: '12' },
    },
    {
      name: 'Watercolour Travel Set',
      priceCents: 39_00,
      stock: 36,
      drawn: ['paints', 'coral'],
      description:
        'Eighteen half pans, a water brush and a palette in a box for a coat pocket. Paint where you are.',
      details: { Colours: '18', Size: '14 × 7 cm' },
    },
    {
      name: 'Undated Weekly Planner',
      priceCents: 25_00,
      stock: 58,
      drawn: ['planner', 'rose'],
      description:
        'A week on two pages with room for what matters and a list for the rest. Begin in any month, skip a holiday.',
      details: { Weeks: '54', Size: 'B5' },
    },
    {
      name: 'Walnut Desk Organiser',
      priceCents: 56_00,
      stock: 23,
      drawn: ['organiser', 'brown'],
      description:
        'Pens, phone, keys and paper find their place and the desk is clear. Solid wood with a cork base.',
      details: { Material: 'walnut', Size: '30 × 18 × 9 cm' },
    },
    {
      name: 'Swing-Arm Desk Lamp',
      priceCents: 69_00,
      stock: 28,
      drawn: ['desk-lamp', 'lemon'],
      description:
        'Puts bright, even light exactly where you work or study. Springs hold every position, a clamp saves space.',
      details: { Light: 'LED, 800 lm', Reach: '80 cm' },
    },
    {
      name: 'Letterpress Greeting Cards, Ten',
      priceCents: 22_00,
      stock: 75,
      drawn: ['envelope', 'coral'],
      description:
        'Thick cotton cards for birthdays, thanks and good news, blank inside. With envelopes that feel like an occasion.',
      details: { Cards: '10', Size: 'A6', Paper: '600 g/m²' },
    },
    {
      name: 'Washi Tape, Eight Rolls',
      priceCents: 14_00,
      stock: 88,
      drawn: ['tape', 'violet'],
      description:
        'Decorative paper tape for journals, parcels and labels that comes off again without a trace.',
      details: { Rolls: '8', Length: '7 m each' },
    },
    {
      name: 'Antique Desk Globe',
      priceCents: 61_00,
      stock: 14,
      drawn: ['globe', 'sky'],
      description:
        'Today’s borders in the colours of an old map. Turns and tilts on a brass arm, a good start for planning a journey.',
      details: { Diameter: '25 cm', Scale: '1:50 million' },
    },
    {
      name: 'Bread from Four Ingredients',
      priceCents: 32_00,
      stock: 40,
      drawn: ['bread-book', 'amber'],
      description:
        'A cookbook for home bakers: sourdough, rolls and flat breads, with pictures of what goes wrong and why.',
      details: { Pages: '256', Binding: 'hardback' },
    },
    {
      name: 'The Lighthouse Keeper’s Daughter',
      priceCents: 18_00,
      stock: 66,
      drawn: ['sea-book', 'navy'],
      description:
        'A mystery novel set on a northern island: a storm, a missing boat and a diary nobody was meant to read.',
      details: { Pages: '384', Binding: 'paperback' },
    },
    {
      name: 'A Field Guide to Garden Birds',
      priceCents: 24_00,
      stock: 44,
      drawn: ['bird-book', 'green'],
      description:
        'A hundred and twenty species with drawings, voices to scan and a page on feeding each. Fits a jacket pocket.',
      details: { Pages: '288', Binding: 'flexible, washable' },
    },
    {
      name: 'Goodnight, Small Fox',
      priceCents: 15_00,
      stock: 73,
      drawn: ['fox-book', 'coral'],
      description:
        'A bedtime picture book about a cub who cannot sleep and asks every animal how they do it.',
      details: { Pages: '32, board', Age: '2–5 years' },
    },
    {
      name: 'Learn to Draw in Thirty Days',
      priceCents: 23_00,
      stock: 49,
      drawn: ['drawing-book', 'violet'],
      description:
        'Twenty minutes a day from circles to portraits. Exercises on the page and no talent required.',
      details: { Pages: '192', Binding: 'lies flat' },
    },
    {
      name: 'Pocket World Atlas',
      priceCents: 28_00,
      stock: 35,
      drawn: ['atlas', 'teal'],
      description:
        'Maps of every country, the oceans and the night sky for armchair travellers and pub quizzes.',
      details: { Pages: '240', Binding: 'hardback' },
    },
    {
      name: 'Calligraphy Starter Kit',
      priceCents: 37_00,
      stock: 31,
      drawn: ['calligraphy', 'brown'],
      description:
        'Two holders, five nibs, ink and a pad with guide lines: everything for beautiful invitations and addresses.',
      details: { Pieces: '9', Level: 'beginner' },
    },
    {
      name: 'Family Wall Calendar',
      priceCents: 20_00,
      stock: 62,
      drawn: ['calendar', 'red'],
      description:
        'Five columns, one a person, so nobody forgets the dentist or football. With stickers and a pocket for tickets.',
      details: { Months: '16', Size: '30 × 45 cm' },
    },
    {
      name: 'Wax Seal Set',
      priceCents: 33_00,
      stock: 27,
      drawn: ['seal', 'red'],
      description:
        'Closes letters as they were closed for centuries. A brass stamp with your initial, a spoon and four sticks of wax.',
      details: { Stamp: 'brass, 25 mm', Wax: '4 colours' },
    },
  ],
};
