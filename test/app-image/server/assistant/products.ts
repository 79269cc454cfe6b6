import type { Product } from '../../../../app-image/api/catalogue';

export const mug: Product = {
  id: 6,
  slug: 'harbour-stoneware-mug',
  name: 'Harbour Stoneware Mug',
  category: 'kitchen',
  priceCents: 1400,
  currency: 'USD',
  stock: 120,
  picture: { name: 'harbour-stoneware-mug', alt: 'Drawing: teal mug' },
  description: 'A generous mug for coffee or cocoa.',
  details: [{ label: 'Capacity', value: '350 ml' }],
};

export const kettle: Product = {
  ...mug,
  id: 5,
  slug: 'gooseneck-electric-kettle',
  name: 'Gooseneck Electric Kettle',
  priceCents: 6500,
  stock: 0,
};
