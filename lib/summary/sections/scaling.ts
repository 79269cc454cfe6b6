import { facts } from '../facts';
import type { Section } from '../resource';

/** How many of each run, what makes them more or fewer, and what starts at a fixed time. */
export const scaling: Section = {
  title: 'Scaling and schedules',
  lines: (resources) =>
    facts(resources, {
      'AWS::AppRunner::AutoScalingConfiguration': ['MinSize', 'MaxSize', 'MaxConcurrency'],
      'AWS::ApplicationAutoScaling::ScalableTarget': [
        'ScalableDimension',
        'MinCapacity',
        'MaxCapacity',
        'ScheduledActions',
      ],
      'AWS::ApplicationAutoScaling::ScalingPolicy': [
        'ScalingTargetId',
        'TargetTrackingScalingPolicyConfiguration.PredefinedMetricSpecification.PredefinedMetricType',
        'TargetTrackingScalingPolicyConfiguration.CustomizedMetricSpecification',
        'TargetTrackingScalingPolicyConfiguration.TargetValue',
        'TargetTrackingScalingPolicyConfiguration.ScaleInCooldown',
        'TargetTrackingScalingPolicyConfiguration.ScaleOutCooldown',
      ],
      'AWS::AutoScaling::AutoScalingGroup': ['MinSize', 'MaxSize', 'DesiredCapacity'],
      'AWS::ECS::CapacityProvider': ['AutoScalingGroupProvider.ManagedScaling'],
      'AWS::ECS::ExpressGatewayService': ['ScalingTarget'],
      'AWS::ECS::Service': ['DesiredCount'],
      'AWS::Events::Rule': ['ScheduleExpression', 'State'],
      'AWS::Scheduler::Schedule': [
        'Description',
        'ScheduleExpression',
        'ScheduleExpressionTimezone',
        'FlexibleTimeWindow.MaximumWindowInMinutes',
        'State',
        'Target.Arn',
        'Target.Input',
      ],
    }),
};
