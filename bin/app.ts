import './node-version';
import { App, Validations } from 'aws-cdk-lib';
import {
  DeploymentError,
  parseDeployment,
  warningsFor,
  withDeploymentFile,
  type DeploymentFile,
} from '../lib/deployment';
import { recordSettings } from '../lib/guard/compared-settings';
import { buildShop } from '../stacks/shop-deployment';

/** The CDK app: loads the deployment named by `-c deployment=NAME` (default `production`) and builds its stacks. */
async function synthesize(app: App, { file, stated }: DeploymentFile): Promise<void> {
  const deployment = parseDeployment(stated, file);
  for (const { path, message } of warningsFor(deployment)) Validations.of(app).addWarning(path, message);
  buildShop(app, deployment);
  await addRules(app);
  app.synth();
  recordSettings(app.outdir, deployment);
}

/** The rules of cdk-nag, hundreds of them, are loaded only when CDK evaluates them. */
async function addRules(app: App): Promise<void> {
  if (process.env.CDK_VALIDATION === 'false') return;
  const { AwsSolutionsChecks } = await import('cdk-nag');
  Validations.of(app).addPlugins(new AwsSolutionsChecks());
}

// Traces of where each construct was made cost a third of synthesis and put this machine's paths into the output.
const app = new App({ stackTraces: false });
const name = String(app.node.tryGetContext('deployment') ?? 'production');

withDeploymentFile(name, (file) => synthesize(app, file)).catch((problem: unknown) => {
  if (!(problem instanceof DeploymentError)) throw problem;
  console.error(problem.message);
  // At once: what a refused file has started would keep the process alive.
  process.exit(1);
});
