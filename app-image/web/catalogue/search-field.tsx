import { useEffect, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { Icon } from '../layout/icon';
import { pages, searchAddress } from '../navigation/addresses';

const debounceMs = 250;

/** Search as you type. The words live in the address, so results can be shared, reloaded and gone back to. */
export function SearchField() {
  const [path, navigate] = useLocation();
  const search = useSearch();
  const onSearchPage = path === pages.search;
  const searched = onSearchPage ? (new URLSearchParams(search).get('q') ?? '') : '';
  const [text, setText] = useState(searched);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  // The address changed by other means than typing: a link, or the back button. A space just typed stays.
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
        placeholder="Search, in your own words"
        autoComplete="off"
        enterKeyHint="search"
        maxLength={200}
        value={text}
        onChange={(event) => typed(event.target.value)}
      />
    </form>
  );
}
