import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';

const program = process.env.CHROMIUM_BIN ?? '/usr/bin/chromium';

/** No sandbox (CI runs as root), no GPU, and no requests of the browser's own. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const screens = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1280, height: 900 },
} as const;

export interface VisitorOptions {
  /** @default 'desktop' */
  screen?: keyof typeof screens;
  /** @default 'light' */
  colours?: 'light' | 'dark';
}

/** One browser with its own profile, and the errors it reported. */
export interface Visitor {
  readonly page: Page;
  /** Errors on the console, exceptions, and what the Content-Security-Policy stopped. */
  readonly complaints: string[];
  /** Removes the errors that a test expects. Throws when there are none. */
  forgive(pattern: RegExp): void;
  leave(): Promise<void>;
}

/** Like `describe`. Without a browser it skips the tests and prints the reason. */
export function describeWithBrowser(name: string, tests: () => void): void {
  if (existsSync(program)) {
    describe(name, tests);
    return;
  }
  process.stderr.write(`skipped: ${name} – no ${program} (apt-get install chromium, or set CHROMIUM_BIN)\n`);
  describe.skip(name, tests);
}

export async function visit(
  origin: string,
  { screen = 'desktop', colours = 'light' }: VisitorOptions = {},
): Promise<Visitor> {
  const profile = await mkdtemp(join(tmpdir(), 'shop-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: program,
    headless: true,
    args: flags,
    baseURL: origin,
    viewport: screens[screen],
    colorScheme: colours,
    locale: 'en-GB',
    // Animations would delay the tests and make screenshots differ.
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(10_000);
  // Chromium does not report every violation on the console, for example not that of a style attribute.
  await context.addInitScript(
    `addEventListener('securitypolicyviolation', (event) =>
       console.error('Content-Security-Policy', event.violatedDirective, event.blockedURI))`,
  );
  const page = context.pages()[0] ?? (await context.newPage());
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) {
      complaints.push(`${message.text()} (${message.location().url})`);
    }
  });
  return {
    page,
    complaints,
    forgive(pattern) {
      const left = complaints.filter((complaint) => !pattern.test(complaint));
      if (left.length === complaints.length) {
        throw new Error(`Nothing matches ${String(pattern)} among ${JSON.stringify(complaints)}`);
      }
      complaints.splice(0, complaints.length, ...left);
    },
    leave: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
