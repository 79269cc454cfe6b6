import type { DeploymentInput } from '../../lib/deployment/schema';
import { deploymentNames, loadDeployment, type Deployment } from '../../lib/deployment';
import { buildShop } from '../../stacks/shop-deployment';
import { testApp, testDeployment } from '../setup/stack-tests';

interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
}
interface Volume {
  readonly EFSVolumeConfiguration?: {
    readonly FilesystemId: unknown;
    readonly RootDirectory?: string;
    readonly AuthorizationConfig?: { readonly AccessPointId?: { readonly Ref: string } };
  };
}
interface Writer {
  readonly task: string;
  readonly path: string;
}

/** Every task definition and service of a deployment, over all its stacks. */
function written(deployment: Deployment) {
  const app = testApp();
  buildShop(app, deployment);
  const writers: Writer[] = [];
  const services: { task: string; properties: Record<string, unknown> }[] = [];
  for (const { stackName, template } of app.synth().stacks) {
    const resources = (template as { Resources: Record<string, Resource> }).Resources;
    for (const [id, { Type, Properties }] of Object.entries(resources)) {
      if (Type === 'AWS::ECS::TaskDefinition')
        for (const { EFSVolumeConfiguration: mount } of (Properties.Volumes ?? []) as Volume[])
          if (mount) writers.push({ task: `${stackName}/${id}`, path: pathOf(mount, resources) });
      if (Type === 'AWS::ECS::Service')
        services.push({
          task: `${stackName}/${(Properties.TaskDefinition as { Ref: string }).Ref}`,
          properties: Properties,
        });
    }
  }
  return { writers, services };
}

/** File system and directory, so that two access points to one directory are found out as well. */
function pathOf(
  mount: NonNullable<Volume['EFSVolumeConfiguration']>,
  resources: Record<string, Resource>,
): string {
  const accessPoint = mount.AuthorizationConfig?.AccessPointId?.Ref;
  const root = accessPoint
    ? (resources[accessPoint]?.Properties.RootDirectory as { Path: string }).Path
    : (mount.RootDirectory ?? '/');
  return `${JSON.stringify(mount.FilesystemId)} ${root}`;
}

const sideBySide = {
  targets: { fargate: {}, express: {} },
  live: 'fargate',
  vectors: 'embedded',
} satisfies Partial<DeploymentInput>;

const deployments = new Map([
  ...deploymentNames().map((name): [string, Deployment] => [name, loadDeployment(name)]),
  ['two targets side by side', testDeployment(sideBySide)],
]);

describe.each([...deployments])('%s', (_, deployment) => {
  const { writers, services } = written(deployment);

  test('lets no two tasks write to one path of a file system', () => {
    const paths = writers.map(({ path }) => path);
    expect(paths).toEqual([...new Set(paths)]);
  });

  test('runs each task that writes to a file system in one service, never beside its successor', () => {
    for (const { task } of writers) {
      const running = services.filter((service) => service.task === task);
      expect(running.map(({ properties }) => properties)).toMatchObject([
        {
          DesiredCount: 1,
          AvailabilityZoneRebalancing: 'DISABLED',
          DeploymentConfiguration: { MinimumHealthyPercent: 0, MaximumPercent: 100 },
        },
      ]);
    }
  });
});

test('production has such a writer, so the tests above look at something', () => {
  expect(written(loadDeployment('production')).writers).toHaveLength(1);
});
