import { aws_iam as iam, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { runtimeSecrets } from '../../../constructs/apprunner/runtime-secrets';
import { testApp } from '../../setup/stack-tests';

test('an image without secrets needs no right to read any', () => {
  const stack = new Stack(testApp(), 'Service');
  const role = new iam.Role(stack, 'Role', {
    assumedBy: new iam.ServicePrincipal('tasks.apprunner.amazonaws.com'),
  });
  expect(runtimeSecrets(stack, {}, role)).toEqual([]);
  expect(Object.keys(Template.fromStack(stack).findResources('AWS::IAM::Policy'))).toEqual([]);
});
