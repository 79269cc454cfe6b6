import './node-version';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { bodyOf } from '../lib/alarms/dashboard-body';
import { drawDashboard } from '../lib/alarms/dashboard-picture';
import { loadDeployment } from '../lib/deployment';
import type { Template } from '../lib/plan/assembly';
import { operationsStack } from '../lib/stacks/names';
import { buildShop } from '../stacks/shop-deployment';

const repository = join(__dirname, '..');

/** Production on Fargate, and the smallest shop on App Runner. */
const deployments = ['production', 'mvp'];

/** The pictures of docs/dashboard.md, by path in the repository. */
export function dashboardPictures(): ReadonlyMap<string, string> {
  const { context } = JSON.parse(readFileSync(join(repository, 'cdk.json'), 'utf8')) as {
    context: Record<string, unknown>;
  };
  return new Map(
    deployments.map((name) => {
      const app = new App({
        stackTraces: false,
        context: { ...context, 'aws:cdk:disable-asset-staging': true },
      });
      buildShop(app, loadDeployment(name));
      const template = app.synth().getStackArtifact(operationsStack).template as Template;
      return [`docs/pictures/dashboard-${name}.svg`, drawDashboard(bodyOf(template), name)];
    }),
  );
}

if (require.main === module)
  for (const [file, picture] of dashboardPictures()) {
    mkdirSync(join(repository, 'docs/pictures'), { recursive: true });
    writeFileSync(join(repository, file), picture);
  }
