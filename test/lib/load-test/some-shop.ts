import type { Shop } from '../../../lib/load-test/shop';

export const someShop: Shop = {
  version: '1.0.0',
  products: [
    { id: 1, slug: 'lamp', name: 'Brass Lamp', stock: 30 },
    { id: 2, slug: 'rug', name: 'Wool Rug', stock: 10 },
    { id: 3, slug: 'chair', name: 'Oak Chair', stock: 9 },
  ],
  categories: ['light', 'floor'],
};
