import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for what will be, and says what has not come to be after a minute. */
export async function until(what: string, is: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1200; tries++) {
    if (await is()) return;
    await sleep(50);
  }
  throw new Error(`After 60 s still not: ${what}.`);
}
