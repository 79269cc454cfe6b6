import type { ProductSummary } from '../../api/catalogue';

/** A part of an answer: plain text, or the name of a product with a page. */
export type AnswerPart = string | { name: string; slug: string };

/**
 * The assistant writes a product as `Harbour Stoneware Mug (#6)`. The name becomes a link, and the id is
 * not shown. A name whose id is not among the products found stays plain text.
 */
export function mentions(answer: string, products: readonly ProductSummary[]): AnswerPart[] {
  const parts: AnswerPart[] = [];
  let read = 0;
  for (const match of answer.matchAll(/\s*\(#(\d+)\)/g)) {
    const before = answer.slice(read, match.index);
    const product = products.find(({ id }) => id === Number(match[1]));
    if (product && before.endsWith(product.name)) {
      parts.push(before.slice(0, -product.name.length), { name: product.name, slug: product.slug });
    } else {
      parts.push(before);
    }
    read = match.index + match[0].length;
  }
  parts.push(withoutHalfAnId(answer.slice(read)));
  return parts.filter((part) => part !== '');
}

/** Removes the beginning of an id whose end has not arrived yet. */
function withoutHalfAnId(text: string): string {
  return text.replace(/\s*\((#\d*)?$/, '');
}

/** The answer for a screen reader. */
export function spokenAnswer(answer: string): string {
  return answer.replaceAll(/\s*\(#\d+\)/g, '');
}
