import type { DeploymentInput, TargetName } from '../deployment';
import { serviceStack } from '../stacks/names';
import { deleting } from './deleting';
import type { Move } from './move';
import { deploy } from './stacks';
import type { Undo } from './step';

/** For a step that has changed nothing in the account. */
export const nothingToUndo = (text: string, deployment: DeploymentInput): Undo => ({
  text,
  deployment,
  commands: [],
  deploys: [],
  deletes: [],
});

/** Deploys the file as it was before the step. */
export const deployAgain = (
  move: Move,
  { text, deployment, deploys }: Pick<Undo, 'text' | 'deployment' | 'deploys'>,
): Undo => ({ text, deployment, commands: deploy(move, deploys), deploys, deletes: [] });

/** Deletes a target that the step has made, and then deploys what followed it. */
export const removeAgain = (
  move: Move,
  target: TargetName,
  { text, deployment, deploys }: Pick<Undo, 'text' | 'deployment' | 'deploys'>,
): Undo => ({
  text,
  deployment,
  commands: [...deleting(move, target), ...deploy(move, deploys)],
  deploys,
  deletes: [serviceStack(target)],
});
