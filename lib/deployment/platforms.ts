import { architectureOf } from '../sizes/compute-instances';
import { targetNames, type TargetName, type TargetSettings } from './schema/targets';

/** What an image is built for, as `docker buildx build --platform` takes it. */
export type Platform = 'linux/arm64' | 'linux/amd64';

/** Names of the targets, as AWS writes them. */
const services: Readonly<Record<TargetName, string>> = {
  fargate: 'Fargate',
  express: 'Express',
  apprunner: 'App Runner',
  ec2: 'EC2',
};

/**
 * The platform of a target. App Runner has x86-64 processors only:
 * https://docs.aws.amazon.com/apprunner/latest/dg/service-source-image.html
 */
export function platformOf(target: TargetName, { ec2 }: TargetSettings): Platform {
  if (target === 'apprunner') return 'linux/amd64';
  if (target === 'ec2' && ec2 && architectureOf(ec2.instanceType) === 'x86_64') return 'linux/amd64';
  return 'linux/arm64';
}

/** The platforms that an image must have, each with the services that need it. */
export function platformsOf(targets: TargetSettings): { platform: Platform; usedBy: string[] }[] {
  const stated = targetNames.filter((target) => targets[target]);
  return (['linux/arm64', 'linux/amd64'] as const)
    .map((platform) => ({
      platform,
      usedBy: stated
        .filter((target) => platformOf(target, targets) === platform)
        .map((target) => services[target]),
    }))
    .filter(({ usedBy }) => usedBy.length > 0);
}
