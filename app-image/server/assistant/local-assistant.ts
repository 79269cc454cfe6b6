import type { Product } from '../../api/catalogue';
import type { AnswerPart, Assistant, Question } from './assistant';

/** Stand-in where no model is configured. Says so, and describes the products that the search found. */
export class LocalAssistant implements Assistant {
  readonly kind = 'local';
  readonly state = 'up';

  refusal(): undefined {
    // It depends on nothing that can fail.
  }

  async *answer({ products, signal }: Question): AsyncGenerator<AnswerPart> {
    for (const delta of words(answerAbout(products))) {
      signal.throwIfAborted();
      yield { type: 'text', delta };
      // Lets the server flush each part, as with a real answer.
      await new Promise((next) => setImmediate(next));
    }
    yield { type: 'usage', usage: { inputTokens: 0, outputTokens: 0 } };
  }
}

const introduction =
  'I am the shop’s local stand-in and no AI model: I only tell you what the search found for your words.';

function answerAbout(products: readonly Product[]): string {
  const [best, ...others] = products.slice(0, 3);
  if (!best) return `${introduction} It found nothing. Other words may help.`;
  const rest = others.map((product) => `${named(product)} for ${price(product)}`).join(' and ');
  return [
    `${introduction} The closest is ${named(best)} for ${price(best)}. ${best.description}`,
    best.stock === 0 ? 'It is out of stock at the moment.' : '',
    rest && `You may also like ${rest}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function named({ name, id }: Product): string {
  return `${name} (#${id})`;
}

function price({ priceCents }: Product): string {
  return `$${(priceCents / 100).toFixed(2)}`;
}

/** `a b` → `a `, `b`. */
function words(text: string): string[] {
  return text.match(/\S+\s*/g) ?? [];
}
