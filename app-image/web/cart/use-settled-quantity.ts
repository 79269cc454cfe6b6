import { useEffect, useRef, useState } from 'react';

/** Milliseconds without a press after which a quantity is what the customer wants. */
const pauseMs = 400;

interface SettledQuantity {
  /** What the customer has pressed so far. */
  readonly shown: number;
  readonly press: (quantity: number) => void;
  /** Forgets what was pressed and not sent yet. */
  readonly forget: () => void;
}

/**
 * Sends a quantity once the customer pauses: ten presses are one request, and one of the fifty an
 * hour that a client may write with (R4). Leaving the page sends it at once.
 */
export function useSettledQuantity(
  quantity: number,
  send: (quantity: number, answered: () => void) => void,
): SettledQuantity {
  const [pressed, setPressed] = useState<number>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waiting = useRef<() => void>(undefined);

  const forget = () => {
    clearTimeout(timer.current);
    waiting.current = undefined;
  };
  const press = (wanted: number) => {
    forget();
    setPressed(wanted);
    waiting.current = () => {
      forget();
      // Shown until the cart knows it, unless there were more presses meanwhile.
      send(wanted, () => setPressed((latest) => (latest === wanted ? undefined : latest)));
    };
    timer.current = setTimeout(waiting.current, pauseMs);
  };
  useEffect(() => () => waiting.current?.(), []);
  return { shown: pressed ?? quantity, press, forget };
}
