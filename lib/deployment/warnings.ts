import { dockerfilePlatformWarnings } from './dockerfile-platform';
import { sameNameWarnings } from './file/same-name';
import { otherImageFacts } from './other-images';
import { preconditionsOf } from './preconditions';
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
  ['container.command', (deployment) => startsShell(deployment, 'command')],
  ['container.migrateCommand', (deployment) => startsShell(deployment, 'migrateCommand')],
  ['container.port', privilegedPort],
  ['targets.fargate.exec', (deployment) => shellIn(deployment, 'fargate')],
  ['targets.ec2.exec', (deployment) => shellIn(deployment, 'ec2')],
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

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html */
function shellIn({ image, targets }: Deployment, target: 'fargate' | 'ec2'): string | false {
  if (targets[target]?.exec !== true) return false;
  return image === 'bundled'
    ? 'The bundled image has no shell, so ECS Exec can start Node only: --command /nodejs/bin/node. It has no script and cat either, so no session is logged. Leave exec out, or bring an image with sh, script and cat.'
    : 'ECS Exec needs sh in the image, and script and cat to log its sessions; images without a distribution, such as distroless, have none of them. Without script and cat the log of the sessions stays empty.';
}

const shell = /^(?:.*\/)?(?:ba|da|a|z|k)?sh$/;

/** The entry point of the bundled image takes the words of a command as those of a job of the shop. */
function startsShell({ image, container }: Deployment, field: 'command' | 'migrateCommand'): string | false {
  const first = container[field]?.[0];
  if (image !== 'bundled' || first === undefined || !shell.test(first)) return false;
  return `The bundled image has no shell, so a task with this command stops when it starts. Leave ${field} out to use the image's own, or bring an image with ${first}.`;
}

/** Linux keeps these ports for root, unless net.ipv4.ip_unprivileged_port_start is lower. */
const firstFreePort = 1024;

function privilegedPort({ container: { port, user } }: Deployment): string | false {
  if (port >= firstFreePort) return false;
  return `Ports below ${firstFreePort} are kept for root where the kernel has its default, and the image runs as user ${user}. Let it listen on a higher port, such as 8080; customers do not see it.`;
}

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
  return [
    ...found,
    ...regionWarnings(deployment),
    ...preconditionsOf(deployment),
    ...dockerfilePlatformWarnings(deployment),
    ...sameNameWarnings(deployment),
  ];
}
