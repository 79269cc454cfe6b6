import { ArnFormat, Stack, Validations, type aws_ecs as ecs } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { acknowledgeWildcard } from './acknowledge-wildcard';

/** With ECS Exec CDK adds the permissions of a shell to the task role. */
export function acknowledgeShell(taskRole: IConstruct, { executeCommandConfiguration }: ecs.ICluster): void {
  Validations.of(taskRole).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason:
      'ECS Exec is switched on. Its channels (ssmmessages) and logs:DescribeLogGroups take no resource. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
  });
  const sessions = executeCommandConfiguration?.logConfiguration?.cloudWatchLogGroup;
  if (!sessions) return;
  acknowledgeWildcard(
    taskRole,
    Stack.of(taskRole).formatArn({
      service: 'logs',
      resource: 'log-group',
      resourceName: `${sessions.logGroupRef.logGroupName}:*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    }),
    'Each session writes to its own log stream in this one log group.',
  );
}
