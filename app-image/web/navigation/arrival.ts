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
 * Moves focus to the heading of a page just reached, as a browser would after loading one, and to
 * its top. Leaves both alone on the first page, and while somebody types in the search field, whose
 * results are a page of their own.
 */
export function arriveAt(heading: HTMLElement): void {
  const direction = arriving;
  arriving = undefined;
  if (!direction || document.activeElement?.closest('[role=search], dialog')) return;
  heading.focus({ preventScroll: true });
  // Going back, the browser restores where the reader was.
  if (direction === 'forward') window.scrollTo(0, 0);
}
