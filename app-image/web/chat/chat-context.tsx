import {
  createContext,
  use,
  useCallback,
  useMemo,
  useReducer,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { useShop } from '../session/session-context';
import { converse, emptyConversation, type Conversation } from './conversation';

interface Chat extends Conversation {
  open: boolean;
  /** The text in the question field, not sent yet. */
  draft: string;
  setDraft: (words: string) => void;
  openWith: (draft: string) => void;
  close: () => void;
  ask: (question: string) => void;
  stop: () => void;
}

const ChatContext = createContext<Chat | undefined>(undefined);

export function useChat(): Chat {
  const chat = use(ChatContext);
  if (!chat) throw new Error('This component needs a ChatProvider around it');
  return chat;
}

export function ChatProvider({ children }: { children: ReactNode }) {
  const shop = useShop();
  const [conversation, dispatch] = useReducer(converse, emptyConversation);
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState('');
  const running = useRef<AbortController>(undefined);
  const lastId = useRef(0);
  const { conversationId } = conversation;

  const stop = useCallback(() => running.current?.abort(), []);
  const close = useCallback(() => setOpen(false), []);
  const openWith = useCallback((words: string) => {
    setDraft(words);
    setOpen(true);
  }, []);

  const ask = useCallback(
    (question: string) => {
      running.current?.abort();
      const controller = (running.current = new AbortController());
      const id = (lastId.current += 1);
      setDraft('');
      setOpen(true);
      dispatch({ type: 'asked', id, question });
      const listen = async () => {
        try {
          for await (const event of shop.chat({ message: question, conversationId }, controller.signal)) {
            dispatch({ type: 'arrived', id, event });
          }
        } catch (error) {
          dispatch(controller.signal.aborted ? { type: 'stopped', id } : { type: 'failed', id, error });
        }
      };
      void listen();
    },
    [shop, conversationId],
  );

  const chat = useMemo<Chat>(
    () => ({ ...conversation, open, draft, setDraft, openWith, close, ask, stop }),
    [conversation, open, draft, openWith, close, ask, stop],
  );
  return <ChatContext value={chat}>{children}</ChatContext>;
}
