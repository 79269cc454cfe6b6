/** Outlines on a 24 × 24 grid, drawn for this shop. */
const outlines = {
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.3 15.3 20 20',
  cart: 'M5.5 9h13l1.2 10.5H4.3zM8.7 9V7.3a3.3 3.3 0 0 1 6.6 0V9',
  person: 'M12 11.5a3.7 3.7 0 1 0 0-7.4 3.7 3.7 0 0 0 0 7.4zM4.5 20c.8-3.6 3.8-5.5 7.5-5.5s6.7 1.9 7.5 5.5',
  spark: 'M12 3.5c.6 4.7 3.2 7.3 8 8-4.8.7-7.4 3.3-8 8-.6-4.7-3.2-7.3-8-8 4.8-.7 7.4-3.3 8-8z',
  close: 'M6 6l12 12M18 6 6 18',
  plus: 'M12 5.5v13M5.5 12h13',
  minus: 'M5.5 12h13',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  send: 'M12 19V5.5M6 11l6-6 6 6',
  stop: 'M7.5 7.5h9v9h-9z',
} as const;

type IconName = keyof typeof outlines;

/** Decoration only, hidden from screen readers: the element around it has text or a label. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={outlines[name]} />
    </svg>
  );
}
