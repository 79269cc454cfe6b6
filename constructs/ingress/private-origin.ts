import { aws_cloudfront as cloudfront, aws_cloudfront_origins as origins, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { DomainSettings } from '../../lib/deployment/schema/domain';
import { publishAlways } from '../publish-always';
import { originReadTimeout, type ILoadBalancer } from './load-balancer';

export interface PrivateOriginProps {
  readonly domain?: DomainSettings;
  readonly loadBalancer: ILoadBalancer;
}

/**
 * CloudFront's connection into the VPC. CloudFront takes no change of a VPC origin in use, not even of its
 * tags (https://github.com/aws/aws-cdk/issues/35765). So HTTP and HTTPS have an origin each, and the edge
 * moves from one to the other. They cost nothing.
 */
export class PrivateOrigin extends Construct {
  /** The first VPC origin of the VPC: with it CloudFront makes its security group. */
  readonly vpcOrigin: cloudfront.IVpcOrigin;
  private readonly origin: cloudfront.IOrigin;

  constructor(scope: Construct, id: string, props: PrivateOriginProps) {
    super(scope, id);
    const { domain, loadBalancer } = props;
    const { HTTP_ONLY, HTTPS_ONLY } = cloudfront.OriginProtocolPolicy;
    const { loadBalancerDnsName } = loadBalancer;
    const http = this.originTo(loadBalancer, 'VpcOrigin', HTTP_ONLY);
    const https = loadBalancer.httpsListener && this.originTo(loadBalancer, 'HttpsVpcOrigin', HTTPS_ONLY);
    publishAlways(this, loadBalancerDnsName, http.vpcOriginId, ...(https ? [https.vpcOriginId] : []));
    this.vpcOrigin = http;
    const timeouts = { readTimeout: originReadTimeout, keepaliveTimeout: originReadTimeout };
    this.origin =
      https && loadBalancer.isHttps && domain
        ? // CloudFront checks the certificate against this name.
          origins.VpcOrigin.withVpcOrigin(https, { domainName: domain.name, ...timeouts })
        : origins.VpcOrigin.withVpcOrigin(http, { domainName: loadBalancerDnsName, ...timeouts });
  }

  cloudFrontOrigin(): cloudfront.IOrigin {
    return this.origin;
  }

  private originTo(
    loadBalancer: ILoadBalancer,
    id: string,
    protocolPolicy: cloudfront.OriginProtocolPolicy,
  ): cloudfront.VpcOrigin {
    const { stackName, region } = Stack.of(this);
    return new cloudfront.VpcOrigin(this, id, {
      endpoint: cloudfront.VpcOriginEndpoint.applicationLoadBalancer(loadBalancer),
      // CDK's own name is the same in every deployment, and a stack's name may be the same in two regions.
      vpcOriginName: [stackName, region, ...(id === 'VpcOrigin' ? [] : ['https'])].join('-'),
      protocolPolicy,
      originSslProtocols: [cloudfront.OriginSslPolicy.TLS_V1_2],
    });
  }
}
