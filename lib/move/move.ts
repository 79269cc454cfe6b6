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
  /** Chroma is wanted once the new target has the traffic to itself. */
  readonly chromaAfterwards: boolean;
}

/** Works out one step from the file as the steps before leave it; nothing when it is not needed. */
export type Phase = (stated: DeploymentInput, move: Move) => Step | undefined;

/** A file of the move with every default. */
export function withDefaults(stated: DeploymentInput, { file }: DeploymentFile): Deployment {
  return parseDeployment(stated, file);
}

/** What people call each target. */
export const titles: Readonly<Record<TargetName, string>> = {
  fargate: 'ECS Fargate',
  express: 'ECS Express Mode',
  apprunner: 'App Runner',
  ec2: 'ECS on EC2',
};

/** Express and App Runner mount no file system, so no Chroma server stands beside them. */
export function takesChroma(target: TargetName): boolean {
  return target === 'fargate' || target === 'ec2';
}
