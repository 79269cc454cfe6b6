import { useEffect, useRef, useState } from 'react';

/** Milliseconds without a press after which the quantity is sent. */
const pauseMs = 400;

interface SettledQuantity {
  /** The quantity that the customer has chosen so far. */
  readonly shown: number;
  readonly press: (quantity: number) => void;
  /** Discards a quantity that is not sent yet. */
  readonly forget: () => void;
}

/**
 * Sends a quantity when the customer pauses: ten presses are one request, as the number of requests that
 * write is limited. Leaving the page sends it at once.
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
      // Shown until the cart holds it, unless there were more presses meanwhile.
      send(wanted, () => setPressed((latest) => (latest === wanted ? undefined : latest)));
    };
    timer.current = setTimeout(waiting.current, pauseMs);
  };
  useEffect(() => () => waiting.current?.(), []);
  return { shown: pressed ?? quantity, press, forget };
}
