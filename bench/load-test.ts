import { spawn } from 'node:child_process';
import { startShop } from './start-shop';

/**
 * The load test against a shop on this machine, with the rate limits raised. All options of the load test can
 * follow. Exits with the code of the load test.
 *
 *     npm run build && node -r ts-node/register bench/load-test.ts --orders --chat
 */
async function main(): Promise<void> {
  const shop = await startShop();
  process.stderr.write(`· shop at ${shop.server.url}, with ${shop.parts}\n`);
  try {
    const test = spawn(
      process.execPath,
      ['-r', 'ts-node/register', 'bin/load-test.ts', shop.server.url, ...process.argv.slice(2)],
      { stdio: 'inherit' },
    );
    process.exitCode = await new Promise<number>((ended) => test.once('exit', (code) => ended(code ?? 2)));
  } finally {
    await shop.stop();
  }
}

void main();
