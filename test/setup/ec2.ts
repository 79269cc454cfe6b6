import { Template } from 'aws-cdk-lib/assertions';
import type { DeploymentInput } from '../../lib/deployment/schema';
import { DataStack } from '../../stacks/data-stack';
import { Ec2Stack } from '../../stacks/ec2-stack';
import { NetworkStack } from '../../stacks/network-stack';
import { testApp, testDeployment } from './stack-tests';

const onInstances = { targets: { ec2: {} }, live: 'ec2' } satisfies Partial<DeploymentInput>;

/** The stacks of a shop on EC2, with its real network and stores. */
export function ec2Shop(overrides: Partial<DeploymentInput> = {}) {
  const app = testApp();
  const deployment = testDeployment({ ...onInstances, ...overrides });
  const network = new NetworkStack(app, { deployment });
  const data = new DataStack(app, { deployment, vpc: network.vpc });
  const ec2 = new Ec2Stack(app, { deployment, vpc: network.vpc, stores: data.stores });
  return { app, deployment, network, data, ec2 };
}

/** The template of the service on EC2. */
export function ec2Template(overrides: Partial<DeploymentInput> = {}): Template {
  return Template.fromStack(ec2Shop(overrides).ec2);
}
