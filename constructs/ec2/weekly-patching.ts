import {
  aws_iam as iam,
  aws_scheduler as scheduler,
  aws_scheduler_targets as targets,
  Stack,
  type aws_autoscaling as autoscaling,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledgeWildcard } from '../findings/acknowledge-wildcard';

export interface WeeklyPatchingProps {
  readonly group: autoscaling.IAutoScalingGroup;
}

/**
 * Replaces every instance on Sunday at 04:00 UTC, after the nightly export, so none is ever more than a
 * week behind AWS's patched image. The new one is there before the old one drains.
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-instance-refresh.html
 */
export class WeeklyPatching extends Construct {
  constructor(scope: Construct, id: string, props: WeeklyPatchingProps) {
    super(scope, id);
    const { group } = props;
    const anyId = Stack.of(this).formatArn({
      service: 'autoscaling',
      resource: `autoScalingGroup:*:autoScalingGroupName`,
      resourceName: group.autoScalingGroupName,
    });
    const role = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
      description: 'Starts the weekly instance refresh',
    });
    new scheduler.Schedule(this, 'Schedule', {
      description: 'New instances have the newest patched image',
      schedule: scheduler.ScheduleExpression.cron({ weekDay: 'SUN', hour: '4', minute: '0' }),
      target: new targets.Universal({
        service: 'autoscaling',
        action: 'startInstanceRefresh',
        role,
        retryAttempts: 3,
        input: scheduler.ScheduleTargetInput.fromObject({
          AutoScalingGroupName: group.autoScalingGroupName,
          Preferences: { MinHealthyPercentage: 100, MaxHealthyPercentage: 200, InstanceWarmup: 300 },
        }),
        policyStatements: [
          new iam.PolicyStatement({ actions: ['autoscaling:StartInstanceRefresh'], resources: [anyId] }),
        ],
      }),
    });
    acknowledgeWildcard(
      role,
      anyId,
      'The ARN of the group contains an id that no attribute in CloudFormation gives; the name after it is that of this one group.',
    );
  }
}
