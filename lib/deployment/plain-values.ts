import { readableEntries } from './rules/readable';
import type { ParsedContainer } from './schema/container';

type Stated = ParsedContainer['environment'][string];

/** A value of `container.environment` as text, whether it says `notSecret` or not. */
export function plainValue(stated: Stated): string {
  return typeof stated === 'string' ? stated : stated.notSecret;
}

/** Whether the file says that a value is no secret. */
export function isDeclaredPublic(stated: Stated): boolean {
  return typeof stated !== 'string';
}

/** All values of `container.environment` as text, without those that are wrong by themselves. */
export function plainValues(environment: ParsedContainer['environment']): Record<string, string> {
  return Object.fromEntries(readableEntries(environment).map(([name, value]) => [name, plainValue(value)]));
}
