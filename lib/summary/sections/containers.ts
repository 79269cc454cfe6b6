import { entry, fact, facts, text } from '../facts';
import { compare } from '../references';
import { at, listOf, ofType, type Resource, type Section } from '../resource';

/** What the tasks run: image, command, user, variables, secrets, writable paths and time to stop. */
export const containers: Section = {
  title: 'Containers and variables',
  lines: (resources) => [
    ...ofType(resources, 'AWS::ECS::TaskDefinition').flatMap((task) =>
      listOf(at(task.properties, 'ContainerDefinitions')).flatMap((container) =>
        taskContainer(task, container),
      ),
    ),
    ...ofType(resources, 'AWS::AppRunner::Service').flatMap(appRunnerContainer),
    ...facts(resources, {
      'AWS::ECS::Service': ['EnableExecuteCommand', 'LoadBalancers', 'ServiceRegistries'],
      'AWS::EFS::AccessPoint': ['PosixUser', 'RootDirectory'],
      'AWS::Lambda::Function': ['Runtime', 'Environment.Variables'],
    }),
  ],
};

function taskContainer(task: Resource, container: unknown): string[] {
  return entry(`${task.name}, container ${text(at(container, 'Name'))}`, [
    ...[
      'Image',
      'Command',
      'EntryPoint',
      'User',
      'ReadonlyRootFilesystem',
      'PortMappings',
      'HealthCheck',
      'StartTimeout',
      'StopTimeout',
      'LinuxParameters.Tmpfs',
      'LinuxParameters.Capabilities',
      'MountPoints',
      'Memory',
      'MemoryReservation',
      'DependsOn',
      'LogConfiguration.Options',
    ].flatMap((path) => fact(path, at(container, path))),
    ...variables('environment', at(container, 'Environment'), 'Value'),
    ...variables('secrets', at(container, 'Secrets'), 'ValueFrom'),
  ]);
}

function appRunnerContainer({ name, properties }: Resource): string[] {
  const image = at(properties, 'SourceConfiguration.ImageRepository');
  const configuration = at(image, 'ImageConfiguration');
  return entry(name, [
    ...fact('ImageIdentifier', at(image, 'ImageIdentifier')),
    ...fact('Port', at(configuration, 'Port')),
    ...fact('StartCommand', at(configuration, 'StartCommand')),
    ...variables('environment', at(configuration, 'RuntimeEnvironmentVariables'), 'Value'),
    ...variables('secrets', at(configuration, 'RuntimeEnvironmentSecrets'), 'Value'),
  ]);
}

/** One a line, by name. */
function variables(title: string, list: unknown, valueKey: string): string[] {
  const lines = listOf(list).map(
    (variable) => `${text(at(variable, 'Name'))}: ${text(at(variable, valueKey))}`,
  );
  return lines.length > 0 ? entry(`${title}:`, lines.sort(compare)) : [];
}
