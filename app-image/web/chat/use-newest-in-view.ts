import { useEffect, type RefObject } from 'react';
import type { Exchange } from './conversation';

/** Pixels between the top of the conversation and what was scrolled there. */
const marginPx = 16;

/**
 * Scrolls the conversation to the newest question. Its answer grows below without moving what is being
 * read; only when the question is so long that the answer would start out of sight, the start of the
 * answer is scrolled up too. Sets `scrollTop`, because `scrollIntoView` would also scroll the elements
 * around the conversation.
 */
export function useNewestInView(
  conversation: RefObject<HTMLElement | null>,
  open: boolean,
  newest: Exchange | undefined,
): void {
  const id = newest?.id;
  const answered = newest !== undefined && newest.state !== 'waiting';

  useEffect(() => {
    const question = conversation.current?.querySelector<HTMLElement>('.exchange:last-child');
    if (open && conversation.current && question) scrollTo(conversation.current, question);
  }, [conversation, open, id]);

  useEffect(() => {
    const log = conversation.current;
    const exchange = log?.querySelector<HTMLElement>('.exchange:last-child');
    const answer = exchange?.querySelector<HTMLElement>('.answer, .notice');
    if (!open || !answered || !log || !exchange || !answer) return;
    // A customer who scrolled back to an earlier answer stays there.
    const reading = log.scrollTop + log.clientHeight > exchange.offsetTop;
    if (reading && answer.offsetTop - log.scrollTop > log.clientHeight / 2) scrollTo(log, answer);
  }, [conversation, open, id, answered]);
}

function scrollTo(log: HTMLElement, target: HTMLElement): void {
  log.scrollTop = target.offsetTop - marginPx;
}
