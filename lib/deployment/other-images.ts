import type { Variable } from '../../app-image/contract/environment';
import { platformsOf } from './platforms';
import type { Deployment } from './schema';

/** Something that every image gets today, whether it needs it or not. */
export interface OtherImageFact {
  /** Stable name, for docs and tests. */
  readonly id: string;
  /** Field it is about. */
  readonly path: string;
  /** What every image gets, in a sentence for docs/deployment-file.md. */
  readonly everyImageGets: string;
  /**
   * The warning for a file with another image, in at most two sentences: what happens, and what to do.
   * False when the fact does not concern the file.
   */
  readonly concerns: (deployment: Deployment) => string | false;
}

/** Whether `container.variables` is stated and passes none of these. Left out, it passes all of them. */
function passesNone({ container: { variables } }: Deployment, names: readonly Variable[]): boolean {
  return variables !== undefined && !Object.values(variables).some((passed) => names.includes(passed));
}

/** Targets on ECS. Their tasks have a read-only file system and a load balancer's health check. */
function onEcs({ targets: { fargate, express, ec2 } }: Deployment): boolean {
  return fargate !== undefined || express !== undefined || ec2 !== undefined;
}

/**
 * What an image that is not the bundled one gets and cannot change yet. The warnings and the list in
 * docs/deployment-file.md both come from here.
 */
export const otherImageFacts: readonly OtherImageFact[] = [
  {
    id: 'database',
    path: 'database',
    everyImageGets: 'A PostgreSQL database on RDS, also when it uses none: from $14 a month.',
    concerns: (deployment) =>
      passesNone(deployment, ['DATABASE_HOST', 'DATABASE_URL']) &&
      "RDS runs a database, from $14 a month, although container.variables passes neither DATABASE_URL nor DATABASE_HOST to the image. It cannot be switched off yet; database: { instance: 't4g.micro', multiAz: false } costs least.",
  },
  {
    id: 'model-access',
    path: 'ai',
    everyImageGets:
      'A task role that may call the model of ai.model and Titan Text Embeddings v2 in Bedrock.',
    concerns: (deployment) =>
      passesNone(deployment, ['AI_MODEL_ID']) &&
      'The task role may call Bedrock, although container.variables does not pass AI_MODEL_ID to the image. It cannot be switched off yet; a service control policy that denies bedrock:InvokeModel to the account does it.',
  },
  {
    id: 'edge-headers',
    path: 'edge.cdn',
    everyImageGets:
      "CloudFront's response headers: X-Frame-Options: DENY, Strict-Transport-Security and X-Content-Type-Options always; Content-Security-Policy (own scripts and styles only), Permissions-Policy, Referrer-Policy and Cross-Origin-Opener-Policy where the image sends none.",
    concerns: ({ edge }) =>
      edge.cdn === true &&
      'CloudFront sends X-Frame-Options: DENY with every response, and a Content-Security-Policy without inline scripts and other hosts where the image sends none. Send the policy that your pages need from the image; pages for frames need edge.cdn off.',
  },
  {
    id: 'body-limit',
    path: 'edge.waf',
    everyImageGets:
      'A firewall that answers 403 to request bodies above 8 KB and to text that looks like an attack.',
    concerns: ({ edge }) =>
      !('enabled' in edge.waf) &&
      "The firewall answers 403 to request bodies above 8 KB, such as uploads. Let browsers upload to S3 with a presigned URL, or write edge.waf: { enabled: false, optOutReason: '…' }.",
  },
  {
    id: 'writable-memory',
    path: 'container.writablePaths',
    everyImageGets:
      "A read-only file system on ECS, with 128 MiB of the task's memory for each of container.writablePaths.",
    concerns: (deployment) => {
      const { writablePaths } = deployment.container;
      return (
        onEcs(deployment) &&
        (writablePaths.length === 0
          ? 'The file system is read-only, and there is no directory that the image may write to. Add the directories it writes to; each takes up to 128 MiB of memory.'
          : `The image may write to ${writablePaths.join(', ')} only, up to 128 MiB each, and what it writes takes the task's memory. Keep larger or lasting files in S3 or in the database.`)
      );
    },
  },
  {
    id: 'start-time',
    path: 'container.healthPath',
    everyImageGets:
      'A time to start: 30 seconds on ECS before failed health checks count, 15 seconds on App Runner.',
    concerns: (deployment) =>
      `The image must answer 200 at ${deployment.container.healthPath} within ${onEcs(deployment) ? 30 : 15} seconds of its start, or it is replaced before it is ready. Do slow work, such as migrations, in container.migrateCommand.`,
  },
  {
    id: 'architecture',
    path: 'image',
    everyImageGets:
      'ARM64 processors on Fargate and Express, x86-64 on App Runner, and those of instanceType on ec2.',
    concerns: ({ image, targets }) => {
      if (image === 'bundled' || !('repository' in image)) return false;
      const needed = platformsOf(targets).map(
        ({ platform, usedBy }) => `${platform} for ${usedBy.join(' and ')}`,
      );
      const all = platformsOf(targets).map(({ platform }) => platform);
      return `The image must run on ${needed.join(' and ')}, or it stops with "exec format error". Build it with docker buildx build --platform ${all.join(',')}, and state the digest of the image${all.length > 1 ? ' list' : ', or of an image list that has it'}.`;
    },
  },
  {
    id: 'cache-password',
    path: 'container.variables',
    everyImageGets:
      'A cache address (CACHE_URL) without its password, which is a variable of its own (CACHE_AUTH_TOKEN).',
    concerns: ({ cache, container: { variables } }) => {
      const passed = Object.values(variables ?? {});
      return (
        cache !== 'none' &&
        passed.includes('CACHE_URL') &&
        !passed.includes('CACHE_AUTH_TOKEN') &&
        "CACHE_URL has no password in it, and the cache refuses clients without one. Pass CACHE_AUTH_TOKEN as well, such as { REDIS_PASSWORD: 'CACHE_AUTH_TOKEN' }."
      );
    },
  },
];
