import { aws_apprunner as apprunner, aws_ec2 as ec2 } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { privateSubnets } from '../network/tiers';

export interface PrivateIngressProps {
  readonly vpc: ec2.IVpc;
  /** Address range of the VPC; every host in it may call the service. */
  readonly cidr: string;
  readonly service: apprunner.CfnService;
}

/**
 * The way to a service that only the VPC may call: an interface in each zone, $7 a month each, and a
 * name that leads to it. https://docs.aws.amazon.com/apprunner/latest/dg/network-pl.html
 */
export class PrivateIngress extends Construct {
  readonly domainName: string;

  constructor(scope: Construct, id: string, props: PrivateIngressProps) {
    super(scope, id);
    const { vpc, cidr, service } = props;
    const securityGroup = new ec2.SecurityGroup(this, 'SecurityGroup', {
      vpc,
      description: 'App Runner, for callers inside the VPC',
      allowAllOutbound: false,
    });
    securityGroup.addIngressRule(ec2.Peer.ipv4(cidr), ec2.Port.HTTPS, 'HTTPS from inside the VPC');
    const endpoint = new ec2.InterfaceVpcEndpoint(this, 'Endpoint', {
      vpc,
      service: ec2.InterfaceVpcEndpointAwsService.APP_RUNNER_REQUESTS,
      subnets: privateSubnets,
      securityGroups: [securityGroup],
      open: false,
      // The name of the connection below leads here, not the one of the AWS service.
      privateDnsEnabled: false,
    });
    this.domainName = new apprunner.CfnVpcIngressConnection(this, 'Connection', {
      serviceArn: service.attrServiceArn,
      ingressVpcConfiguration: { vpcId: vpc.vpcId, vpcEndpointId: endpoint.vpcEndpointId },
    }).attrDomainName;
  }
}
