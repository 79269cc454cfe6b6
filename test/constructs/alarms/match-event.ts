/**
 * Whether an event matches a pattern of EventBridge, as far as the patterns of this product go: values, `prefix`,
 * `anything-but` and `$or`. An array of the event matches when one of its elements does.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern.html
 */
export function matches(pattern: Readonly<Record<string, unknown>>, event: unknown): boolean {
  return Object.entries(pattern).every(([key, wanted]) => {
    if (key === '$or') return (wanted as Record<string, unknown>[]).some((one) => matches(one, event));
    const found = valuesAt(event, key);
    if (Array.isArray(wanted)) return found.some((value) => wanted.some((rule) => holds(rule, value)));
    return found.some((value) => matches(wanted as Record<string, unknown>, value));
  });
}

function valuesAt(event: unknown, key: string): unknown[] {
  return [event].flat().flatMap((one) => {
    const value: unknown = typeof one === 'object' && one !== null ? Reflect.get(one, key) : undefined;
    return value === undefined ? [] : [value].flat();
  });
}

function holds(rule: unknown, value: unknown): boolean {
  if (typeof rule !== 'object' || rule === null) return rule === value;
  if ('prefix' in rule) return typeof value === 'string' && value.startsWith(String(rule.prefix));
  if ('anything-but' in rule) return ![rule['anything-but']].flat().includes(value);
  throw new Error(`This test does not read the rule ${JSON.stringify(rule)}.`);
}
