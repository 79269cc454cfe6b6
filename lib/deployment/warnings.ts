import { sameNameWarnings } from './file/same-name';
import { otherImageFacts } from './other-images';
import { regionWarnings } from './region-warnings';
import type { Deployment } from './schema';
import { mostTasks } from './tasks';
import type { Warning } from './warning';

type Check = (deployment: Deployment) => string | false;

const checks: readonly (readonly [path: string, check: Check])[] = [
  [
    'targets.apprunner',
    ({ targets }) =>
      targets.apprunner?.acknowledgeClosed === false &&
      'App Runner is closed to accounts that did not use it before 2026-04-30; those take targets.express, which is similar. acknowledgeClosed: true says that this account has App Runner.',
  ],
  [
    'targets.ec2.spotMaxPriceShare',
    ({ targets: { ec2 } }) =>
      ec2?.spotMaxPriceShare !== undefined &&
      ec2.instances === 1 &&
      'AWS may stop a Spot instance 2 minutes after a notice, and with one instance the shop is down until another starts. instances: 2 halves the risk; without spotMaxPriceShare there is none.',
  ],
  [
    'schedule',
    ({ schedule, targets }) =>
      schedule !== undefined &&
      (targets.express !== undefined || targets.ec2 !== undefined) &&
      'Express and EC2 run at all hours: Express scales its tasks itself, and EC2 instances are billed as long as they exist. Fargate and App Runner keep the schedule.',
  ],
  [
    'network.egress',
    ({ network, aws }) =>
      network.egress === 'nat' &&
      !network.existingVpc &&
      aws.zones?.length === 3 &&
      "One NAT gateway serves three zones: when its zone fails, the other two cannot reach Bedrock. egress: 'nat-per-zone' costs $33 a month more for each further zone.",
  ],
  [
    'cache',
    (deployment) =>
      deployment.image === 'bundled' &&
      deployment.cache === 'none' &&
      mostTasks(deployment.targets) > 1 &&
      `Without a cache each task counts a client's requests by itself, so rate limits are up to ${mostTasks(deployment.targets)} times as high. cache: {} gives all tasks one count.`,
  ],
];

/** What is allowed and may surprise. */
export function warningsFor(deployment: Deployment): Warning[] {
  const ofOtherImages = otherImageFacts.map(({ path, concerns }): readonly [string, Check] => [
    path,
    (stated) => stated.image !== 'bundled' && concerns(stated),
  ]);
  const found = [...checks, ...ofOtherImages].flatMap(([path, check]) => {
    const message = check(deployment);
    return message === false ? [] : [{ path, message }];
  });
  return [...found, ...regionWarnings(deployment), ...sameNameWarnings(deployment)];
}
