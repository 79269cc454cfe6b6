import type { ProductSummary } from '../../api/catalogue';

/** A stretch of an answer: plain words, or the name of a product that can be visited. */
export type AnswerPart = string | { name: string; slug: string };

/**
 * The assistant writes a product as `Harbour Stoneware Mug (#6)`. The id is for this page: it becomes
 * a link and is not shown. An id that no search found is left out; the name before it stays.
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

/** The beginning of an id whose end has not arrived yet. */
function withoutHalfAnId(text: string): string {
  return text.replace(/\s*\((#\d*)?$/, '');
}

/** The answer as it is read aloud. */
export function spokenAnswer(answer: string): string {
  return answer.replaceAll(/\s*\(#\d+\)/g, '');
}
