import type { Construct } from 'constructs';
import type { Target } from '../constructs/target';
import type { Deployment, TargetName } from '../lib/deployment';
import { DataStack } from './data-stack';
import { EdgeStack } from './edge-stack';
import { FargateStack } from './fargate-stack';
import { NetworkStack } from './network-stack';

/**
 * One environment. Every target shares the network and the data, so moving from one target to
 * another moves traffic, never data.
 *
 *     Edge ──▶ the live target ─┐
 *              another target ──┼──▶ Data ──▶ Network
 */
export function buildShop(scope: Construct, deployment: Deployment): void {
  const { vpc } = new NetworkStack(scope, { deployment });
  const { stores } = new DataStack(scope, { deployment, vpc });

  const targets: Partial<Record<TargetName, Target>> = {};
  if (deployment.targets.fargate) targets.fargate = new FargateStack(scope, { deployment, vpc, stores });

  const live = targets[deployment.live];
  if (!live) throw new Error(`live: ${deployment.live} is not built yet; set live to fargate`);
  new EdgeStack(scope, { deployment, origin: live.origin, assets: stores.assets });
}
