import { facts, fact, entry } from '../facts';
import type { Section } from '../resource';

/** How a new version replaces the old one, and when a task counts as healthy. */
export const releases: Section = {
  title: 'Releases',
  lines: (resources) => [
    ...facts(resources, {
      'AWS::AppRunner::Service': ['HealthCheckConfiguration', 'SourceConfiguration.AutoDeploymentsEnabled'],
      'AWS::ECS::ExpressGatewayService': ['HealthCheckPath'],
      'AWS::ECS::Service': [
        'DeploymentConfiguration',
        'DeploymentController.Type',
        'HealthCheckGracePeriodSeconds',
        'AvailabilityZoneRebalancing',
        'PlacementStrategies',
        'CapacityProviderStrategy',
        'LaunchType',
      ],
      'AWS::ElasticLoadBalancingV2::TargetGroup': [
        'Protocol',
        'Port',
        'HealthCheckPath',
        'HealthCheckIntervalSeconds',
        'HealthCheckTimeoutSeconds',
        'HealthyThresholdCount',
        'UnhealthyThresholdCount',
        'Matcher.HttpCode',
        'TargetGroupAttributes',
      ],
      'Custom::Migration': ['Container', 'Command', 'CapacityProvider', 'ServiceTimeout'],
      'Custom::StaticAssets': ['Bucket', 'Prefix'],
      'Custom::LogRetention': ['RetentionInDays', 'Days'],
    }),
    ...resources.flatMap(({ name, type, updatePolicy }) =>
      updatePolicy === undefined ? [] : entry(`${name} (${type})`, fact('UpdatePolicy', updatePolicy)),
    ),
  ],
};
