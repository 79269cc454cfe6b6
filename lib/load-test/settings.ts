import { existsSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { callersFolder } from '../deployment';
import { LoadTestError } from './problem';

/** Options as the command line gives them. */
export interface LoadTestOptions {
  readonly deployment: string;
  readonly seconds: string;
  readonly rate: string;
  readonly warmUp: string;
  readonly orders?: boolean;
  readonly chat?: boolean;
  readonly json?: string;
  readonly record?: string;
  readonly note?: string;
}

export interface Settings {
  /** Scheme, host and port. */
  readonly url: URL;
  /** Name or path of the deployment file. */
  readonly deployment: string;
  /** Range 1–3600. */
  readonly seconds: number;
  /** Requests a second. Range 1–1000. */
  readonly rate: number;
  /** Seconds before the measured ones. Range 0–60. */
  readonly warmUpSeconds: number;
  readonly orders: boolean;
  readonly chat: boolean;
  /** Absolute path. */
  readonly json?: string;
  /** Absolute path. */
  readonly record?: string;
  readonly note?: string;
}

/** With fewer requests, the p95 of the API depends on a handful of them. */
const fewestRequests = 100;

/**
 * Checks the command line.
 *
 * @throws LoadTestError for the first option that cannot be used
 */
export function settingsFrom(address: string, options: LoadTestOptions): Settings {
  const seconds = wholeNumber('--seconds', options.seconds, 1, 3600);
  const rate = wholeNumber('--rate', options.rate, 1, 1000);
  if (seconds * rate < fewestRequests)
    throw new LoadTestError(
      `--seconds ${seconds} and --rate ${rate} make ${seconds * rate} requests; at least ${fewestRequests} are needed for a p95. Raise one of them.`,
    );
  return {
    url: shopAddress(address),
    deployment: options.deployment,
    seconds,
    rate,
    warmUpSeconds: wholeNumber('--warm-up', options.warmUp, 0, 60),
    orders: options.orders ?? false,
    chat: options.chat ?? false,
    json: options.json === undefined ? undefined : fileToWrite('--json', options.json, '.json'),
    record: options.record === undefined ? undefined : fileToWrite('--record', options.record, '.md'),
    note: options.note === undefined ? undefined : singleLine('--note', options.note),
  };
}

function shopAddress(address: string): URL {
  const wrong = (what: string) =>
    new LoadTestError(
      `URL: \`${address}\` ${what}. Give the address of the shop, such as https://shop.example.com.`,
    );
  if (!URL.canParse(address) || !/^https?:\/\//i.test(address))
    throw wrong('is not an http or https address');
  const url = new URL(address);
  if (url.username !== '' || url.password !== '')
    throw wrong('holds a user name or a password, which are not used');
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '')
    throw wrong('has a path; the test chooses the paths itself');
  return url;
}

function wholeNumber(option: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new LoadTestError(`${option}: \`${text}\` is not a whole number from ${least} to ${most}.`);
}

/** Checked before the run, so that no result is lost after it. */
function fileToWrite(option: string, path: string, ending: string): string {
  const file = resolve(callersFolder(), path);
  const wrong = (what: string) => new LoadTestError(`${option}: \`${path}\` ${what}.`);
  if (!basename(file).endsWith(ending)) throw wrong(`does not end with ${ending}`);
  if (!existsSync(dirname(file))) throw wrong('is in a folder that does not exist. Create the folder first');
  if (existsSync(file) && !statSync(file).isFile()) throw wrong('exists and is not a file');
  return file;
}

/** The note is one line of the record. */
function singleLine(option: string, text: string): string {
  const trimmed = text.trim();
  if (trimmed !== '' && !/[\p{Cc}\u2028\u2029]/u.test(trimmed)) return trimmed;
  throw new LoadTestError(`${option}: must be one line of text.`);
}
