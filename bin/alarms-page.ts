import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { DISABLE_ASSET_STAGING_CONTEXT } from 'aws-cdk-lib/cx-api';
import { alarmsPage, type Synthesized } from '../lib/alarms/page';
import { deploymentNames, loadDeployment, repository } from '../lib/deployment';
import { readStacks } from '../lib/plan/assembly';
import { buildShop } from '../stacks/shop-deployment';

/*
 * Writes docs/alarms.md from the templates of all deployment files; `npm run docs` calls it.
 * Validation takes most of a synth and changes no template.
 */
process.env.CDK_VALIDATION = 'false';

const { context } = JSON.parse(readFileSync(join(repository, 'cdk.json'), 'utf8')) as {
  readonly context: Readonly<Record<string, unknown>>;
};

function synthesized(name: string): Synthesized {
  const outdir = mkdtempSync(join(tmpdir(), 'alarms-page-'));
  try {
    const deployment = loadDeployment(name);
    const app = new App({ outdir, context: { ...context, [DISABLE_ASSET_STAGING_CONTEXT]: true } });
    buildShop(app, deployment);
    return { deployment, stacks: readStacks(app.synth().directory) };
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

writeFileSync(join(repository, 'docs', 'alarms.md'), alarmsPage(deploymentNames().map(synthesized)));
