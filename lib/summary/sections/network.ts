import { facts } from '../facts';
import type { Section } from '../resource';

/** Address ranges, zones and the way out. */
export const network: Section = {
  title: 'Network',
  lines: (resources) =>
    facts(resources, {
      'AWS::EC2::VPC': ['CidrBlock'],
      'AWS::EC2::Subnet': ['CidrBlock', 'AvailabilityZone', 'MapPublicIpOnLaunch'],
      'AWS::EC2::Route': [
        'RouteTableId',
        'DestinationCidrBlock',
        'DestinationIpv6CidrBlock',
        'GatewayId',
        'NatGatewayId',
        'InstanceId',
        'VpcPeeringConnectionId',
      ],
      'AWS::EC2::VPCEndpoint': ['VpcEndpointType', 'ServiceName', 'SubnetIds', 'PolicyDocument.Statement'],
      'AWS::EC2::FlowLog': ['TrafficType', 'MaxAggregationInterval'],
      'AWS::AppRunner::VpcConnector': ['Subnets', 'SecurityGroups'],
      'AWS::ECS::ExpressGatewayService': [
        'NetworkConfiguration.Subnets',
        'NetworkConfiguration.SecurityGroups',
      ],
      'AWS::ECS::Service': [
        'NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp',
        'NetworkConfiguration.AwsvpcConfiguration.Subnets',
        'NetworkConfiguration.AwsvpcConfiguration.SecurityGroups',
      ],
      'AWS::RDS::DBSubnetGroup': ['SubnetIds'],
      'AWS::ElastiCache::SubnetGroup': ['SubnetIds'],
      'AWS::ElasticLoadBalancingV2::LoadBalancer': ['Subnets'],
      'AWS::EFS::MountTarget': ['SubnetId'],
      'AWS::AutoScaling::AutoScalingGroup': ['VPCZoneIdentifier'],
      'AWS::ServiceDiscovery::PrivateDnsNamespace': ['Name', 'Vpc'],
    }),
};
