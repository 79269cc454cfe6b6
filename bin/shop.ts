import { Command } from 'commander';
import { DeploymentError } from '../lib/deployment';
import { moveDeployment } from '../lib/move/command';
import { planDeployment } from '../lib/plan/command';
import { SynthesisError } from '../lib/plan/synthesize';

/** The operator's command: what `cdk` does not say about a deployment, and what it does not do for one. */
const shop = new Command('shop')
  .description('Plan and operate a deployment of the shop.')
  .showHelpAfterError();

shop
  .command('plan')
  .description(
    'check a deployment file, synthesize and validate its stacks, and print what would be made; needs no AWS account',
  )
  .argument('[deployment]', 'name of a file in deployments/, or a path to one', 'production')
  .option('-o, --output <folder>', 'where the cloud assembly is written', 'cdk.out')
  .option('--json', 'print the plan as JSON')
  .action(planDeployment);

shop
  .command('move')
  .description(
    'print the steps that move the live traffic to another target, without downtime; changes nothing itself',
  )
  .argument('<deployment>', 'name of a file in deployments/, or a path to one')
  .requiredOption('--to <target>', 'target that takes the traffic: fargate, express, apprunner or ec2')
  .option('--vectors <store>', 'chroma: move the vectors to Chroma once the traffic has moved')
  .option('--json', 'print the steps as JSON')
  .action(moveDeployment);

shop.parseAsync().catch((problem: unknown) => {
  if (!(problem instanceof DeploymentError || problem instanceof SynthesisError)) throw problem;
  process.stderr.write(`${problem.message}\n`);
  process.exitCode = 1;
});
