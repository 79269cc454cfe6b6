import { parseDeployment, warningsFor } from '../../../lib/deployment';
import { otherImageFacts } from '../../../lib/deployment/other-images';
import { smallest } from './rule-cases';

const image = { repository: 'shop', digest: `sha256:${'0'.repeat(64)}` };
const variables = { DATABASE_URL: 'DATABASE_URL', AI: 'AI_MODEL_ID' };
const off = { enabled: false, optOutReason: 'a partner has its own in front' } as const;
const appRunner = {
  targets: { apprunner: { acknowledgeClosed: true } },
  live: 'apprunner',
  vectors: 'embedded',
};

/** Ids of the facts that a file is warned about. */
const warned = (overrides: object) => {
  const deployment = parseDeployment({ ...smallest, image, cache: 'none', ...overrides });
  const messages = warningsFor(deployment).map(({ message }) => message);
  return otherImageFacts
    .filter(({ concerns }) => messages.includes(String(concerns(deployment))))
    .map(({ id }) => id);
};
const container = (stated: object) => ({ container: { variables, sessions: 'cookie', ...stated } });

test('the bundled image is warned about none of it', () => {
  expect(warningsFor(parseDeployment(smallest))).toEqual([]);
});

test('an image that uses the database and Bedrock is warned about the rest', () => {
  expect(warned(container({}))).toEqual([
    'edge-headers',
    'body-limit',
    'writable-memory',
    'start-time',
    'architecture',
  ]);
});

test('an image that gets no address of the database pays for one all the same', () => {
  expect(warned(container({ variables: { AI: 'AI_MODEL_ID' } }))).toContain('database');
  expect(warned(container({ variables: { HOST: 'DATABASE_HOST' } }))).not.toContain('database');
  expect(warned({ container: { sessions: 'cookie' } })).not.toContain('database');
});

test('an image that does not call Bedrock may do so all the same', () => {
  expect(warned(container({ variables: { DB: 'DATABASE_URL' } }))).toContain('model-access');
  expect(warned({ container: { sessions: 'cookie' } })).not.toContain('model-access');
});

test('what is switched off is no reason to warn', () => {
  const domain = { name: 'shop.example.com', hostedZoneId: 'Z0123456789' };
  const edge = { cdn: off, waf: off, loadBalancer: 'public' };
  const ids = warned({ ...container({}), domain, edge });
  expect(ids).not.toContain('edge-headers');
  expect(ids).not.toContain('body-limit');
});

test('App Runner has its own limits', () => {
  const ids = warned({ ...container({}), ...appRunner });
  expect(ids).toEqual(['edge-headers', 'body-limit', 'start-time', 'architecture']);
});

test('an image that is built here has the right architecture', () => {
  expect(warned({ ...container({}), image: { directory: 'app-image' } })).not.toContain('architecture');
});

describe('an image by digest must run on the processors of every target', () => {
  const said = (targets: object) =>
    warningsFor(
      parseDeployment({ ...smallest, image, targets, live: Object.keys(targets)[0], vectors: 'embedded' }),
    ).find(({ path, message }) => path === 'image' && message.includes('exec format error'))?.message;

  test.each([
    [{ fargate: {} }, 'linux/arm64 for Fargate,'],
    [{ ec2: {} }, 'linux/arm64 for EC2,'],
    [{ ec2: { instanceType: 't3.medium' } }, 'linux/amd64 for EC2,'],
    [{ fargate: {}, ec2: {} }, 'linux/arm64 for Fargate and EC2,'],
  ])('%j: %s', (targets, platforms) => {
    expect(said(targets)).toContain(`must run on ${platforms}`);
    expect(said(targets)).toContain('the digest of the image, or of an image list that has it');
  });

  test.each([
    { fargate: {}, apprunner: {} },
    { fargate: {}, ec2: { instanceType: 't3.medium' } },
  ])('%j: both kinds, so the digest of an image list', (targets) => {
    expect(said(targets)).toContain('--platform linux/arm64,linux/amd64');
    expect(said(targets)).toMatch(/the digest of the image list\.$/);
  });
});

test('a cache address without its password is of no use', () => {
  const passing = (passed: object) =>
    warned({ ...container({ variables: { ...variables, ...passed } }), cache: {} });
  expect(passing({ REDIS_URL: 'CACHE_URL' })).toContain('cache-password');
  expect(passing({ REDIS_URL: 'CACHE_URL', REDIS_PASSWORD: 'CACHE_AUTH_TOKEN' })).not.toContain(
    'cache-password',
  );
  expect(passing({})).not.toContain('cache-password');
});

test('each warning says in at most two sentences what happens and what to do', () => {
  const everything = parseDeployment({
    ...smallest,
    image,
    targets: { fargate: { tasks: { max: 3 } }, apprunner: {} },
    vectors: 'embedded',
    container: { variables: { REDIS_URL: 'CACHE_URL' } },
  });
  const messages = otherImageFacts.map(({ concerns }) => concerns(everything));
  expect(messages).not.toContain(false);
  for (const message of messages)
    expect(
      String(message)
        .replace(/\{[^}]*\}/g, '{}')
        .match(/[.!?](\s|$)/g)?.length,
    ).toBe(2);
});

test('each fact has a sentence for the docs and an id of its own', () => {
  expect(new Set(otherImageFacts.map(({ id }) => id)).size).toBe(8);
  for (const { everyImageGets } of otherImageFacts) expect(everyImageGets).toMatch(/^[A-Z].*\.$/);
});
