import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { DeploymentError, loadDeployment, warningsFor } from '../lib/deployment';
import { buildShop } from '../stacks/shop-deployment';

/** The CDK app: loads the deployment named by `-c deployment=NAME` (default `production`) and builds its stacks. */
function main(): void {
  // Traces of where each construct was made cost a third of synthesis and put this machine's paths into the output.
  const app = new App({ stackTraces: false });
  const deployment = loadDeployment(String(app.node.tryGetContext('deployment') ?? 'production'));
  Validations.of(app).addPlugins(new AwsSolutionsChecks());
  for (const { path, message } of warningsFor(deployment)) Validations.of(app).addWarning(path, message);
  buildShop(app, deployment);
  app.synth();
}

try {
  main();
} catch (problem) {
  if (!(problem instanceof DeploymentError)) throw problem;
  console.error(problem.message);
  process.exitCode = 1;
}
