import { spawnSync } from 'node:child_process';
import type { DeploymentInput, TargetName } from '../../../lib/deployment';
import { beginMove } from '../../../lib/move/begin-move';
import { movingSteps } from '../../../lib/move/moving-steps';

const digest = `sha256:${'ab'.repeat(32)}`;
const byDigest = { repository: 'team/shop', digest };
const onAppRunner = {
  name: 'mvp',
  aws: { region: 'us-east-1' },
  image: byDigest,
  container: { sessions: 'cookie' },
  targets: { apprunner: { acknowledgeClosed: true } },
  live: 'apprunner',
  vectors: 'embedded',
} satisfies DeploymentInput;

const stepOf = (stated: DeploymentInput, to: TargetName) =>
  movingSteps(beginMove({ file: __filename, stated }, { to, source: 'mvp' })).find(
    ({ id }) => id === 'image-platform',
  );

test.each(['fargate', 'express', 'ec2'] as const)(
  'an image by digest is checked before it moves from App Runner to %s',
  (to) => {
    const { title, why, checks } = stepOf(onAppRunner, to) ?? {};
    expect(title).toBe('Make sure that the image runs on linux/arm64');
    expect(why).toContain('--platform linux/amd64,linux/arm64');
    expect(checks?.[0]?.commands[0]).toContain(
      `--repository-name team/shop --image-ids imageDigest=${digest}`,
    );
  },
);

test('so is one that moves to App Runner', () => {
  const onFargate = { ...onAppRunner, targets: { fargate: { tasks: { max: 2 } } }, live: 'fargate' } as const;
  expect(stepOf(onFargate, 'apprunner')?.title).toBe('Make sure that the image runs on linux/amd64');
});

test('a file with both targets is checked as well', () => {
  const both = { ...onAppRunner, targets: { ...onAppRunner.targets, fargate: { tasks: { max: 2 } } } };
  expect(stepOf(both, 'fargate')).toBeDefined();
});

test('no check is needed where the processors are the same, or the image is built for the target', () => {
  const onX86 = {
    ...onAppRunner,
    targets: { ...onAppRunner.targets, ec2: { instanceType: 't3.large' } },
  } as const;
  expect(stepOf(onX86, 'ec2')).toBeUndefined();
  expect(stepOf({ ...onAppRunner, image: 'bundled' }, 'fargate')).toBeUndefined();
});

test('a repository of another account is asked for by its account', () => {
  const image = { repository: 'arn:aws:ecr:us-east-1:210987654321:repository/team/shop', digest };
  expect(stepOf({ ...onAppRunner, image }, 'fargate')?.checks[0]?.commands[0]).toContain(
    '--registry-id 210987654321 --repository-name team/shop',
  );
});

describe('the command of the check', () => {
  const [, program = ''] =
    / \| (node -p .*)$/.exec(stepOf(onAppRunner, 'fargate')?.checks[0]?.commands[0] ?? '') ?? [];
  const printed = (manifest: object) =>
    spawnSync('sh', ['-c', program], { input: JSON.stringify(manifest), encoding: 'utf8' }).stdout.trim();
  const manifest = (architecture: string) => ({ platform: { os: 'linux', architecture } });

  test('prints the platforms of an image list', () => {
    expect(printed({ manifests: [manifest('arm64'), manifest('amd64')] })).toBe('linux/arm64 linux/amd64');
  });

  test('prints nothing for an image of one platform', () => {
    expect(printed({ config: {}, layers: [] })).toBe('');
  });
});
