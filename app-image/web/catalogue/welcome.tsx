import { useChat } from '../chat/chat-context';
import { Icon } from '../layout/icon';

const questions = [
  'A gift for someone who loves tea',
  'Something warm for a rainy hike',
  'A lamp for a small desk',
];

/** Introduces the assistant, with questions to try. */
export function Welcome() {
  const chat = useChat();
  return (
    <section className="welcome" aria-label="Ask the assistant">
      <p className="welcome-lead">
        Browse the products, or describe what you need and let the assistant find it.
      </p>
      <ul className="welcome-questions">
        {questions.map((question) => (
          <li key={question}>
            <button type="button" className="chip" onClick={() => chat.ask(question)}>
              <Icon name="spark" /> {question}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
