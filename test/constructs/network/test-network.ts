import { Template } from 'aws-cdk-lib/assertions';
import type { DeploymentInput } from '../../../lib/deployment/schema';
import { NetworkStack } from '../../../stacks/network-stack';
import { testApp, testDeployment } from '../../setup/stack-tests';

export interface TestNetwork {
  readonly stack: NetworkStack;
  readonly template: Template;
  /** Properties of every resource of a type. */
  readonly all: (type: string) => Record<string, unknown>[];
  /** Where each subnet of a tier sends what is for 0.0.0.0/0. */
  readonly defaultRoutes: (tier: string) => string[];
}

interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
}

export function testNetwork(
  network: DeploymentInput['network'] = {},
  overrides: Partial<DeploymentInput> = {},
): TestNetwork {
  const stack = new NetworkStack(testApp(), { deployment: testDeployment({ network, ...overrides }) });
  const template = Template.fromStack(stack);
  const { Resources } = template.toJSON() as { Resources: Record<string, Resource> };
  const of = (type: string) => Object.entries(Resources).filter(([, { Type }]) => Type === type);
  return {
    stack,
    template,
    all: (type) => of(type).map(([, { Properties }]) => Properties),
    defaultRoutes: (tier) =>
      of('AWS::EC2::Route')
        .filter(
          ([id, { Properties }]) =>
            id.includes(`${tier}Subnet`) && Properties.DestinationCidrBlock === '0.0.0.0/0',
        )
        .map(
          ([, { Properties }]) =>
            Object.keys(Properties).find((key) => /^(Nat|Gateway|Instance)/.test(key)) ?? 'unknown',
        ),
  };
}
