import { relative } from 'node:path';
import { loadDeployment, warningsFor } from '../deployment';
import type { Finding } from './findings';
import { readPlan, type Plan } from './plan';
import { Progress } from './progress';
import { renderPlan } from './render';
import { synthesize } from './synthesize';

export interface PlanOptions {
  readonly output: string;
  readonly json?: boolean;
}

/** `shop plan`: exits 1 when a validator has an unacknowledged finding; a warning of ours is none. */
export async function planDeployment(name: string, { output, json = false }: PlanOptions): Promise<void> {
  const progress = new Progress();
  const deployment = await progress.step(`Check deployment ${name}`, () => loadDeployment(name));
  for (const { path, message } of warningsFor(deployment)) process.stderr.write(`! ${path}: ${message}\n`);
  await progress.step('Synthesize and validate its stacks', () => synthesize(name, output));

  const plan = readPlan(deployment, output);
  process.stdout.write(json ? asJson(plan) : `\n${renderPlan(plan)}\n\n${nextStep(name, output)}\n`);
  if (plan.findings.some((finding) => !isWarning(finding))) process.exitCode = 1;
}

/** CDK reports what the app itself warns of among the findings. */
const isWarning = ({ validator, severity }: Finding) =>
  validator === 'Construct Annotations' && severity === 'warning';

const nextStep = (name: string, output: string) =>
  `Templates are in ${relative('.', output) || output}. Deploy with: npx cdk deploy --all --context deployment=${name}`;

/** Without the templates themselves, which are in the output folder. */
const asJson = ({ deployment, stacks, findings }: Plan) =>
  `${JSON.stringify({ deployment, stacks: stacks.map((stack) => ({ ...stack, template: undefined })), findings }, null, 2)}\n`;
