import { DeploymentError, type DeploymentInput } from '../deployment';
import { grow, removeOld, vectorsToChroma } from './closing-phases';
import { cacheReplica, sharedCache } from './cache-phases';
import { largerDatabase, standby, vectorsToPostgres } from './data-phases';
import { imageRunsOnBoth } from './image-platform';
import { withDefaults, type Move, type Phase } from './move';
import type { Step } from './step';
import { beside, begin, makeRoom, prove, switchTraffic, watch } from './target-phases';

/** What can fail comes first, while nothing depends on it. What cannot be undone comes last. */
const toTheSwitch: readonly Phase[] = [
  begin,
  imageRunsOnBoth,
  vectorsToPostgres,
  makeRoom,
  standby,
  largerDatabase,
  cacheReplica,
  sharedCache,
  beside,
  prove,
  switchTraffic,
];
const afterTheSwitch: readonly Phase[] = [watch, removeOld, grow, vectorsToChroma];

/**
 * The steps that move the live traffic of a deployment to another target, each with the deployment file
 * after it. Every such file passes the rules of the schema. When the file already has both targets, the
 * steps continue from there.
 *
 * @throws DeploymentError when a file on the way would break a rule
 */
export function movingSteps(move: Move): Step[] {
  const phases = move.start.live === move.to ? afterTheSwitch : [...toTheSwitch, ...afterTheSwitch];
  const steps: Step[] = [];
  let stated: DeploymentInput = move.stated;
  for (const phase of phases) {
    const step = phase(stated, move);
    if (!step) continue;
    keepsEveryRule(step, move);
    steps.push(step);
    stated = step.deployment;
  }
  return steps;
}

function keepsEveryRule({ title, deployment }: Step, move: Move): void {
  try {
    withDefaults(deployment, move);
  } catch (reason) {
    if (!(reason instanceof DeploymentError)) throw reason;
    throw new DeploymentError(
      `${move.start.name} cannot move from ${move.from} to ${move.to}: at the step “${title}” the file would break a rule. ` +
        `Change the file first, deploy it, and run the command again.\n\n${reason.message}`,
      reason.problems,
    );
  }
}
