import type { Template } from 'aws-cdk-lib/assertions';

/* The parts of a template that tests look at, by the names CloudFormation gives them. */

export interface Statement {
  readonly Sid?: string;
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
}

export interface Container {
  readonly Name: string;
  readonly Image: unknown;
  readonly User?: string;
  readonly Command?: string[];
  readonly Environment?: { readonly Name: string; readonly Value: unknown }[];
  readonly Secrets?: { readonly Name: string; readonly ValueFrom: unknown }[];
  readonly LinuxParameters: { readonly Tmpfs: { readonly ContainerPath: string }[] };
  readonly MountPoints?: { readonly ContainerPath: string; readonly SourceVolume: string }[];
}

export interface Service {
  readonly LoadBalancers?: unknown[];
  readonly ServiceRegistries?: unknown[];
  readonly EnableExecuteCommand?: boolean;
}

export interface Reference {
  readonly 'Fn::GetAtt'?: readonly [string, string];
}

export interface IngressRule {
  readonly GroupId: Reference;
  readonly SourceSecurityGroupId: Reference;
  readonly CidrIp?: string;
}

/** Properties of every resource of a type. */
export function propertiesOf<T>(template: Template, type: string): T[] {
  return Object.values(template.findResources(type)).map(({ Properties }) => Properties as T);
}

export function statementsOf(template: Template): Statement[] {
  return propertiesOf<{ PolicyDocument: { Statement: Statement[] } }>(template, 'AWS::IAM::Policy').flatMap(
    ({ PolicyDocument }) => PolicyDocument.Statement,
  );
}

/** @throws when no task definition has it */
export function containerOf(template: Template, name: string): Container {
  const containers = propertiesOf<{ ContainerDefinitions: Container[] }>(
    template,
    'AWS::ECS::TaskDefinition',
  ).flatMap(({ ContainerDefinitions }) => ContainerDefinitions);
  const found = containers.find(({ Name }) => Name === name);
  if (!found) throw new Error(`No task definition has a container ${name}.`);
  return found;
}
