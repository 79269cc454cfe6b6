import { useEffect, useLayoutEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { AnnouncementRegion } from '../feedback/announcer';
import { Icon } from '../layout/icon';
import { useChat } from './chat-context';
import { ChatExchange } from './chat-exchange';
import { ChatForm } from './chat-form';
import { ChatStatus } from './chat-status';
import { useNewestInView } from './use-newest-in-view';
import { useVisibleArea } from './use-visible-area';

/** A native modal dialog: it keeps the focus inside, closes on Escape, and then returns the focus. */
export function ChatDrawer() {
  const { open, close, exchanges } = useChat();
  const dialog = useRef<HTMLDialogElement>(null);
  const log = useRef<HTMLDivElement>(null);
  const last = exchanges.at(-1);
  const [path] = useLocation();

  useLayoutEffect(() => {
    if (!open) return dialog.current?.close();
    dialog.current?.showModal();
    dialog.current?.querySelector('textarea')?.focus();
  }, [open]);

  // A link in the chat led to another page: show that page.
  useLayoutEffect(() => dialog.current?.close(), [path]);

  useVisibleArea(dialog, open);
  useNewestInView(log, open, last);

  // A question asked again removes its notice and with it the button that had the focus.
  useEffect(() => {
    if (open && !dialog.current?.contains(document.activeElement))
      log.current?.focus({ preventScroll: true });
  }, [open, last?.id]);

  return (
    <dialog
      ref={dialog}
      className="chat"
      aria-labelledby="chat-title"
      onClose={close}
      onClick={(event) => event.target === event.currentTarget && close()}
    >
      <div className="chat-panel">
        <header className="chat-header">
          <h2 id="chat-title">
            <Icon name="spark" /> Ask the assistant
          </h2>
          <button type="button" className="icon-button" aria-label="Close the chat" onClick={close}>
            <Icon name="close" />
          </button>
        </header>
        {/* With a tabIndex, the keyboard can scroll it. */}
        <div ref={log} className="chat-log" role="region" aria-label="Conversation" tabIndex={0}>
          {exchanges.length === 0 && (
            <p className="chat-greeting">
              Tell me what you are looking for, who it is for and your budget. I search the whole shop.
            </p>
          )}
          {exchanges.map((exchange) => (
            <ChatExchange key={exchange.id} exchange={exchange} />
          ))}
        </div>
        <ChatStatus exchange={last} />
        <ChatForm />
        <AnnouncementRegion />
      </div>
    </dialog>
  );
}
