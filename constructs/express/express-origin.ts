import {
  aws_cloudfront_origins as origins,
  Duration,
  type aws_cloudfront as cloudfront,
  type aws_ec2 as ec2,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { EdgeSettings } from '../../lib/deployment/schema/edge';
import type { LogSettings } from '../../lib/deployment/schema/logs';
import { CloudFrontOnly } from '../ingress/cloudfront-only';
import { originReadTimeout } from '../ingress/load-balancer';
import { publishAlways } from '../publish-always';
import { stackValue } from '../stack-value';
import type { PublicEndpoint, TargetOrigin } from '../target';
import type { ExpressService } from './express-service';
import { ExpressVpcOrigin } from './express-vpc-origin';

export interface ExpressOriginProps {
  readonly edge: EdgeSettings;
  readonly logs: LogSettings;
  readonly vpc: ec2.IVpc;
  readonly express: ExpressService;
}

/**
 * How requests come to an Express service: from CloudFront into the VPC, or from the internet when it
 * is public. Its load balancer tells services apart by their names, so it is asked by its own.
 */
export class ExpressOrigin extends Construct implements TargetOrigin {
  readonly ownNameOnly = true;
  readonly publicEndpoint?: PublicEndpoint;
  private readonly domainName: string;
  private readonly vpcOrigin?: cloudfront.IVpcOrigin;
  private readonly originHeaders?: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, props: ExpressOriginProps) {
    super(scope, id);
    const { edge, logs, vpc, express } = props;
    this.domainName = stackValue(this, 'Name', express.domainName);
    if (!express.isPublic) {
      this.vpcOrigin = new ExpressVpcOrigin(this, 'Private', { logs, vpc, express }).vpcOrigin;
      return;
    }
    publishAlways(this, express.loadBalancerArn);
    this.publicEndpoint = { domainName: this.domainName, firewallResourceArn: express.loadBalancerArn };
    if (edge.cdn === true) {
      const cloudFrontOnly = new CloudFrontOnly(this, 'CloudFrontOnly', {
        resourceArn: express.loadBalancerArn,
      });
      this.originHeaders = cloudFrontOnly.originHeaders;
    }
  }

  cloudFrontOrigin(): cloudfront.IOrigin {
    if (!this.vpcOrigin) {
      return new origins.HttpOrigin(this.domainName, {
        readTimeout: originReadTimeout,
        customHeaders: this.originHeaders,
      });
    }
    return origins.VpcOrigin.withVpcOrigin(this.vpcOrigin, {
      domainName: this.domainName,
      readTimeout: originReadTimeout,
      // Below the 60 s after which the load balancer closes a silent connection, so CloudFront never writes to a closed one.
      keepaliveTimeout: Duration.seconds(45),
    });
  }
}

/** CloudFront, where there is one, and the load balancer add to X-Forwarded-For on the way to a task. */
export function expressProxyHops(edge: EdgeSettings): number {
  return edge.cdn === true ? 2 : 1;
}
