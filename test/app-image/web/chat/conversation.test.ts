import type { ChatEvent } from '../../../../app-image/api/chat';
import {
  converse,
  emptyConversation,
  isRunning,
  type Conversation,
  type ConversationAction,
} from '../../../../app-image/web/chat/conversation';

const conversationId = '6f1c9df2-6a56-4f4b-9a3c-6b1d2f0f7a11';
const done: ChatEvent = { type: 'done', conversationId, usage: { inputTokens: 1, outputTokens: 1 } };
const arrived = (id: number, event: ChatEvent): ConversationAction => ({ type: 'arrived', id, event });
const after = (...actions: ConversationAction[]): Conversation => actions.reduce(converse, emptyConversation);

describe('a conversation', () => {
  it('adds the pieces of an answer, and keeps its id for the next question', () => {
    const conversation = after(
      { type: 'asked', id: 1, question: 'A lamp?' },
      arrived(1, { type: 'text', delta: 'The brass ' }),
      arrived(1, { type: 'text', delta: 'one.' }),
      arrived(1, done),
    );
    expect(conversation.exchanges).toMatchObject([
      { question: 'A lamp?', answer: 'The brass one.', state: 'done' },
    ]);
    expect(conversation.conversationId).toBe(conversationId);
  });

  it('keeps the part of an answer that arrived before it was stopped', () => {
    const { exchanges } = after(
      { type: 'asked', id: 1, question: 'A lamp?' },
      arrived(1, { type: 'text', delta: 'The brass ' }),
      { type: 'stopped', id: 1 },
    );
    expect(exchanges).toMatchObject([{ answer: 'The brass ', state: 'stopped' }]);
    expect(isRunning(exchanges[0])).toBe(false);
  });

  it('replaces a question without an answer when it is asked again', () => {
    const { exchanges } = after(
      { type: 'asked', id: 1, question: 'A lamp?' },
      { type: 'failed', id: 1, error: new Error('away') },
      { type: 'asked', id: 2, question: 'A lamp?' },
    );
    expect(exchanges).toMatchObject([{ id: 2, state: 'waiting' }]);
  });

  it('says why an answer ended early, and keeps its beginning', () => {
    const problem = { type: 'about:blank', title: 'Gone', status: 503, instance: 'r' };
    const { exchanges } = after(
      { type: 'asked', id: 1, question: 'A lamp?' },
      arrived(1, { type: 'text', delta: 'The ' }),
      arrived(1, { type: 'error', problem }),
    );
    expect(exchanges).toMatchObject([{ answer: 'The ', state: 'failed', error: { problem } }]);
  });

  it('does not mix the end of one answer into the next question', () => {
    const { exchanges } = after(
      { type: 'asked', id: 1, question: 'A lamp?' },
      { type: 'asked', id: 2, question: 'A cup?' },
      arrived(1, { type: 'text', delta: 'late' }),
      { type: 'stopped', id: 1 },
    );
    expect(exchanges).toMatchObject([
      { id: 1, state: 'stopped' },
      { id: 2, answer: '', state: 'waiting' },
    ]);
  });
});
