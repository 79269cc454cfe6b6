import { Icon } from '../layout/icon';
import { useChat } from './chat-context';
import { isRunning } from './conversation';

export function ChatForm() {
  const { draft, setDraft, ask, stop, exchanges } = useChat();
  const running = isRunning(exchanges.at(-1));
  const question = draft.trim();
  const send = () => {
    if (question && !running) ask(question);
  };
  return (
    <form
      className="chat-form"
      aria-label="Your question"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        aria-label="Your question"
        placeholder="A birthday present under $50…"
        rows={2}
        maxLength={2000}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          // While an input method composes a word (Japanese, Chinese), Enter accepts the word.
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      {running ? (
        <button type="button" className="round-button" aria-label="Stop the answer" onClick={stop}>
          <Icon name="stop" />
        </button>
      ) : (
        <button type="submit" className="round-button" aria-label="Send" aria-disabled={!question}>
          <Icon name="send" />
        </button>
      )}
    </form>
  );
}
