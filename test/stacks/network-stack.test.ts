import type { DeploymentInput } from '../../lib/deployment/schema';
import { NetworkStack } from '../../stacks/network-stack';
import { maskedTemplate, testApp, testDeployment } from '../setup/stack-tests';

const network = (overrides: Partial<DeploymentInput> = {}) =>
  new NetworkStack(testApp(), { deployment: testDeployment(overrides) });

test('the network, whole', () => {
  expect(maskedTemplate(network())).toMatchSnapshot();
});

test('it is named after its deployment and makes no look-up', () => {
  const app = testApp();
  const { stackName } = new NetworkStack(app, { deployment: testDeployment({ name: 'staging' }) });
  expect(stackName).toBe('staging-network');
  expect(app.synth().manifest.missing ?? []).toEqual([]);
});
