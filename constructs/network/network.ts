import { CfnResource, Stack, Token, Validations, aws_ec2 as ec2, aws_logs as logs } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { LogSettings } from '../../lib/deployment/schema/logs';
import type { NetworkSettings } from '../../lib/deployment/schema/network';
import type { TargetSettings } from '../../lib/deployment/schema/targets';
import { isZoneId } from '../../lib/regions/zones';
import { ignoreLintRules } from '../findings/ignore-lint-rule';
import { Endpoints } from './endpoints';
import { NatInstance } from './nat-instance';

type Egress = NetworkSettings['egress'];

/** The most zones a deployment can state, so the most the address range is shared out among. */
const mostZones = 3;

export interface NetworkProps {
  readonly network: NetworkSettings;
  /** Of the function that empties the default security group. */
  readonly logs: LogSettings;
  readonly targets: TargetSettings;
  /** Number of zones, 2 or 3. */
  readonly zones: number;
}

/**
 * A VPC of three tiers in each zone – public, private, isolated – whose private tier goes out as
 * `network.egress` says. Objects in S3 are always reached through a gateway endpoint, which is free.
 */
export class Network extends ec2.Vpc {
  constructor(scope: Construct, id: string, props: NetworkProps) {
    const { network, targets } = props;
    const natInstance = network.egress === 'nat-instance' ? new NatInstance() : undefined;
    super(scope, id, {
      ipAddresses: ec2.IpAddresses.cidr(network.cidr),
      maxAzs: mostZones,
      // Subnets of a zone added later get addresses kept for it; otherwise every subnet would move.
      reservedAzs: mostZones - props.zones,
      natGateways: natGateways(network.egress, props.zones),
      natGatewayProvider: natInstance,
      gatewayEndpoints: { S3: { service: ec2.GatewayVpcEndpointAwsService.S3 } },
      subnetConfiguration: [
        // A resource that needs a public address gets one by its own settings.
        { name: 'public', subnetType: ec2.SubnetType.PUBLIC, mapPublicIpOnLaunch: false },
        { name: 'private', subnetType: privateType(network.egress) },
        { name: 'isolated', subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
      ],
    });
    natInstance?.serve(this);
    if (this.availabilityZones.some(isZoneId)) placeById(this);
    else for (const subnet of this.allSubnets()) acknowledgeNamedZone(subnet);
    keepLogOfProvider(this, props.logs);
    if (network.egress === 'endpoints') new Endpoints(this, 'Endpoints', { network, targets, vpc: this });
  }

  private allSubnets(): ec2.ISubnet[] {
    return [...this.publicSubnets, ...this.privateSubnets, ...this.isolatedSubnets];
  }
}

/** CDK writes what `aws.zones` says into the properties for names. An instance is in the zone of its subnet. */
function placeById(vpc: ec2.Vpc): void {
  for (const resource of vpc.node.findAll()) {
    if (resource instanceof ec2.CfnSubnet) resource.availabilityZoneId = resource.availabilityZone;
    if (resource instanceof ec2.CfnSubnet || resource instanceof ec2.CfnInstance)
      resource.availabilityZone = undefined;
  }
}

/** Rule W3010 requires `Fn::GetAZs` instead of a zone's name. */
function acknowledgeNamedZone(subnet: ec2.ISubnet): void {
  if (Token.isUnresolved(subnet.availabilityZone)) return;
  const reason =
    'aws.zones in the deployment file names the zone; with Fn::GetAZs a subnet could move to another one.';
  Validations.of(subnet).acknowledge({ id: 'CloudFormation-Validate::W3010', reason });
  ignoreLintRules(subnet, { rule: 'W3010', reason });
}

/**
 * CDK empties the default security group with a function of its own, one for all VPCs of a stack.
 * Without this, Lambda would make its log group at the first call, without retention and outside the stack.
 */
function keepLogOfProvider(vpc: ec2.Vpc, { retentionDays }: LogSettings): void {
  const provider = Stack.of(vpc).node.tryFindChild('Custom::VpcRestrictDefaultSGCustomResourceProvider');
  const handler = provider?.node.tryFindChild('Handler');
  if (!handler || !CfnResource.isCfnResource(handler))
    throw new Error('CDK no longer makes the function that empties the default security group.');
  const logGroup = new logs.LogGroup(vpc, 'DefaultSecurityGroupLogs', { retention: retentionDays });
  handler.addPropertyOverride('LoggingConfig', { LogFormat: 'JSON', LogGroup: logGroup.logGroupName });
  ignoreLintRules(handler, {
    rule: 'W3005',
    reason: 'CDK makes its function depend on its role, which the function also names.',
  });
}

function natGateways(egress: Egress, zones: number): number {
  if (egress === 'endpoints') return 0;
  return egress === 'nat-per-zone' ? zones : 1;
}

function privateType(egress: Egress): ec2.SubnetType {
  return egress === 'endpoints' ? ec2.SubnetType.PRIVATE_ISOLATED : ec2.SubnetType.PRIVATE_WITH_EGRESS;
}
