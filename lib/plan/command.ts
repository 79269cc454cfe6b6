import { relative } from 'node:path';
import { contextOf, parseDeployment, readInChild, warningsFor } from '../deployment';
import { comparedSettings } from '../guard/compared-settings';
import { risksBetween } from '../guard/guard';
import { renderRisks } from '../guard/render';
import type { Risk } from '../guard/risk';
import { readEarlier } from './earlier-assembly';
import type { Finding } from './findings';
import { defaultOutput, prepareOutput } from './output-folder';
import { readPlan, type Plan } from './plan';
import { Progress } from './progress';
import { renderPlan } from './render';
import { synthesize } from './synthesize';

export interface PlanOptions {
  /** Relative to the caller's folder. @default - cdk.out of this repository */
  readonly output?: string;
  readonly json?: boolean;
  /** Folder with the cloud assembly of the deployed version, relative to the caller's folder. @default - no comparison */
  readonly against?: string;
}

/**
 * `shop plan`: exits with 1 when a validator has a finding that is not acknowledged, or when the change
 * against an earlier assembly is not safe in one deployment. A warning of this product does not count.
 */
export async function planDeployment(
  nameOrPath: string,
  { output = defaultOutput, json = false, against }: PlanOptions,
  synthesizeTo = synthesize,
): Promise<void> {
  const progress = new Progress();
  const { file, stated } = await progress.step(`Check deployment ${nameOrPath}`, () =>
    readInChild(nameOrPath),
  );
  const deployment = parseDeployment(stated, file);
  for (const { path, message } of warningsFor(deployment)) process.stderr.write(`! ${path}: ${message}\n`);
  const earlier = against === undefined ? undefined : readEarlier(against);
  const folder = prepareOutput(output);
  const context = contextOf(file);
  await progress.step('Synthesize and validate its stacks', () => synthesizeTo(context, folder));

  const plan = readPlan(deployment, folder);
  const after = comparedSettings(deployment);
  const risks = earlier && risksBetween(earlier, { stacks: plan.stacks, settings: after });
  const report = [
    renderPlan(plan),
    ...(risks ? [renderRisks(risks, { context, before: earlier.settings, after })] : []),
    nextStep(context, folder, risks),
  ];
  process.stdout.write(json ? asJson(plan, risks) : `\n${report.join('\n\n')}\n`);
  if (plan.findings.some((finding) => !isWarning(finding)) || risks?.length) process.exitCode = 1;
}

/** CDK lists what the app itself warns of among the findings. */
const isWarning = ({ validator, severity }: Finding) =>
  validator === 'Construct Annotations' && severity === 'warning';

/** An unsafe change has its steps above. */
function nextStep(context: string, folder: string, risks: readonly Risk[] = []): string {
  const place = `Templates are in ${relative('.', folder) || folder}.`;
  return risks.length > 0
    ? place
    : `${place} Deploy with: npx cdk deploy --all --context deployment=${context}`;
}

/** Without the templates themselves, which are in the output folder. */
const asJson = ({ deployment, stacks, findings }: Plan, risks: readonly Risk[] | undefined) =>
  `${JSON.stringify({ deployment, stacks: stacks.map((stack) => ({ ...stack, template: undefined })), findings, risks }, null, 2)}\n`;
