import { sameNameWarnings } from './file/same-name';
import type { Deployment } from './schema';
import { mostTasks } from './tasks';

/** Something that works and may surprise. */
export interface Warning {
  /** Field it is about. */
  readonly path: string;
  /** What happens, and what to write to avoid it or to say that it is known. */
  readonly message: string;
}

type Check = (deployment: Deployment) => string | false;

const checks: readonly (readonly [path: string, check: Check])[] = [
  [
    'targets.apprunner',
    ({ targets }) =>
      targets.apprunner?.acknowledgeClosed === false &&
      'App Runner is closed to accounts that did not use it before 2026-04-30. Others take targets.express, the same for them; acknowledgeClosed: true says that this account has it.',
  ],
  [
    'targets.ec2.spotMaxPriceShare',
    ({ targets: { ec2 } }) =>
      ec2?.spotMaxPriceShare !== undefined &&
      ec2.instances === 1 &&
      "One Spot instance is the whole shop: AWS may take it back at two minutes' notice, and without spare capacity the shop rests until there is some. instances: 2 halves the loss; leave the field out to pay for certainty.",
  ],
  [
    'schedule',
    ({ schedule, targets }) =>
      schedule !== undefined &&
      (targets.express !== undefined || targets.ec2 !== undefined) &&
      'Express scales its tasks itself and EC2 is paid for by the instance, so both run at all hours. Fargate and App Runner rest outside the hours.',
  ],
  [
    'network.egress',
    ({ network, aws }) =>
      network.egress === 'nat' &&
      !network.existingVpc &&
      aws.zones?.length === 3 &&
      "One NAT gateway serves three zones: without its zone, chat has no way to Bedrock in the other two. egress: 'nat-per-zone' costs $33 a month more for each.",
  ],
  [
    'cache',
    (deployment) =>
      deployment.image === 'bundled' &&
      deployment.cache === 'none' &&
      mostTasks(deployment.targets) > 1 &&
      `Without a cache each task counts a client's requests for itself, so rate limits are up to ${mostTasks(deployment.targets)} times as wide.`,
  ],
];

/** What is allowed and worth a second look. */
export function warningsFor(deployment: Deployment): Warning[] {
  const found = checks.flatMap(([path, check]) => {
    const message = check(deployment);
    return message === false ? [] : [{ path, message }];
  });
  return [...found, ...sameNameWarnings(deployment)];
}
