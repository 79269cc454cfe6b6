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
 * Does what a browser does after it has loaded a page: scrolls to the top and focuses the heading. The
 * focus stays in the search field while a customer types, although the results are another page. On the
 * first page the browser has done both; after going back it has restored the scroll position.
 */
export function arriveAt(heading: HTMLElement): void {
  const direction = arriving;
  arriving = undefined;
  if (direction === 'forward') window.scrollTo(0, 0);
  if (!direction || document.activeElement?.closest('[role=search], dialog')) return;
  heading.focus({ preventScroll: true });
}
