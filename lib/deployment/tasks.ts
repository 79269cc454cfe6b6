import type { TargetName, TargetSettings } from './schema/targets';

export type Targets = TargetSettings;

export interface TaskRange {
  readonly target: TargetName;
  /** Where the numbers stand in the file. */
  readonly path: string;
  readonly min: number;
  readonly max: number;
}

/** How many tasks each target may run. Targets that stand side by side share the stores, so their tasks add up. */
export function taskRanges({ fargate, express, apprunner, ec2 }: Targets): TaskRange[] {
  return [
    ...range('fargate', 'tasks', fargate?.tasks),
    ...range('express', 'tasks', express?.tasks),
    ...range('apprunner', 'instances', apprunner?.instances),
    ...range('ec2', 'tasks', ec2?.tasks),
  ];
}

/** The most tasks there may be at once. */
export function mostTasks(targets: Targets): number {
  return taskRanges(targets).reduce((sum, { max }) => sum + max, 0);
}

interface Range {
  readonly min: number;
  readonly max: number;
}

function range(target: TargetName, field: string, stated: Range | undefined): TaskRange[] {
  return stated ? [{ target, path: `targets.${target}.${field}`, min: stated.min, max: stated.max }] : [];
}
