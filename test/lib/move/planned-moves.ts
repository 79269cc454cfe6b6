import { DeploymentError, type DeploymentInput } from '../../../lib/deployment';
import { beginMove, type MoveRequest } from '../../../lib/move/begin-move';
import { movingSteps } from '../../../lib/move/moving-steps';
import type { Step } from '../../../lib/move/step';

export const mvp = {
  name: 'mvp',
  aws: { region: 'us-east-1' },
  targets: { apprunner: {} },
  live: 'apprunner',
  database: { instance: 't4g.micro', multiAz: false },
  cache: 'none',
  vectors: 'embedded',
} satisfies DeploymentInput;

export const production = {
  name: 'production',
  aws: { region: 'eu-west-1' },
  targets: { fargate: {} },
  live: 'fargate',
} satisfies DeploymentInput;

export const stepsOf = (stated: DeploymentInput, request: Omit<MoveRequest, 'source'>) =>
  movingSteps(beginMove({ file: __filename, stated }, { source: stated.name, ...request }));

export const ids = (steps: readonly Step[]) => steps.map(({ id }) => id);

export function step(steps: readonly Step[], id: string): Step {
  const found = steps.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`there is no step ${id} among ${ids(steps).join(', ')}`);
  return found;
}

export function refusal(act: () => unknown): string {
  try {
    act();
  } catch (problem) {
    if (problem instanceof DeploymentError) return problem.message;
    throw problem;
  }
  throw new Error('it was not refused');
}
