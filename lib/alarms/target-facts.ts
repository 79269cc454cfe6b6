import type { Exists, Watched } from './definition';
import type { TargetName } from '../deployment/schema/targets';
import { taskRanges } from '../deployment/tasks';

interface TargetFacts {
  /** The service that runs the target reports tasks that fail the health check. */
  readonly unhealthyTasks: boolean;
  /** Tasks of ECS, whose number and ends are known. */
  readonly tasks: boolean;
  /** An alarm can roll a release back. */
  readonly rollbackAlarms: boolean;
}

const facts: Record<TargetName, TargetFacts> = {
  fargate: { unhealthyTasks: true, tasks: true, rollbackAlarms: true },
  ec2: { unhealthyTasks: true, tasks: true, rollbackAlarms: true },
  // Express brings its own target groups, canary and alarm. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/express-service-work.html
  express: { unhealthyTasks: false, tasks: true, rollbackAlarms: false },
  // https://docs.aws.amazon.com/apprunner/latest/dg/monitor-cw.html
  apprunner: { unhealthyTasks: false, tasks: false, rollbackAlarms: false },
};

export const reportsUnhealthyTasks: Exists = ({ live }) => facts[live].unhealthyTasks;
export const runsTasks: Exists = ({ live }) => facts[live].tasks;
export const hasRollbackAlarms: Exists = ({ live }) => facts[live].rollbackAlarms;

/** Fewest tasks or instances of the live target. */
export function leastTasks({ live, targets }: Watched): number {
  return taskRanges(targets).find(({ target }) => target === live)?.min ?? 1;
}
