import { aws_cloudfront as cloudfront, aws_ec2 as ec2, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { LogSettings } from '../../lib/deployment/schema/logs';
import { CloudFrontIngress } from '../ingress/cloudfront-ingress';
import { publishAlways } from '../publish-always';
import type { ExpressService } from './express-service';

export interface ExpressVpcOriginProps {
  readonly logs: LogSettings;
  readonly vpc: ec2.IVpc;
  readonly express: ExpressService;
}

/**
 * CloudFront's connection to the internal load balancer of an Express service. It cannot be updated
 * while a distribution uses it, not even its tags: https://github.com/aws/aws-cdk/issues/35765
 */
export class ExpressVpcOrigin extends Construct {
  readonly vpcOrigin: cloudfront.IVpcOrigin;

  constructor(scope: Construct, id: string, props: ExpressVpcOriginProps) {
    super(scope, id);
    const { logs, vpc, express } = props;
    this.vpcOrigin = new cloudfront.VpcOrigin(this, 'VpcOrigin', {
      endpoint: new ExpressEndpoint(express),
      // CDK's own name is the same in every deployment, and a stack's name may be the same in two regions.
      vpcOriginName: `${Stack.of(this).stackName}-${Stack.of(this).region}`,
      protocolPolicy: cloudfront.OriginProtocolPolicy.HTTPS_ONLY,
      originSslProtocols: [cloudfront.OriginSslPolicy.TLS_V1_2],
    });
    publishAlways(this, this.vpcOrigin.vpcOriginId);
    const loadBalancer = ec2.SecurityGroup.fromSecurityGroupId(
      this,
      'LoadBalancer',
      express.loadBalancerSecurityGroupId,
    );
    new CloudFrontIngress(this, 'CloudFront', {
      logs,
      vpc,
      vpcOrigin: this.vpcOrigin,
      to: [new ec2.Connections({ securityGroups: [loadBalancer], defaultPort: ec2.Port.HTTPS })],
    });
  }
}

class ExpressEndpoint extends cloudfront.VpcOriginEndpoint {
  readonly endpointArn: string;
  readonly domainName: string;

  constructor(express: ExpressService) {
    super();
    this.endpointArn = express.loadBalancerArn;
    this.domainName = express.domainName;
  }
}
