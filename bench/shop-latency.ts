import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { percentile } from '../lib/load-test/verdict';
import { startShop } from './start-shop';

/**
 * Latency of the catalogue at a fixed rate of requests. The server is limited to half a core, as Fargate's
 * CFS quota does it: 50 ms of CPU in every 100 ms. A request is sent at its time, also when earlier ones
 * have no answer yet, so the measured latency includes the time a request waits.
 *
 *     npm run build && node -r ts-node/register bench/shop-latency.ts [requests/s] [seconds] [cores]
 */
const [rate = 100, seconds = 30, cores = 0.5] = process.argv.slice(2).map(Number);
const budgetMs = { p95: 200, max: 1000 };

const categories = ['home', 'bath', 'stationery'];
const words = [
  'a lamp for reading',
  'gift for a gardener',
  'warm wool',
  'something to sit on',
  'tea',
  'blue',
];
const sorts = ['newest', 'price-asc', 'price-desc', 'name'];

/** Of ten requests six are lists, two searches and two products. Their parameters change. */
function address(index: number): string {
  const pick = <T>(values: readonly T[]) => values[index % values.length];
  if (index % 10 < 6)
    return `/api/products?sort=${pick(sorts)}&maxPriceCents=${1000 + 50 * (index % 400)}${index % 3 ? '' : `&category=${pick(categories)}`}`;
  return index % 10 < 8
    ? `/api/search?q=${encodeURIComponent(`${pick(words)} ${index % 50}`)}`
    : '/api/products/dusk-bedside-lamp';
}

/** CPU time of all threads of a process, in milliseconds. */
function usedMs(pid: number): number {
  const tasks = `/proc/${pid}/task`;
  const nanoseconds = readdirSync(tasks).map((task) =>
    Number(readFileSync(join(tasks, task, 'schedstat'), 'utf8').split(' ')[0]),
  );
  return nanoseconds.reduce((sum, value) => sum + value, 0) / 1e6;
}

/** Stops a process for the rest of each period when it has used its share of CPU. Runs as a separate process. */
function limitCpu(pid: number, share: number): () => void {
  const child = spawn(process.execPath, [
    '-r',
    'ts-node/register',
    __filename,
    'limit',
    String(pid),
    String(share),
  ]);
  return () => void child.kill();
}

async function enforceLimit(pid: number, share: number): Promise<never> {
  const period = 100;
  for (;;) {
    const [begin, used] = [performance.now(), usedMs(pid)];
    let stopped = false;
    while (performance.now() - begin < period) {
      await sleep(2);
      if (stopped || usedMs(pid) - used < share * period) continue;
      process.kill(pid, 'SIGSTOP');
      stopped = true;
    }
    if (stopped) process.kill(pid, 'SIGCONT');
  }
}

async function measure(url: string): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>();
  const begin = performance.now();
  const pending: Promise<void>[] = [];
  for (let index = 0; index < rate * seconds; index++) {
    const due = begin + (index * 1000) / rate;
    if (due > performance.now()) await sleep(due - performance.now());
    const path = address(index);
    const kind = path.replace(/\?.*/, '');
    pending.push(
      fetch(url + path).then(async (answer) => {
        await answer.arrayBuffer();
        if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
        times.set(kind, [...(times.get(kind) ?? []), performance.now() - due]);
      }),
    );
  }
  await Promise.all(pending);
  return times;
}

async function main(): Promise<void> {
  const shop = await startShop();
  const { server } = shop;
  await measureWarm(server.url);
  const release = limitCpu(server.pid, cores);
  const before = usedMs(server.pid);
  const times = await measure(server.url);
  const cpu = (usedMs(server.pid) - before) / (seconds * 1000);
  release();
  process.kill(server.pid, 'SIGCONT');

  console.log(`${rate} requests/s for ${seconds} s, limited to ${cores} cores; used ${cpu.toFixed(2)}`);
  const all = [...times.values()].flat();
  for (const [kind, values] of [...times, ['all', all] as const]) {
    const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(values, share)?.toFixed(0));
    console.log(
      `${kind.padEnd(34)} p50 ${p50}  p95 ${p95}  p99 ${p99}  max ${Math.max(...values).toFixed(0)} ms`,
    );
  }
  const isWithinBudget =
    (percentile(all, 0.95) ?? Infinity) < budgetMs.p95 && Math.max(...all) < budgetMs.max;
  console.log(
    isWithinBudget
      ? 'within the budget'
      : `over the budget: p95 < ${budgetMs.p95} ms, none above ${budgetMs.max} ms`,
  );
  await shop.stop();
  process.exitCode = isWithinBudget ? 0 : 1;
}

/** Sends requests that are not measured, so that code is compiled and connections are open. */
async function measureWarm(url: string): Promise<void> {
  for (let index = 0; index < 200; index++) await (await fetch(url + address(index))).arrayBuffer();
}

if (process.argv[2] === 'limit') void enforceLimit(Number(process.argv[3]), Number(process.argv[4]));
else void main();
