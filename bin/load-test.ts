import './node-version';
import { inspect } from 'node:util';
import { Command, CommanderError } from 'commander';
import { DeploymentError } from '../lib/deployment';
import { exitCodes, testLoad } from '../lib/load-test/command';
import { LoadTestError } from '../lib/load-test/problem';
import type { LoadTestOptions } from '../lib/load-test/settings';

/** The load test of a shop that runs somewhere. */
const command = new Command('load-test')
  .description(
    'Visit a shop as its customers do, at a steady rate, and compare the result with the thresholds.',
  )
  .argument('<url>', 'address of the shop')
  .option(
    '-c, --deployment <name>',
    'deployment file whose alarms.latencyP95Ms and alarms.errorPercent hold',
    'production',
  )
  .option('--seconds <number>', 'seconds that are measured, 1–3600', '60')
  .option('--rate <number>', 'requests a second, 1–1000; as many customers take part', '50')
  .option('--warm-up <seconds>', 'seconds before, which are not measured, 0–60', '5')
  .option('--orders', 'also sign customers up and place orders, which change the stock')
  .option('--chat', 'also ask the assistant, which costs tokens')
  .option('--json <file>', 'write the result as JSON')
  .option('--record <file>', 'write a dated record as Markdown')
  .option('--note <text>', 'one line for the record, such as the machine and its size')
  .addHelpText(
    'after',
    '\nExit codes: 0 within the thresholds; 1 a threshold is broken; 2 the test could not run, or rate limits refused too much of it. See docs/load-test.md.',
  )
  .showHelpAfterError("Run 'npm run load-test -- --help' to see the options.")
  .exitOverride()
  .action((url: string, options: LoadTestOptions) => testLoad(url, options));

command.parseAsync().catch((problem: unknown) => {
  process.exitCode = exitCodes.cannotRun;
  // Commander has printed its message; the help ends without an error.
  if (problem instanceof CommanderError) {
    if (problem.exitCode === 0) process.exitCode = 0;
    return;
  }
  const isForUser = problem instanceof LoadTestError || problem instanceof DeploymentError;
  process.stderr.write(`${isForUser ? problem.message : inspect(problem)}\n`);
});
