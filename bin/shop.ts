import './node-version';
import { Command } from 'commander';
import { AlarmNameError } from '../lib/alarm-test/choose-alarms';
import { testAlarm, type AlarmTestOptions } from '../lib/alarm-test/command';
import { DeploymentError } from '../lib/deployment';
import { destroyDeployment, type DestroyOptions } from '../lib/destroy/command';
import { moveDeployment, type MoveOptions } from '../lib/move/command';
import { planDeployment, type PlanOptions } from '../lib/plan/command';
import { EarlierAssemblyError } from '../lib/plan/earlier-assembly';
import { OutputError } from '../lib/plan/output-folder';
import { SynthesisError } from '../lib/plan/synthesize';
import { version } from '../package.json';

/** The operator's command, for what `cdk` does not say about a deployment and does not do for one. */
const shop = new Command('shop')
  .description('Plan and operate a deployment of the shop.')
  .showHelpAfterError("Run 'npm run shop -- --help' to see the commands and their options.")
  .version(version, '--version', 'print the version')
  .addHelpText(
    'after',
    '\nExit codes: 0 done; 1 the deployment file, the command line or the environment has a problem, or a plan has findings or is not safe in one deployment.',
  );

shop
  .command('plan')
  .description(
    'check a deployment file, synthesize and validate its stacks, and print what would be created; needs no AWS account',
  )
  .argument('[deployment]', 'name of a file in deployments/, or a path to one', 'production')
  .option('-o, --output <folder>', 'folder for the cloud assembly (default: cdk.out of this repository)')
  .option(
    '--against <folder>',
    'cloud assembly of the deployed version: refuse a change that is not safe in one deployment, and print the steps',
  )
  .option('--json', 'print the plan as JSON')
  .action((name: string, options: PlanOptions) => planDeployment(name, options));

shop
  .command('move')
  .description(
    'print the steps that move the live traffic to another target without downtime; changes nothing itself',
  )
  .argument('<deployment>', 'name of a file in deployments/, or a path to one')
  .requiredOption('--to <target>', 'target that takes the traffic: fargate, express, apprunner or ec2')
  .option('--vectors <store>', 'chroma: move the vectors to Chroma once the traffic has moved')
  .option('--json', 'print the steps as JSON')
  .action((name: string, options: MoveOptions) => moveDeployment(name, options));

shop
  .command('destroy')
  .description(
    'print how to delete a deployment: what goes, what stays and what that costs, the commands in order, and what undoes each; changes nothing itself',
  )
  .argument('<deployment>', 'name of a file in deployments/, or a path to one')
  .option('--data', 'also print how to remove what stays: snapshots, buckets, logs, secrets and the key')
  .option('--json', 'print it as JSON')
  .action((name: string, options: DestroyOptions) => destroyDeployment(name, options));

shop
  .command('alarm-test')
  .description(
    'print the AWS CLI calls that set off an alarm and put it back, and what must arrive where; changes nothing itself',
  )
  .argument('<deployment>', 'name of a file in deployments/, or a path to one')
  .option(
    '--alarm <name>',
    'name of an alarm in docs/runbook.md (default: the most severe alarm of each topic)',
  )
  .option('--json', 'print it as JSON')
  .action((name: string, options: AlarmTestOptions) => testAlarm(name, options));

// A reader such as `head` may close the pipe early.
process.stdout.on('error', (problem: NodeJS.ErrnoException) => {
  if (problem.code !== 'EPIPE') throw problem;
  process.exit();
});

shop.parseAsync().catch((problem: unknown) => {
  const isForUser = [AlarmNameError, DeploymentError, EarlierAssemblyError, OutputError, SynthesisError].some(
    (kind) => problem instanceof kind,
  );
  if (!isForUser || !(problem instanceof Error)) throw problem;
  process.stderr.write(`${problem.message}\n`);
  process.exitCode = 1;
});
