import type { CloudFormationStackArtifact } from 'aws-cdk-lib/cx-api';

interface Template {
  readonly Resources: Record<
    string,
    { readonly Type: string; readonly Properties?: Record<string, unknown> }
  >;
  readonly Outputs?: Record<string, { readonly Value: unknown }>;
}

/** What a part of AWS is called on this machine, by resource type and attribute: `AWS::S3::Bucket.Ref`. */
export type LocalNames = Readonly<Record<string, string>>;

/** What a secret holds on this machine; JSON keys are read from an object. */
export type LocalSecrets = (
  stackName: string,
  logicalId: string,
) => string | Readonly<Record<string, string>>;

/** A container as its target starts it, with every reference replaced by something local. */
export interface StartedContainer {
  readonly plain: Readonly<Record<string, string>>;
  readonly secret: Readonly<Record<string, string>>;
  readonly command: readonly string[];
}

interface ContainerDefinition {
  readonly Name: string;
  readonly Command?: string[];
  readonly Environment?: { readonly Name: string; readonly Value: unknown }[];
  readonly Secrets?: { readonly Name: string; readonly ValueFrom: unknown }[];
}

interface AppRunnerImage {
  readonly Port: string;
  readonly StartCommand?: string;
  readonly RuntimeEnvironmentVariables: { readonly Name: string; readonly Value: unknown }[];
  readonly RuntimeEnvironmentSecrets: { readonly Name: string; readonly Value: unknown }[];
}

/** What App Runner's container is called here; it has no name of its own. */
export const appRunnerContainer = 'App Runner';

/** What a resource starts; App Runner sets `PORT` by itself. */
function containersIn(type: string, properties: Record<string, unknown> = {}): ContainerDefinition[] {
  if (type === 'AWS::ECS::TaskDefinition') return properties.ContainerDefinitions as ContainerDefinition[];
  if (type !== 'AWS::AppRunner::Service') return [];
  const { ImageRepository } = properties.SourceConfiguration as {
    ImageRepository: { ImageConfiguration: AppRunnerImage };
  };
  const { Port, StartCommand, RuntimeEnvironmentVariables, RuntimeEnvironmentSecrets } =
    ImageRepository.ImageConfiguration;
  return [
    {
      Name: appRunnerContainer,
      Command: StartCommand?.split(' '),
      Environment: [...RuntimeEnvironmentVariables, { Name: 'PORT', Value: Port }],
      Secrets: RuntimeEnvironmentSecrets.map(({ Name, Value }) => ({ Name, ValueFrom: Value })),
    },
  ];
}

/** Does for a container what CloudFormation and ECS or App Runner would do. An unknown reference is an error, never a guess. */
export function startedContainer(
  stacks: readonly CloudFormationStackArtifact[],
  name: string,
  names: LocalNames,
  secrets: LocalSecrets,
): StartedContainer {
  const templates = new Map(stacks.map(({ stackName, template }) => [stackName, template as Template]));
  for (const [stackName, { Resources }] of templates) {
    for (const { Type, Properties } of Object.values(Resources)) {
      const found = containersIn(Type, Properties).find(({ Name }) => Name === name);
      if (!found) continue;
      const resolve = (value: unknown) => resolved(value, stackName, templates, names);
      return {
        plain: Object.fromEntries((found.Environment ?? []).map(({ Name, Value }) => [Name, resolve(Value)])),
        secret: Object.fromEntries(
          (found.Secrets ?? []).map(({ Name, ValueFrom }) => [
            Name,
            secretValue(resolve(ValueFrom), secrets),
          ]),
        ),
        command: found.Command ?? [],
      };
    }
  }
  throw new Error(`No task definition has a container ${name}.`);
}

function resolved(
  value: unknown,
  stackName: string,
  templates: ReadonlyMap<string, Template>,
  names: LocalNames,
): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) throw new Error(`${String(value)} is no text`);
  const [[intrinsic, argument] = ['', undefined]] = Object.entries(value) as [string, unknown][];
  const here = (part: unknown) => resolved(part, stackName, templates, names);
  switch (intrinsic) {
    case 'Fn::Join': {
      const [separator, parts] = argument as [string, unknown[]];
      return parts.map(here).join(separator);
    }
    case 'Fn::GetStackOutput': {
      const { StackName, OutputName } = argument as { StackName: string; OutputName: string };
      const output = templates.get(StackName)?.Outputs?.[OutputName];
      if (!output) throw new Error(`${StackName} has no output ${OutputName}`);
      return resolved(output.Value, StackName, templates, names);
    }
    case 'Ref':
      return localName(argument as string, 'Ref', stackName, templates, names);
    case 'Fn::GetAtt': {
      const [logicalId = '', attribute = ''] = argument as string[];
      return localName(logicalId, attribute, stackName, templates, names);
    }
    default:
      throw new Error(`${JSON.stringify(value)} is nothing this test resolves`);
  }
}

function localName(
  logicalId: string,
  attribute: string,
  stackName: string,
  templates: ReadonlyMap<string, Template>,
  names: LocalNames,
): string {
  const type = templates.get(stackName)?.Resources[logicalId]?.Type ?? logicalId;
  if (type === 'AWS::SecretsManager::Secret') return `${stackName}/${logicalId}`;
  const local = names[`${type}.${attribute}`];
  if (local === undefined) throw new Error(`${type}.${attribute} is nothing that is on this machine`);
  return local;
}

/** `ARN` or `ARN:key::`, as ECS takes it. */
function secretValue(valueFrom: string, secrets: LocalSecrets): string {
  const [secretId = '', key = ''] = valueFrom.split(':');
  const [stackName = '', logicalId = ''] = secretId.split('/');
  const value = secrets(stackName, logicalId);
  if (key === '' && typeof value === 'string') return value;
  if (key !== '' && typeof value === 'object' && value[key] !== undefined) return value[key];
  throw new Error(`${secretId} has no ${key === '' ? 'plain value' : `key ${key}`}`);
}
