import { facts } from '../facts';
import type { Section } from '../resource';

/** Instance classes, CPU, memory and storage. */
export const sizes: Section = {
  title: 'Sizes',
  lines: (resources) =>
    facts(resources, {
      'AWS::AppRunner::Service': ['InstanceConfiguration.Cpu', 'InstanceConfiguration.Memory'],
      'AWS::AutoScaling::AutoScalingGroup': [
        'MixedInstancesPolicy.InstancesDistribution',
        'MixedInstancesPolicy.LaunchTemplate.Overrides',
      ],
      'AWS::EC2::Instance': ['InstanceType', 'BlockDeviceMappings'],
      'AWS::EC2::LaunchTemplate': [
        'LaunchTemplateData.InstanceType',
        'LaunchTemplateData.ImageId',
        'LaunchTemplateData.BlockDeviceMappings',
      ],
      'AWS::ECS::TaskDefinition': [
        'Cpu',
        'Memory',
        'RuntimePlatform.CpuArchitecture',
        'RequiresCompatibilities',
      ],
      'AWS::EFS::FileSystem': ['PerformanceMode', 'ThroughputMode'],
      'AWS::ElastiCache::ReplicationGroup': [
        'Engine',
        'EngineVersion',
        'CacheNodeType',
        'NumCacheClusters',
        'MultiAZEnabled',
        'AutomaticFailoverEnabled',
      ],
      'AWS::Lambda::Function': ['MemorySize', 'Timeout', 'ReservedConcurrentExecutions'],
      'AWS::RDS::DBInstance': [
        'Engine',
        'EngineVersion',
        'DBInstanceClass',
        'MultiAZ',
        'AllocatedStorage',
        'MaxAllocatedStorage',
        'StorageType',
        'EnablePerformanceInsights',
      ],
      'AWS::RDS::DBParameterGroup': ['Family', 'Parameters'],
    }),
};
