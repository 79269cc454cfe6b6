import type { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Target } from '../constructs/target';
import type { Deployment, TargetName } from '../lib/deployment';
import { targetNames } from '../lib/deployment/schema/targets';
import { edgeRegion } from '../lib/stacks/names';
import { AppRunnerStack } from './apprunner-stack';
import { DataStack } from './data-stack';
import { Ec2Stack } from './ec2-stack';
import { EdgeOperationsStack } from './edge-operations-stack';
import { EdgeStack } from './edge-stack';
import { ExpressStack } from './express-stack';
import { FargateStack, type FargateStackProps } from './fargate-stack';
import { NetworkStack } from './network-stack';
import { OperationsStack, type OperationsStackProps } from './operations-stack';

/** What builds each target; all of them are given the same. */
const builders: Record<TargetName, new (scope: Construct, props: FargateStackProps) => Target & Stack> = {
  fargate: FargateStack,
  express: ExpressStack,
  apprunner: AppRunnerStack,
  ec2: Ec2Stack,
};

/**
 * One environment. Every target shares the network and the data, so moving from one target to
 * another moves traffic, never data.
 *
 *     Operations ──▶ all others
 *     Edge ──▶ the live target ─┐
 *              another target ──┼──▶ Data ──▶ Network
 */
export function buildShop(scope: Construct, deployment: Deployment): void {
  const network = new NetworkStack(scope, { deployment });
  const { vpc } = network;
  const data = new DataStack(scope, { deployment, vpc });
  // Also in an existing VPC, of which no stack reads an output: the network stack makes the roles of the account.
  data.addStackDependency(network);
  const { stores } = data;

  const targets: Partial<Record<TargetName, Target & Stack>> = {};
  for (const name of targetNames.filter((target) => deployment.targets[target])) {
    targets[name] = new builders[name](scope, { deployment, vpc, stores });
  }

  const live = targets[deployment.live];
  if (!live) throw new Error(`live: ${deployment.live} is not among the targets`);
  const edge = new EdgeStack(scope, {
    deployment,
    origin: live.origin,
    assets: stores.assets,
    instance: stores.database.instance,
  });
  edge.addStackDependency(live);
  watchShop(scope, { deployment, target: live, stores, edge: edge.watched, url: edge.url }, edge);
}

/** The stacks of the alarms come last: they read names of all others. */
function watchShop(scope: Construct, props: OperationsStackProps, edge: EdgeStack): void {
  const { deployment } = props;
  const edgeOperations =
    deployment.aws.region !== edgeRegion
      ? new EdgeOperationsStack(scope, { deployment, edge: props.edge })
      : undefined;
  const operations = new OperationsStack(scope, { ...props, edgeTopic: edgeOperations?.topic });
  operations.addStackDependency(edge);
  edgeOperations?.addStackDependency(edge);
  if (edgeOperations) operations.addStackDependency(edgeOperations);
}
