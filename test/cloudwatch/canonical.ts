/**
 * A value of a template as one text: a string stands for itself, anything else, such as
 * `{ Ref: 'Service' }`, is JSON with sorted keys. So a world can name a dimension that CloudFormation
 * fills in only at deployment.
 */
export const canonical = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(sorted(value));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
