import { explain } from './chat-failure';
import { spokenAnswer } from './mentions';
import type { Exchange } from './conversation';

/**
 * What a screen reader says about the newest answer: first that it is coming, then the whole text. Reading
 * each piece as it arrives would interrupt the piece before.
 */
export function ChatStatus({ exchange }: { exchange: Exchange | undefined }) {
  return (
    <p className="visually-hidden" role="status">
      {exchange && spoken(exchange)}
    </p>
  );
}

function spoken({ state, answer, products, error }: Exchange): string {
  switch (state) {
    case 'waiting':
    case 'answering':
      return 'The assistant is answering.';
    case 'stopped':
      return 'Stopped.';
    case 'failed':
      return explain(error);
    case 'done':
      return products.length > 0
        ? `${spokenAnswer(answer)} ${products.length} products found.`
        : spokenAnswer(answer);
  }
}
