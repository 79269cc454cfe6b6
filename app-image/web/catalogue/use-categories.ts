import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Category } from '../../api/catalogue';
import { useShop } from '../session/session-context';

const fiveMinutes = 300_000;

export function useCategories(): UseQueryResult<Category[]> {
  const shop = useShop();
  return useQuery({
    queryKey: ['categories'],
    queryFn: ({ signal }) => shop.categories(signal),
    staleTime: fiveMinutes,
  });
}

/** The name of a category; its slug until the names are loaded. */
export function useCategoryName(slug: string): string {
  const { data } = useCategories();
  return data?.find((category) => category.slug === slug)?.name ?? slug;
}
