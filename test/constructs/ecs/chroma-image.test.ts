import { ec2Template } from '../../setup/ec2';
import { ofType, shopNames, shopOf } from '../../setup/every-deployment';
import { fargateTemplate } from '../../setup/fargate';
import { containerOf, type Container } from '../../setup/templates';

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;
const imageOf = (template: Parameters<typeof containerOf>[0]) =>
  JSON.stringify(containerOf(template, 'chroma').Image);

test('an image of your own is taken by its digest, from a repository of the account or by its ARN', () => {
  const chroma = (repository: string) => ({ chroma: { image: { repository, digest } } });
  expect(imageOf(fargateTemplate({ targets: { fargate: chroma('team/chroma') } }))).toContain(
    `/team/chroma@${digest}`,
  );
  const arn = 'arn:aws:ecr:eu-west-1:123456789012:repository/team/chroma';
  expect(imageOf(ec2Template({ targets: { ec2: chroma(arn) }, live: 'ec2' }))).toContain(`123456789012`);
});

test('without one, the image is an asset of the deployment', () => {
  expect(imageOf(fargateTemplate())).toContain('cdk-hnb659fds-container-assets-');
});

test('it is built for the processor of the target', () => {
  const of = (instanceType: 't4g.medium' | 't3.medium') =>
    imageOf(ec2Template({ targets: { ec2: { instanceType } }, live: 'ec2' }));
  expect(of('t4g.medium')).toBe(imageOf(fargateTemplate()));
  expect(of('t3.medium')).not.toBe(of('t4g.medium'));
});

test.each(shopNames)('in %s no task and no service needs a registry outside of AWS', (name) => {
  const shop = shopOf(name);
  const images = [
    ...ofType(shop, 'AWS::ECS::TaskDefinition').flatMap(({ Properties }) =>
      (Properties.ContainerDefinitions as Container[]).map(({ Image }) => Image),
    ),
    ...ofType(shop, 'AWS::AppRunner::Service').map(
      ({ Properties }) =>
        (Properties.SourceConfiguration as { ImageRepository: { ImageIdentifier: unknown } }).ImageRepository
          .ImageIdentifier,
    ),
  ].map((image) => JSON.stringify(image));
  expect(images.length).toBeGreaterThan(0);
  expect(images.filter((image) => !image.includes('.dkr.ecr.'))).toEqual([]);
});
