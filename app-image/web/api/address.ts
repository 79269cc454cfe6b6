export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/** Replaces `:name` in a route of the contract. Throws when a parameter is missing. */
export function addressOf(
  route: string,
  parameters: Readonly<Record<string, string | number>> = {},
  query: Query = {},
): string {
  const path = route.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = parameters[name];
    if (value === undefined) throw new Error(`${route} needs a value for :${name}`);
    return encodeURIComponent(value);
  });
  return path + queryString(query);
}

/** `?a=1&b=2` without the values that are not set; empty when no value is set. */
export function queryString(query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text && `?${text}`;
}
