import {
  aws_cloudfront as cloudfront,
  aws_cloudfront_origins as origins,
  aws_ec2 as ec2,
  aws_route53_targets as aliases,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { DomainSettings } from '../../lib/deployment/schema/domain';
import type { EdgeSettings } from '../../lib/deployment/schema/edge';
import type { LogSettings } from '../../lib/deployment/schema/logs';
import { publishAlways } from '../publish-always';
import type { PublicEndpoint, TargetOrigin } from '../target';
import { CloudFrontIngress } from './cloudfront-ingress';
import { originReadTimeout, type ILoadBalancer } from './load-balancer';
import { PrivateOrigin } from './private-origin';

export interface LoadBalancerOriginProps {
  readonly domain?: DomainSettings;
  readonly edge: EdgeSettings;
  readonly logs: LogSettings;
  readonly vpc: ec2.IVpc;
  readonly loadBalancer: ILoadBalancer;
}

/** How requests come to a load balancer: from CloudFront into the VPC, or from the internet when it is public. */
export class LoadBalancerOrigin extends Construct implements TargetOrigin {
  readonly publicEndpoint?: PublicEndpoint;
  /** Proxies that add to X-Forwarded-For on the way to a task. */
  readonly proxyHops: number;
  private readonly privateOrigin?: PrivateOrigin;
  private readonly loadBalancer: ILoadBalancer;

  constructor(scope: Construct, id: string, props: LoadBalancerOriginProps) {
    super(scope, id);
    const { domain, edge, logs, vpc, loadBalancer } = props;
    this.loadBalancer = loadBalancer;
    const behindCloudFront = edge.cdn === true;
    this.proxyHops = behindCloudFront ? 2 : 1;

    if (loadBalancer.isPublic) {
      publishAlways(
        this,
        loadBalancer.loadBalancerDnsName,
        loadBalancer.loadBalancerCanonicalHostedZoneId,
        loadBalancer.loadBalancerArn,
      );
      this.publicEndpoint = {
        domainName: loadBalancer.loadBalancerDnsName,
        alias: new aliases.LoadBalancerTarget(loadBalancer),
        firewallResourceArn: loadBalancer.loadBalancerArn,
      };
    } else if (behindCloudFront) {
      this.privateOrigin = new PrivateOrigin(this, 'Private', { domain, loadBalancer });
      new CloudFrontIngress(this, 'CloudFront', {
        logs,
        vpc,
        vpcOrigin: this.privateOrigin.vpcOrigin,
        to: [loadBalancer.httpListener, loadBalancer.httpsListener].filter(
          (listener) => listener !== undefined,
        ),
      });
    }
  }

  cloudFrontOrigin(): cloudfront.IOrigin {
    if (this.privateOrigin) return this.privateOrigin.cloudFrontOrigin();
    // CloudFront checks the load balancer's certificate against the Host header that it forwards.
    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html
    return new origins.LoadBalancerV2Origin(this.loadBalancer, {
      protocolPolicy: cloudfront.OriginProtocolPolicy.HTTPS_ONLY,
      readTimeout: originReadTimeout,
      keepaliveTimeout: originReadTimeout,
    });
  }
}
