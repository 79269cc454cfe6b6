import { Command } from 'commander';
import { DeploymentError } from '../lib/deployment';
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

shop.parseAsync().catch((problem: unknown) => {
  if (!(problem instanceof DeploymentError || problem instanceof SynthesisError)) throw problem;
  process.stderr.write(`${problem.message}\n`);
  process.exitCode = 1;
});
