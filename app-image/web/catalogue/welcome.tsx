import { useChat } from '../chat/chat-context';
import { Icon } from '../layout/icon';

const questions = [
  'A gift for someone who loves tea',
  'Something warm for a rainy hike',
  'A lamp for a small desk',
];

/** What this shop does that others do not: describe what you need, and it looks for you. */
export function Welcome() {
  const chat = useChat();
  return (
    <section className="welcome" aria-label="Ask the assistant">
      <p className="welcome-lead">
        Browse the shelves, or say in your own words what you are looking for and let the assistant fetch it.
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
