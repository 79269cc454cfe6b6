import type { CategorySeed } from './product-seed';

export const electronics: CategorySeed = {
  slug: 'electronics',
  name: 'Electronics',
  products: [
    {
      name: 'Hush Noise-Cancelling Headphones',
      priceCents: 199_00,
      stock: 26,
      drawn: ['headphones', 'charcoal'],
      description:
        'They take the engine out of a flight and the office out of your head. Soft over-ear cushions and two days of music on a charge.',
      details: { Battery: '40 h', Connection: 'Bluetooth 5.3, cable', Weight: '250 g' },
    },
    {
      name: 'Pebble Wireless Earbuds',
      priceCents: 89_00,
      stock: 55,
      drawn: ['earbuds', 'ivory'],
      description:
        'Small earphones that stay in while running and survive sweat and rain. The case charges them four times.',
      details: { Battery: '7 h + 28 h', Protection: 'IPX5' },
    },
    {
      name: 'Boom Portable Speaker',
      priceCents: 79_00,
      stock: 42,
      drawn: ['speaker', 'teal'],
      description:
        'Fills a kitchen or a campsite with music, floats in a pool and pairs with a second one for stereo.',
      details: { Battery: '18 h', Protection: 'IP67', Power: '20 W' },
    },
    {
      name: 'Pocket Power Bank',
      priceCents: 39_00,
      stock: 87,
      drawn: ['power-bank', 'slate'],
      description:
        'Charges a phone twice or a tablet once when there is no socket. A display shows what is left in per cent.',
      details: { Capacity: '10,000 mAh', Output: '30 W USB-C', Weight: '210 g' },
    },
    {
      name: 'Tenkey Mechanical Keyboard',
      priceCents: 109_00,
      stock: 23,
      drawn: ['keyboard', 'slate'],
      description:
        'Typing with a clear click point and no noise for the neighbours. Keys can be swapped, and it switches between three computers.',
      details: { Switches: 'tactile, hot-swap', Connection: 'Bluetooth, USB-C' },
    },
    {
      name: 'Vertical Ergonomic Mouse',
      priceCents: 49_00,
      stock: 38,
      drawn: ['mouse', 'charcoal'],
      description:
        'Holds the hand as in a handshake, which eases a sore wrist after long days at the desk. Clicks silently.',
      details: { Sensor: '4000 dpi', Battery: '3 months' },
    },
    {
      name: 'Retro Instant Camera',
      priceCents: 119_00,
      stock: 20,
      drawn: ['camera', 'coral'],
      description:
        'Photographs you can hold a minute later. Automatic exposure, a mirror for selfies, and a timer for the whole party.',
      details: { Film: 'credit-card size', Focus: 'from 30 cm' },
    },
    {
      name: 'Paperlight E-Reader',
      priceCents: 139_00,
      stock: 27,
      drawn: ['tablet', 'charcoal'],
      description:
        'Thousands of books that weigh as much as a thin one. The screen looks like paper in the sun and glows warmly in bed.',
      details: { Screen: '7 inches, 300 ppi', Battery: '6 weeks', Protection: 'IPX8' },
    },
    {
      name: 'Stride Fitness Watch',
      priceCents: 169_00,
      stock: 24,
      drawn: ['watch', 'teal'],
      description:
        'Counts steps, measures heart rate and sleep, and finds the way back with GPS. Ten days without a charger.',
      details: { Display: 'AMOLED, 1.3 inches', Battery: '10 days', Water: '5 ATM' },
    },
    {
      name: 'Monitor Light Bar',
      priceCents: 58_00,
      stock: 33,
      drawn: ['light-bar', 'charcoal'],
      description:
        'Lights the desk and not the screen, so eyes stay fresh in the evening. A dial sets brightness and warmth.',
      details: { Light: '500 lux', Range: '2700–6500 K', Power: 'USB' },
    },
    {
      name: 'Trio Wireless Charger',
      priceCents: 65_00,
      stock: 36,
      drawn: ['charger', 'ivory'],
      description:
        'One stand by the bed for phone, watch and earbuds. No cables to find in the dark, no bright lights.',
      details: { Power: '15 W + 5 W + 5 W', Plug: 'USB-C' },
    },
    {
      name: 'Travel Plug Adapter',
      priceCents: 32_00,
      stock: 74,
      drawn: ['plug', 'ivory'],
      description: 'Fits sockets in 150 countries and charges four devices at once. A spare fuse is inside.',
      details: { Ports: '3 × USB-C, 1 × USB-A', Power: '65 W' },
    },
    {
      name: 'Pocket Cinema Projector',
      priceCents: 279_00,
      stock: 7,
      drawn: ['projector', 'ivory'],
      description:
        'A film night on any white wall. Focuses and squares the picture by itself, streams without another box.',
      details: { Picture: 'up to 120 inches', Resolution: '1080p', Battery: '2.5 h' },
    },
    {
      name: 'Kitchen Digital Radio',
      priceCents: 84_00,
      stock: 21,
      drawn: ['radio', 'red'],
      description:
        'News and music without a phone: digital, FM and internet stations behind four buttons. Wooden case, full sound.',
      details: { Reception: 'DAB+, FM, internet', Power: '10 W' },
    },
    {
      name: 'Smart Plugs, Four',
      priceCents: 44_00,
      stock: 51,
      drawn: ['smart-plug', 'ivory'],
      description:
        'Switch lamps by voice, by clock or from far away, and see what the old freezer really uses.',
      details: { Load: '3680 W', Connection: 'Wi-Fi, Matter' },
    },
    {
      name: 'Clear-View Webcam',
      priceCents: 69_00,
      stock: 32,
      drawn: ['webcam', 'charcoal'],
      description:
        'Look good in video calls also with a window behind you. Two microphones leave out the keyboard, a slide covers the lens.',
      details: { Resolution: '1440p', Angle: '78°', Plug: 'USB-C' },
    },
    {
      name: 'Mesh Wi-Fi Router, Two Pack',
      priceCents: 159_00,
      stock: 15,
      drawn: ['router', 'ivory'],
      description:
        'Internet in every room, the cellar and the garden. Set up from a phone, updates itself, keeps guests apart.',
      details: { Area: 'up to 250 m²', Standard: 'Wi-Fi 6' },
    },
    {
      name: 'Sunrise Alarm Clock',
      priceCents: 62_00,
      stock: 34,
      drawn: ['sunrise', 'amber'],
      description:
        'Wakes you with growing light and birdsong instead of a shock. In the evening it fades to help you fall asleep.',
      details: { Light: '20 steps', Sounds: '12' },
    },
    {
      name: 'Aluminium Laptop Stand',
      priceCents: 42_00,
      stock: 45,
      drawn: ['laptop', 'slate'],
      description:
        'Lifts the screen to eye height, which the neck will notice. Folds flat for the bag and does not wobble.',
      details: { Material: 'aluminium', For: '10–17 inches', Load: '8 kg' },
    },
    {
      name: 'Video Baby Monitor',
      priceCents: 115_00,
      stock: 18,
      drawn: ['monitor', 'sky'],
      description:
        'Hear and see your sleeping child from the sofa. Night vision, room temperature, lullabies, and no internet involved.',
      details: { Screen: '5 inches', Range: '300 m', Battery: '12 h' },
    },
  ],
};
