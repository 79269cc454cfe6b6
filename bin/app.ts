import { App, Validations } from 'aws-cdk-lib';
import { DeploymentError, loadDeployment, warningsFor } from '../lib/deployment';
import { buildShop } from '../stacks/shop-deployment';

/** The CDK app: loads the deployment named by `-c deployment=NAME` (default `production`) and builds its stacks. */
async function main(): Promise<void> {
  // Traces of where each construct was made cost a third of synthesis and put this machine's paths into the output.
  const app = new App({ stackTraces: false });
  const deployment = loadDeployment(String(app.node.tryGetContext('deployment') ?? 'production'));
  for (const { path, message } of warningsFor(deployment)) Validations.of(app).addWarning(path, message);
  buildShop(app, deployment);
  await addRules(app);
  app.synth();
}

/** The rules of cdk-nag, loaded only when CDK is going to ask for them: there are hundreds. */
async function addRules(app: App): Promise<void> {
  if (process.env.CDK_VALIDATION === 'false') return;
  const { AwsSolutionsChecks } = await import('cdk-nag');
  Validations.of(app).addPlugins(new AwsSolutionsChecks());
}

main().catch((problem: unknown) => {
  if (!(problem instanceof DeploymentError)) throw problem;
  console.error(problem.message);
  process.exitCode = 1;
});
