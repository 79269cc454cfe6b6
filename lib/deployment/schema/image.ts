import { z } from 'zod';
import { nearest } from '../report/nearest';
import type { Explanation } from './explanation';
import { arnOf, explainArn } from './places';
import { text } from './shapes';

const repositoryName = '[a-z0-9]+(?:[._/-][a-z0-9]+)*';
const repositoryForm = new RegExp(
  `^(?:${arnOf({ service: 'ecr', resource: 'repository\\/' })})?${repositoryName}$`,
);

/** `123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/shop:1`, the address Docker uses. */
const ecrAddress = new RegExp(
  `^(\\d{12})\\.dkr\\.ecr\\.([a-z0-9-]+)\\.amazonaws\\.com/(${repositoryName})(?:[:@].*)?$`,
);

/** The first part of an image's name is a registry's host when it has a dot or a port, or is localhost. */
const registryHost = /^(?:[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?|localhost(?::\d+)?|[a-z0-9-]+:\d+)\//i;

const digestExample = `sha256:${'0123456789abcdef'.repeat(4)}`;
const threeForms =
  "must be 'bundled', { directory } with a Dockerfile, or { repository, digest } in ECR; other registries are not supported yet";

function isRepository(name: string): boolean {
  return repositoryForm.test(name) && !registryHost.test(name);
}

function explainRepository(value: unknown): Explanation | undefined {
  if (typeof value !== 'string') return undefined;
  const [, account, region, name] = ecrAddress.exec(value) ?? [];
  if (name !== undefined)
    return {
      rule: 'must be the name or the ARN of an ECR repository, not its address',
      instead: `'arn:aws:ecr:${region}:${account}:repository/${name}'`,
    };
  const host = registryHost.exec(value)?.[0];
  if (host !== undefined)
    return {
      rule: `must be a repository in ECR; images of ${host.slice(0, -1)} are not supported yet`,
      instead: `the name of an ECR repository that you copied the image to: '${nameIn(value)}'`,
    };
  const wrongPlace = explainArn(value, 'ecr');
  if (wrongPlace) return wrongPlace;
  const bare = nameIn(value);
  return isRepository(bare) && bare !== value
    ? { rule: 'must be a repository without a tag; digest says which image', instead: `'${bare}'` }
    : undefined;
}

/** The repository's part of an image's name: without host, tag and digest. */
function nameIn(image: string): string {
  return image
    .toLowerCase()
    .replace(registryHost, '')
    .replace(/[:@].*$/, '');
}

/** `'ghcr.io/team/shop:1'` or `'nginx'` instead of one of the three forms. */
function explainImage(value: unknown): Explanation | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  if (nearest(value, ['bundled']) !== undefined) return { rule: threeForms, instead: "'bundled'" };
  if (/^\.{0,2}\//.test(value)) return { rule: threeForms, instead: `{ directory: '${value}' }` };
  const [, account, region, name] = ecrAddress.exec(value) ?? [];
  const repository =
    name === undefined ? nameIn(value) : `arn:aws:ecr:${region}:${account}:repository/${name}`;
  const copied = name === undefined ? ', after you copied the image to that ECR repository' : '';
  return {
    rule: threeForms,
    instead: `{ repository: '${isRepository(repository) ? repository : 'team/shop'}', digest: '${digestExample}' }${copied}`,
  };
}

/** An image that is in ECR already. */
export const registryImage = z.strictObject({
  /** ECR repository: its name in this account and region, or its ARN. */
  repository: z
    .string()
    .refine(isRepository)
    .meta({
      title: 'the name or the ARN of an ECR repository',
      examples: ['team/shop'],
      explain: explainRepository,
    }),
  /** Digest of the image. A tag may move to another image, a digest never does. */
  digest: text(/^sha256:[0-9a-f]{64}$/, 'sha256: and 64 hexadecimal digits', digestExample),
});

export const image = z
  .union([
    z.literal('bundled'),
    z.strictObject({
      /** Folder with the build context, relative to the deployment file. */
      directory: z.string().min(1),
      /** Path of the Dockerfile in that folder. @default 'Dockerfile' */
      dockerfile: z.string().min(1).default('Dockerfile'),
    }),
    registryImage,
  ])
  .meta({ explain: explainImage })
  .default('bundled');

export type ImageSource = z.output<typeof image>;
