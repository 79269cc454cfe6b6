import { aws_cloudfront as cloudfront, aws_cloudfront_origins as origins, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { DomainSettings } from '../../lib/deployment/schema/domain';
import { originReadTimeout, type ILoadBalancer } from './load-balancer';

export interface PrivateOriginProps {
  readonly domain?: DomainSettings;
  readonly loadBalancer: ILoadBalancer;
}

/**
 * CloudFront's connection into the VPC. It cannot be updated while a distribution uses it, not even its
 * tags (https://github.com/aws/aws-cdk/issues/35765), so its settings stay the same for the life of the
 * load balancer, except for the step from HTTP to HTTPS.
 */
export class PrivateOrigin extends Construct {
  readonly vpcOrigin: cloudfront.IVpcOrigin;
  private readonly domainName: string;

  constructor(scope: Construct, id: string, props: PrivateOriginProps) {
    super(scope, id);
    const { domain, loadBalancer } = props;
    // With HTTPS CloudFront checks the certificate against this name.
    this.domainName = loadBalancer.isHttps && domain ? domain.name : loadBalancer.loadBalancerDnsName;
    this.vpcOrigin = new cloudfront.VpcOrigin(this, 'VpcOrigin', {
      endpoint: cloudfront.VpcOriginEndpoint.applicationLoadBalancer(loadBalancer),
      // CDK's own name is the same in every deployment.
      vpcOriginName: Stack.of(this).stackName,
      protocolPolicy: loadBalancer.isHttps
        ? cloudfront.OriginProtocolPolicy.HTTPS_ONLY
        : cloudfront.OriginProtocolPolicy.HTTP_ONLY,
      originSslProtocols: [cloudfront.OriginSslPolicy.TLS_V1_2],
    });
  }

  cloudFrontOrigin(): cloudfront.IOrigin {
    return origins.VpcOrigin.withVpcOrigin(this.vpcOrigin, {
      domainName: this.domainName,
      readTimeout: originReadTimeout,
      keepaliveTimeout: originReadTimeout,
    });
  }
}
