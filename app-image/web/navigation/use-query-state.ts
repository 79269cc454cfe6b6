import { useCallback } from 'react';
import { useLocation, useSearch } from 'wouter';
import { queryString } from '../api/address';

/** The query of the address as a record, and a function that changes parts of it. Empty values are removed. */
export function useQueryState(): [
  Readonly<Record<string, string>>,
  (changes: Record<string, string>) => void,
] {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const change = useCallback(
    (changes: Record<string, string>) => {
      const current = Object.fromEntries(new URLSearchParams(search));
      navigate(path + queryString({ ...current, ...changes }), { replace: true });
    },
    [search, path, navigate],
  );
  return [Object.fromEntries(new URLSearchParams(search)), change];
}
