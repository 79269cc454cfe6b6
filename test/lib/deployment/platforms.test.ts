import { parseDeployment } from '../../../lib/deployment';
import { platformsOf } from '../../../lib/deployment/platforms';
import { smallest } from './rule-cases';

const platforms = (targets: object) =>
  platformsOf(
    parseDeployment({ ...smallest, vectors: 'embedded', targets, live: Object.keys(targets)[0] }).targets,
  );

test.each([
  [{ fargate: {} }, 'linux/arm64', 'Fargate'],
  [{ express: {} }, 'linux/arm64', 'Express'],
  [{ apprunner: {} }, 'linux/amd64', 'App Runner'],
  [{ ec2: {} }, 'linux/arm64', 'EC2'],
  [{ ec2: { instanceType: 'm7g.large' } }, 'linux/arm64', 'EC2'],
  [{ ec2: { instanceType: 't3.medium' } }, 'linux/amd64', 'EC2'],
])('%j runs one platform', (targets, platform, service) => {
  expect(platforms(targets)).toEqual([{ platform, usedBy: [service] }]);
});

test('two targets with one kind of processor share a platform', () => {
  expect(platforms({ fargate: {}, ec2: {} })).toEqual([
    { platform: 'linux/arm64', usedBy: ['Fargate', 'EC2'] },
  ]);
});

test('two targets with different processors need two', () => {
  expect(platforms({ fargate: {}, apprunner: {} })).toEqual([
    { platform: 'linux/arm64', usedBy: ['Fargate'] },
    { platform: 'linux/amd64', usedBy: ['App Runner'] },
  ]);
});
