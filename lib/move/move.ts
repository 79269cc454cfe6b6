import {
  parseDeployment,
  type Deployment,
  type DeploymentFile,
  type DeploymentInput,
  type TargetName,
} from '../deployment';
import type { Step } from './step';

/** A move of the live traffic from one target to another. */
export interface Move extends DeploymentFile {
  /** What `--context deployment=` takes: a name in deployments/, or a path. */
  readonly source: string;
  readonly from: TargetName;
  readonly to: TargetName;
  /** The file as it is before the first step, with every default. */
  readonly start: Deployment;
  /** Whether the vectors move to Chroma after the old target is removed. */
  readonly chromaAfterwards: boolean;
}

/** Computes one step from the file as the steps before leave it; undefined when the step is not needed. */
export type Phase = (stated: DeploymentInput, move: Move) => Step | undefined;

/** A file of the move with all defaults. */
export function withDefaults(stated: DeploymentInput, { file }: DeploymentFile): Deployment {
  return parseDeployment(stated, file);
}

/** Display name of each target. */
export const titles: Readonly<Record<TargetName, string>> = {
  fargate: 'ECS Fargate',
  express: 'ECS Express Mode',
  apprunner: 'App Runner',
  ec2: 'ECS on EC2',
};

/** Express and App Runner mount no file system, so they cannot run a Chroma server. */
export function takesChroma(target: TargetName): boolean {
  return target === 'fargate' || target === 'ec2';
}
