import { DeploymentError, type Deployment, type DeploymentFile, type TargetName } from '../deployment';
import { nearest } from '../deployment/report/nearest';
import { targetNames } from '../deployment/schema/targets';
import { takesChroma, titles, withDefaults, type Move } from './move';

export interface MoveRequest {
  /** Name of the target that takes the traffic. */
  readonly to: string;
  /** What `--context deployment=` takes. */
  readonly source: string;
  /** `chroma` moves the vectors to Chroma after the traffic. @default - vectors stay where they are */
  readonly vectors?: string;
}

/**
 * Checks a move before its steps are computed.
 *
 * @throws DeploymentError when the move is not possible, with the reason and the way out
 */
export function beginMove(file: DeploymentFile, { to, source, vectors }: MoveRequest): Move {
  const start = withDefaults(file.stated, file);
  refuseWithoutCdn(start);
  const target = knownTarget(to);
  const chromaAfterwards = chromaIsRequested(vectors, target);
  return { ...file, source, start, to: target, from: previousTarget(start, target), chromaAfterwards };
}

function knownTarget(to: string): TargetName {
  const target = targetNames.find((name) => name === to);
  if (target) return target;
  const meant = nearest(to, targetNames);
  throw new DeploymentError(
    `--to ${to}: there is no such target. ${meant === undefined ? '' : `Did you mean ${meant}? `}` +
      `Write one of ${targetNames.join(', ')}.`,
  );
}

/** The target that has the traffic before the move. */
function previousTarget({ targets, live, name }: Deployment, to: TargetName): TargetName {
  const others = targetNames.filter((target) => targets[target] && target !== to);
  const [only, ...more] = others;
  if (only === undefined) {
    throw new DeploymentError(
      `--to ${to}: ${to} is already the only target of ${name}. ` +
        `Write --to with one of ${targetNames.filter((target) => target !== to).join(', ')}.`,
    );
  }
  if (more.length === 0) return only;
  throw new DeploymentError(
    `--to ${to}: targets also has ${others.join(' and ')}, and ${live} takes the traffic. A move is between ` +
      'two targets. Remove the target that has no part in it first.',
  );
}

/** With CloudFront only the origin changes. Without it, clients follow a DNS change at different times. */
function refuseWithoutCdn({ edge, name }: Deployment): void {
  if (edge.cdn === true) return;
  throw new DeploymentError(
    `${name} cannot move without an interruption: edge.cdn is off, so the shop's address points to the target itself. ` +
      'Write edge.cdn: true and deploy it first. docs/adr/0001-edge-stands-in-us-east-1.md says what that interrupts.',
  );
}

function chromaIsRequested(vectors: string | undefined, to: TargetName): boolean {
  if (vectors === undefined) return false;
  if (vectors !== 'chroma')
    throw new DeploymentError(
      `--vectors ${vectors}: must be 'chroma'. Leave the option out to keep the vectors where they are.`,
    );
  if (takesChroma(to)) return true;
  throw new DeploymentError(
    `--vectors chroma: ${titles[to]} mounts no file system, so it cannot run a Chroma server. ` +
      'Leave the option out, or move to fargate or ec2.',
  );
}
