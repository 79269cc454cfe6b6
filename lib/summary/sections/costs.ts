import { text } from '../facts';
import { compare } from '../references';
import { at, listOf, type Resource, type Section } from '../resource';

/** What AWS bills by the hour, the month or the gigabyte, with the properties that decide the price. */
const billed: Readonly<Record<string, readonly string[]>> = {
  'AWS::AppRunner::Service': ['InstanceConfiguration.Cpu', 'InstanceConfiguration.Memory'],
  'AWS::AutoScaling::AutoScalingGroup': [
    'MinSize',
    'MaxSize',
    'MixedInstancesPolicy.LaunchTemplate.Overrides.0.InstanceRequirements.MaxSpotPriceAsPercentageOfOptimalOnDemandPrice',
  ],
  'AWS::CloudFront::Distribution': ['DistributionConfig.PriceClass'],
  'AWS::CloudWatch::Alarm': [],
  'AWS::EC2::EIP': [],
  'AWS::EC2::FlowLog': [],
  'AWS::EC2::Instance': ['InstanceType', 'Monitoring'],
  'AWS::EC2::LaunchTemplate': [
    'LaunchTemplateData.InstanceType',
    'LaunchTemplateData.BlockDeviceMappings.0.Ebs.VolumeSize',
  ],
  'AWS::EC2::NatGateway': [],
  'AWS::ECR::Repository': [],
  'AWS::ECS::ExpressGatewayService': ['ScalingTarget.MinTaskCount', 'ScalingTarget.MaxTaskCount'],
  'AWS::ECS::TaskDefinition': ['RequiresCompatibilities', 'RuntimePlatform.CpuArchitecture', 'Cpu', 'Memory'],
  'AWS::EFS::FileSystem': ['ThroughputMode'],
  'AWS::ElastiCache::ReplicationGroup': ['NumCacheClusters', 'CacheNodeType'],
  'AWS::ElasticLoadBalancingV2::LoadBalancer': ['Scheme'],
  'AWS::KMS::Key': [],
  'AWS::Lambda::Function': ['MemorySize'],
  'AWS::Logs::LogGroup': ['RetentionInDays'],
  'AWS::RDS::DBInstance': ['DBInstanceClass', 'MultiAZ', 'AllocatedStorage', 'StorageType'],
  'AWS::Route53::HostedZone': [],
  'AWS::S3::Bucket': [],
  'AWS::SecretsManager::Secret': [],
  'AWS::ServiceDiscovery::PrivateDnsNamespace': [],
  'AWS::WAFv2::WebACL': ['Scope'],
};

/** Equal resources on one line: how many, of which type, and what decides their price. */
export const costs: Section = {
  title: 'What costs',
  lines: (resources) => {
    const counts = new Map<string, number>();
    for (const line of resources.flatMap(billedAs)) counts.set(line, (counts.get(line) ?? 0) + 1);
    return [...counts]
      .sort(([one], [other]) => compare(one, other))
      .map(([line, count]) => `${line} × ${count}`);
  },
};

function billedAs(resource: Resource): string[] {
  const { type, properties } = resource;
  if (type === 'AWS::EC2::VPCEndpoint') return endpoint(properties);
  const drivers = billed[type];
  if (!drivers) return [];
  const values = drivers
    .map((path) => [path.split('.').at(-1), at(properties, path)] as const)
    .filter(([, value]) => value !== undefined)
    .map(([label, value]) => `${label} ${text(value)}`);
  const rules = type === 'AWS::WAFv2::WebACL' ? [`${listOf(at(properties, 'Rules')).length} rules`] : [];
  return [[type, ...values, ...rules].join(', ')];
}

/** An interface endpoint costs by the zone; a gateway endpoint is free. */
function endpoint(properties: unknown): string[] {
  if (at(properties, 'VpcEndpointType') !== 'Interface') return [];
  return [`AWS::EC2::VPCEndpoint, Interface, ${listOf(at(properties, 'SubnetIds')).length} zones`];
}
