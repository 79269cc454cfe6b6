import {
  parseDeployment,
  readDeployment,
  type Deployment,
  type DeploymentInput,
} from '../../../lib/deployment';
import { takeDown, type TakeDown } from '../../../lib/destroy/take-down';
import type { PlannedStack, TemplateResource } from '../../../lib/plan/assembly';
import { plannedStacks } from '../../setup/summary';

const known = new Map<string, TakeDown>();

/** How a file in deployments/ is taken down. */
export function takeDownOf(name: string): TakeDown {
  const plan = known.get(name) ?? takeDownAs(readDeployment(name).stated, name);
  known.set(name, plan);
  return plan;
}

export function takeDownAs(stated: DeploymentInput, source = stated.name): TakeDown {
  const deployment = parseDeployment(stated);
  return takeDown(deployment, source, plannedStacks(deployment));
}

export const smallShop: Deployment = parseDeployment({
  name: 'shop',
  aws: { region: 'eu-west-1' },
  targets: { fargate: {} },
  live: 'fargate',
});

/** A stack with the resources of a test. */
export function stackWith(
  Resources: Readonly<Record<string, TemplateResource>>,
  stack: Partial<PlannedStack> = {},
): PlannedStack {
  return {
    id: 'data',
    name: 'shop-data',
    region: 'eu-west-1',
    description: 'Data of shop',
    terminationProtection: false,
    template: { Resources },
    acknowledgements: [],
    ...stack,
  };
}
