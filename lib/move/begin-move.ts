import { DeploymentError, type Deployment, type DeploymentFile, type TargetName } from '../deployment';
import { nearest } from '../deployment/report/nearest';
import { targetNames } from '../deployment/schema/targets';
import { takesChroma, titles, withDefaults, type Move } from './move';

export interface MoveRequest {
  /** Target, by its name in the file. */
  readonly to: string;
  /** What `--context deployment=` takes. */
  readonly source: string;
  /** Chroma once the new target has the traffic. @default - vectors stay where they are */
  readonly vectors?: string;
}

/**
 * Checks that a move can be made at all.
 *
 * @throws DeploymentError when it cannot, with the reason and the way out
 */
export function beginMove(file: DeploymentFile, { to, source, vectors }: MoveRequest): Move {
  const start = withDefaults(file.stated, file);
  refuseWithoutCdn(start);
  const target = knownTarget(to);
  const chromaAfterwards = wantsChroma(vectors, target);
  return { ...file, source, start, to: target, from: comesFrom(start, target), chromaAfterwards };
}

function knownTarget(to: string): TargetName {
  const target = targetNames.find((name) => name === to);
  if (target) return target;
  const meant = nearest(to, targetNames);
  throw new DeploymentError(
    `--to ${to}: there is no such target. ${meant === undefined ? '' : `Did you mean ${meant}? `}` +
      `There are ${targetNames.join(', ')}.`,
  );
}

/** The target customers leave, or have left. */
function comesFrom({ targets, live, name }: Deployment, to: TargetName): TargetName {
  const others = targetNames.filter((target) => targets[target] && target !== to);
  const [only, ...more] = others;
  if (only === undefined) {
    throw new DeploymentError(
      `--to ${to}: ${name} is there already, and nothing else stands beside it. ` +
        `Name one of ${targetNames.filter((target) => target !== to).join(', ')}.`,
    );
  }
  if (more.length === 0) return only;
  throw new DeploymentError(
    `--to ${to}: targets has ${others.join(' and ')} besides, and ${live} takes the traffic. A move is between ` +
      'two; take down the one that has no part in it first.',
  );
}

/** In CloudFront an origin changes; without it the customers' own DNS would have to follow, each at its own time. */
function refuseWithoutCdn({ edge, name }: Deployment): void {
  if (edge.cdn === true) return;
  throw new DeploymentError(
    `${name} cannot be moved in place: edge.cdn is off, so the address itself leads to the target. ` +
      'Write edge.cdn: true and deploy it first; docs/adr/0001-edge-stands-in-us-east-1.md says what that interrupts.',
  );
}

function wantsChroma(vectors: string | undefined, to: TargetName): boolean {
  if (vectors === undefined) return false;
  if (vectors !== 'chroma')
    throw new DeploymentError(
      `--vectors ${vectors}: is 'chroma', or left out to keep vectors where they are.`,
    );
  if (takesChroma(to)) return true;
  throw new DeploymentError(
    `--vectors chroma: ${titles[to]} mounts no file system, so no Chroma server can stand beside it. ` +
      'Leave it out, or move to fargate or ec2.',
  );
}
