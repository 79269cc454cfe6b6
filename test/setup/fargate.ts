import { Template } from 'aws-cdk-lib/assertions';
import type { DeploymentInput } from '../../lib/deployment/schema';
import { DataStack } from '../../stacks/data-stack';
import { FargateStack } from '../../stacks/fargate-stack';
import { NetworkStack } from '../../stacks/network-stack';
import { testApp, testDeployment } from './stack-tests';

/** The stacks of a shop on Fargate, with its real network and stores. */
export function fargateShop(overrides: Partial<DeploymentInput> = {}) {
  const app = testApp();
  const deployment = testDeployment(overrides);
  const network = new NetworkStack(app, { deployment });
  const data = new DataStack(app, { deployment, vpc: network.vpc });
  const fargate = new FargateStack(app, { deployment, vpc: network.vpc, stores: data.stores });
  return { app, deployment, network, data, fargate };
}

/** The template of the service on Fargate. */
export function fargateTemplate(overrides: Partial<DeploymentInput> = {}): Template {
  return Template.fromStack(fargateShop(overrides).fargate);
}

/** An image by digest, of an application that is not ours. */
export const foreignImage = {
  repository: 'flask-shop',
  digest: `sha256:${'0123456789abcdef'.repeat(4)}`,
} satisfies DeploymentInput['image'];
