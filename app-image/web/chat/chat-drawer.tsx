import { useEffect, useLayoutEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { AnnouncementRegion } from '../feedback/announcer';
import { Icon } from '../layout/icon';
import { useChat } from './chat-context';
import { ChatExchange } from './chat-exchange';
import { ChatForm } from './chat-form';
import { ChatStatus } from './chat-status';

/** A native modal dialog: it keeps the focus, closes on Escape, and gives the focus back where it was. */
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

  // A link inside led to another page: make way for it.
  useLayoutEffect(() => dialog.current?.close(), [path]);

  // The newest question goes to the top, and its answer grows below without moving what is being read.
  useEffect(() => {
    if (open) log.current?.querySelector('.exchange:last-child')?.scrollIntoView({ block: 'start' });
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
        {/* A scrollable region that the keyboard cannot reach would be closed to some. */}
        <div ref={log} className="chat-log" role="region" aria-label="Conversation" tabIndex={0}>
          {exchanges.length === 0 && (
            <p className="chat-greeting">
              Tell me what you are looking for, for whom, and what it may cost. I look through the whole shop.
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
