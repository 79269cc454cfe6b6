import type { Deployment } from '../../lib/deployment/schema';
import { readStacks, type PlannedStack } from '../../lib/plan/assembly';
import { buildShop } from '../../stacks/shop-deployment';
import { testApp } from './stack-tests';

/** The stacks of a deployment as a plan reads them. */
export function plannedStacks(deployment: Deployment): PlannedStack[] {
  const app = testApp();
  buildShop(app, deployment);
  return readStacks(app.synth().directory);
}
