import type { DeploymentInput, TargetName } from '../deployment';

/** Changes to a deployment file. Each returns a new file and keeps all other fields. */

export function withDatabase(
  file: DeploymentInput,
  change: Partial<NonNullable<DeploymentInput['database']>>,
): DeploymentInput {
  return { ...file, database: { ...file.database, ...change } };
}

/** Sets the maximum number of tasks of a target and keeps its other settings. */
export function withMostTasks(file: DeploymentInput, target: TargetName, max: number): DeploymentInput {
  const { fargate, express, apprunner, ec2 } = file.targets;
  const targets: Record<TargetName, DeploymentInput['targets']> = {
    fargate: { fargate: { ...fargate, tasks: { ...fargate?.tasks, max } } },
    express: { express: { ...express, tasks: { ...express?.tasks, max } } },
    apprunner: { apprunner: { ...apprunner, instances: { ...apprunner?.instances, max } } },
    ec2: { ec2: { ...ec2, tasks: { ...ec2?.tasks, max } } },
  };
  return { ...file, targets: { ...file.targets, ...targets[target] } };
}

/** Takes a target's settings from another file; `{}` when that file has none. */
export function withTarget(
  file: DeploymentInput,
  target: TargetName,
  as: DeploymentInput['targets'],
): DeploymentInput {
  return { ...file, targets: { ...file.targets, [target]: as[target] ?? {} } };
}

export function withoutTarget(file: DeploymentInput, target: TargetName): DeploymentInput {
  const targets = { ...file.targets };
  Reflect.deleteProperty(targets, target);
  return { ...file, targets };
}
