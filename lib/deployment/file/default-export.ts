import { types } from 'node:util';
import { defineDeployment } from '../define';
import { importCircle } from './import-circle';
import { kindOf } from './plain-data';
import { example, UnusableFile } from './unusable-file';

/**
 * The object that a loaded file exports as its default.
 *
 * @throws UnusableFile when there is none, or it is something else than an object
 */
export function defaultExport(exported: unknown, file: string): object {
  const value = exportedDefault(exported);
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && kindOf(value) === undefined)
    return value;
  // Its rejection would be reported a second time.
  if (types.isPromise(value)) value.catch(() => undefined);
  const circle = value === undefined ? importCircle(file) : undefined;
  if (circle) throw circle;
  throw value === undefined
    ? new UnusableFile('has no default export', example)
    : new UnusableFile(`exports ${inWords(value)} as its default`, wayOut(value));
}

function exportedDefault(exported: unknown): unknown {
  return typeof exported === 'object' && exported !== null && 'default' in exported
    ? exported.default
    : undefined;
}

function inWords(value: unknown): string {
  if (value === defineDeployment) return 'the function defineDeployment, without a call,';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'string') return 'text';
  return value === null || typeof value === 'boolean'
    ? String(value)
    : (kindOf(value) ?? `a ${typeof value}`);
}

function wayOut(value: unknown): string {
  if (Array.isArray(value)) return `One file states one deployment. ${example}`;
  if (typeof value === 'function' && value !== defineDeployment)
    return `Export the values themselves, not code that makes them. ${example}`;
  if (kindOf(value) === 'a Promise')
    return `Export the values themselves, without async and await. ${example}`;
  return example;
}
