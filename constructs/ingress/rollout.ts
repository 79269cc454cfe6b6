import { aws_ecs as ecs, Duration } from 'aws-cdk-lib';
import type { Rollout } from '../../lib/deployment/schema/targets';

type Strategy = Pick<
  ecs.BaseServiceOptions,
  'deploymentStrategy' | 'canaryConfiguration' | 'linearConfiguration' | 'bakeTime'
>;

/** Bake time: the old version keeps running for five minutes after the traffic has moved, so that a rollback is immediate. */
const bakeTime = Duration.minutes(5);

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-options.html */
export const strategies: Record<Rollout, Strategy> = {
  rolling: { deploymentStrategy: ecs.DeploymentStrategy.ROLLING },
  /** A tenth of the requests for five minutes, then all. */
  canary: {
    deploymentStrategy: ecs.DeploymentStrategy.CANARY,
    canaryConfiguration: { stepPercent: 10, stepBakeTime: Duration.minutes(5) },
    bakeTime,
  },
  /** A fifth more every two minutes. */
  linear: {
    deploymentStrategy: ecs.DeploymentStrategy.LINEAR,
    linearConfiguration: { stepPercent: 20, stepBakeTime: Duration.minutes(2) },
    bakeTime,
  },
  'blue-green': { deploymentStrategy: ecs.DeploymentStrategy.BLUE_GREEN, bakeTime },
};
