import { at, isRecord, type Resource } from './resource';

/** Which properties of a resource a section shows, by resource type. */
export type FactTable = Readonly<Record<string, readonly string[]>>;

/** One entry for each resource that the table names: its name and type, then its properties. */
export function facts(resources: readonly Resource[], table: FactTable): string[] {
  return resources.flatMap((resource) => {
    const paths = table[resource.type] ?? [];
    const shown = paths.flatMap((path) => fact(path, at(resource.properties, path)));
    return shown.length > 0 ? entry(`${resource.name} (${resource.type})`, shown) : [];
  });
}

/** A line and those that belong to it. */
export const entry = (title: string, lines: readonly string[]): string[] => [
  title,
  ...lines.map((line) => `  ${line}`),
];

/** `label: value`; a list of objects takes a line each; nothing when there is no value. */
export function fact(label: string, value: unknown): string[] {
  if (value === undefined) return [];
  if (Array.isArray(value) && value.some(isRecord))
    return entry(
      `${label}:`,
      value.map((element) => `- ${text(element)}`),
    );
  return [`${label}: ${text(value)}`];
}

/** A value on one line: `a, b` for a list, `{ Key: value }` for an object. */
export function text(value: unknown): string {
  if (Array.isArray(value)) return value.length > 0 ? value.map(text).join(', ') : 'none';
  if (isRecord(value)) {
    const parts = Object.entries(value).map(([key, part]) => `${key}: ${bracketed(part)}`);
    return parts.length > 0 ? `{ ${parts.join(', ')} }` : '{}';
  }
  return String(value).replaceAll('\n', '\\n');
}

const bracketed = (value: unknown) => (Array.isArray(value) ? `[${text(value)}]` : text(value));
