import { Template } from 'aws-cdk-lib/assertions';
import type { DeploymentInput } from '../../../lib/deployment/schema';
import { DataStack } from '../../../stacks/data-stack';
import { NetworkStack } from '../../../stacks/network-stack';
import { testApp, testDeployment } from '../../setup/stack-tests';

export interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly DependsOn?: readonly string[];
}

export interface TestData {
  readonly stack: DataStack;
  readonly template: Template;
  readonly resources: Readonly<Record<string, Resource>>;
  /** Every resource of a type. */
  readonly all: (type: string) => Resource[];
  /** Properties of the resource of a type whose logical id begins so. */
  readonly named: (type: string, id: string) => Record<string, unknown>;
  /** Properties of the only resource of a type. */
  readonly only: (type: string) => Record<string, unknown>;
}

/** A small deployment: what is tested for size states its own. */
const small = { targets: { fargate: { tasks: { max: 2 } } } } satisfies Partial<DeploymentInput>;

export function testData(overrides: Partial<DeploymentInput> = {}): TestData {
  const app = testApp();
  const deployment = testDeployment({ ...small, ...overrides });
  const { vpc } = new NetworkStack(app, { deployment });
  const stack = new DataStack(app, { deployment, vpc });
  const template = Template.fromStack(stack);
  const { Resources: resources } = template.toJSON() as { Resources: Record<string, Resource> };
  const all = (type: string) => Object.values(resources).filter((resource) => resource.Type === type);
  const the = (found: Resource[], what: string) => {
    const [resource, ...others] = found;
    if (!resource || others.length > 0) throw new Error(`${found.length} of ${what}, not one.`);
    return resource.Properties;
  };
  return {
    stack,
    template,
    resources,
    all,
    only: (type) => the(all(type), type),
    named: (type, id) =>
      the(
        Object.entries(resources)
          .filter(([logicalId, resource]) => resource.Type === type && logicalId.startsWith(id))
          .map(([, resource]) => resource),
        `${type} ${id}`,
      ),
  };
}

export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Principal?: Readonly<Record<string, unknown>>;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export function statements(document: unknown): Statement[] {
  return (document as { Statement: Statement[] }).Statement;
}

/** The deployment's own key, as a template refers to it. */
export const ownKey = { 'Fn::GetAtt': [expect.stringMatching(/^Key/), 'Arn'] };
