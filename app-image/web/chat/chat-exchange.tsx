import { ProductCard } from '../product/product-card';
import { AnswerText } from './answer-text';
import { useChat } from './chat-context';
import { ChatFailure } from './chat-failure';
import type { Exchange } from './conversation';

const shownProducts = 6;

export function ChatExchange({ exchange }: { exchange: Exchange }) {
  const { ask, close, exchanges } = useChat();
  const { question, answer, products, state, error } = exchange;
  return (
    <article className="exchange">
      <p className="question">
        <span className="visually-hidden">You asked: </span>
        {question}
      </p>
      {state === 'waiting' && (
        <p className="thinking" aria-hidden="true">
          <span />
          <span />
          <span />
        </p>
      )}
      {answer && (
        <AnswerText
          answer={answer}
          products={exchanges.flatMap((each) => each.products)}
          growing={state === 'answering'}
          onVisit={close}
        />
      )}
      {state === 'stopped' && <p className="soft">You stopped this answer.</p>}
      {state === 'failed' && <ChatFailure error={error} onRetry={() => ask(question)} />}
      {products.length > 0 && (
        <ul className="chat-products" aria-label="Products found">
          {products.slice(0, shownProducts).map((product) => (
            <li key={product.id}>
              <ProductCard product={product} layout="row" heading="h3" onVisit={close} />
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}
