import type { ProductSummary } from '../../../../app-image/api/catalogue';
import { mentions, spokenAnswer } from '../../../../app-image/web/chat/mentions';

function product(id: number, name: string): ProductSummary {
  const slug = name.toLowerCase().replaceAll(' ', '-');
  return {
    id,
    slug,
    name,
    category: 'c',
    priceCents: 1,
    currency: 'USD',
    stock: 1,
    picture: { name, alt: name },
  };
}

const products = [product(6, 'Stoneware Mug'), product(7, 'Teapot')];

describe('products that an answer names', () => {
  it('become links, and their ids are not shown', () => {
    expect(mentions('Take the Stoneware Mug (#6) or a Teapot (#7).', products)).toEqual([
      'Take the ',
      { name: 'Stoneware Mug', slug: 'stoneware-mug' },
      ' or a ',
      { name: 'Teapot', slug: 'teapot' },
      '.',
    ]);
  });

  it('stay plain words when the id is not one that was found, or belongs to another name', () => {
    expect(mentions('A Golden Swan (#99) and a Golden Swan (#6)', products)).toEqual([
      'A Golden Swan',
      ' and a Golden Swan',
    ]);
  });

  it.each(['Take the Teapot (', 'Take the Teapot (#', 'Take the Teapot (#7'])(
    'show no half of an id while it streams in: %s',
    (answer) => {
      expect(mentions(answer, products)).toEqual(['Take the Teapot']);
    },
  );

  it('do not change other brackets', () => {
    expect(mentions('It holds 0.3 l (a big cup), no. #6.', products)).toEqual([
      'It holds 0.3 l (a big cup), no. #6.',
    ]);
  });

  it('have no ids for screen readers', () => {
    expect(spokenAnswer('The Teapot (#7).')).toBe('The Teapot.');
  });
});
