let arriving: 'forward' | 'back' | undefined;
let path = location.pathname;

function departed(direction: 'forward' | 'back'): void {
  if (location.pathname !== path) arriving = direction;
  path = location.pathname;
}

// wouter announces `history.pushState` and `replaceState` as events of these names.
addEventListener('pushState', () => departed('forward'));
addEventListener('replaceState', () => departed('forward'));
addEventListener('popstate', () => departed('back'));

/**
 * Does what a browser does after loading a page: to its top, and the focus to its heading. The focus
 * stays with somebody typing in the search field, whose results are a page of their own; on the first
 * page, and going back, the browser itself has done the rest.
 */
export function arriveAt(heading: HTMLElement): void {
  const direction = arriving;
  arriving = undefined;
  if (direction === 'forward') window.scrollTo(0, 0);
  if (!direction || document.activeElement?.closest('[role=search], dialog')) return;
  heading.focus({ preventScroll: true });
}
