import { Stack, aws_kms as kms } from 'aws-cdk-lib';
import { testApp, testDeployment } from '../../setup/stack-tests';

export const { logs } = testDeployment({ logs: { retentionDays: 30 } });
export const account = '111122223333';

/** A stack as the Operations stack is one, with the key of its topic. */
export function operationsStack(region = 'eu-west-1') {
  const stack = new Stack(testApp(), 'operations', {
    stackName: 'shop-operations',
    env: { account, region },
  });
  return { stack, topicKey: new kms.Key(stack, 'Key', { enableKeyRotation: true }) };
}
