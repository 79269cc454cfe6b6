import { useEffect, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { Icon } from '../layout/icon';
import { pages, searchAddress } from '../navigation/addresses';

const debounceMs = 250;

/** Searches while the customer types. The words are in the page's address, so that results can be shared and reloaded. */
export function SearchField() {
  const [path, navigate] = useLocation();
  const search = useSearch();
  const onSearchPage = path === pages.search;
  const searched = onSearchPage ? (new URLSearchParams(search).get('q') ?? '') : '';
  const [text, setText] = useState(searched);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  // A link or the back button changed the address. A space at the end, just typed, stays.
  useEffect(() => setText((typed) => (typed.trim() === searched ? typed : searched)), [searched]);
  useEffect(() => () => clearTimeout(timer.current), [path]);

  const searchFor = (words: string) => {
    clearTimeout(timer.current);
    const q = words.trim();
    if (q !== searched && (q || onSearchPage)) navigate(searchAddress(q), { replace: onSearchPage });
  };
  const typed = (words: string) => {
    setText(words);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => searchFor(words), debounceMs);
  };

  return (
    <form
      className="search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        searchFor(text);
      }}
    >
      <Icon name="search" />
      <input
        type="search"
        name="q"
        aria-label="Search products"
        placeholder="Search in your own words"
        autoComplete="off"
        enterKeyHint="search"
        maxLength={200}
        value={text}
        onChange={(event) => typed(event.target.value)}
      />
    </form>
  );
}
