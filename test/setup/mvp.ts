import type { DeploymentInput } from '../../lib/deployment/schema';
import { AppRunnerStack } from '../../stacks/apprunner-stack';
import { DataStack } from '../../stacks/data-stack';
import { EdgeStack } from '../../stacks/edge-stack';
import { ExpressStack } from '../../stacks/express-stack';
import { NetworkStack } from '../../stacks/network-stack';
import { testApp, testDeployment } from './stack-tests';

const small = { cache: 'none', vectors: 'embedded' } satisfies Partial<DeploymentInput>;

/** The stacks of a shop on App Runner, with its real network, stores and edge. */
export function appRunnerShop(overrides: Partial<DeploymentInput> = {}) {
  const deployment = testDeployment({
    ...small,
    targets: { apprunner: {} },
    live: 'apprunner',
    ...overrides,
  });
  const { app, data, vpc, stores } = foundation(deployment);
  const service = new AppRunnerStack(app, { deployment, vpc, stores });
  return { app, deployment, data, service, edge: edgeOf(app, deployment, service, stores) };
}

/** The stacks of a shop on ECS Express, with its real network, stores and edge. */
export function expressShop(overrides: Partial<DeploymentInput> = {}) {
  const deployment = testDeployment({
    ...small,
    targets: { express: { tasks: { max: 1 } } },
    live: 'express',
    ...overrides,
  });
  const { app, data, vpc, stores } = foundation(deployment);
  const service = new ExpressStack(app, { deployment, vpc, stores });
  return { app, deployment, data, service, edge: edgeOf(app, deployment, service, stores) };
}

type Foundation = ReturnType<typeof foundation>;

function foundation(deployment: ReturnType<typeof testDeployment>) {
  const app = testApp();
  const { vpc } = new NetworkStack(app, { deployment });
  const data = new DataStack(app, { deployment, vpc });
  return { app, vpc, data, stores: data.stores };
}

function edgeOf(
  app: Foundation['app'],
  deployment: ReturnType<typeof testDeployment>,
  { origin }: AppRunnerStack | ExpressStack,
  { assets, database: { instance } }: Foundation['stores'],
) {
  return new EdgeStack(app, { deployment, origin, assets, instance });
}

/** @throws when there is none or another */
export function only<T>(found: readonly T[]): T {
  const [first, ...others] = found;
  if (first === undefined || others.length > 0) throw new Error(`There are ${found.length}, not one.`);
  return first;
}
