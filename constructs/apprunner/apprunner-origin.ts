import {
  aws_cloudfront_origins as origins,
  type aws_apprunner as apprunner,
  type aws_cloudfront as cloudfront,
  type aws_ec2 as ec2,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { EdgeSettings } from '../../lib/deployment/schema/edge';
import type { NetworkSettings } from '../../lib/deployment/schema/network';
import type { AppRunnerSettings } from '../../lib/deployment/schema/targets';
import { CloudFrontOnly } from '../ingress/cloudfront-only';
import { originReadTimeout } from '../ingress/load-balancer';
import { publishAlways } from '../publish-always';
import type { PublicEndpoint, TargetOrigin } from '../target';
import { PrivateIngress } from './private-ingress';

export interface AppRunnerOriginProps {
  readonly edge: EdgeSettings;
  readonly network: NetworkSettings;
  readonly vpc: ec2.IVpc;
  readonly service: apprunner.CfnService;
  readonly ingress: AppRunnerSettings['ingress'];
}

/**
 * How requests come to App Runner: by its own HTTPS name, which is open to the internet or, through an
 * interface in the VPC, to the VPC only. CloudFront needs the public name; requests that do not come
 * through it are then blocked.
 */
export class AppRunnerOrigin extends Construct implements TargetOrigin {
  readonly ownNameOnly = true;
  readonly publicEndpoint: PublicEndpoint;
  private readonly originHeaders?: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, props: AppRunnerOriginProps) {
    super(scope, id);
    const { edge, network, vpc, service, ingress } = props;
    const cidr = network.existingVpc?.cidr ?? network.cidr;
    const firewallResourceArn = service.attrServiceArn;
    this.publicEndpoint = {
      domainName:
        ingress === 'public'
          ? service.attrServiceUrl
          : new PrivateIngress(this, 'Private', { vpc, cidr, service }).domainName,
      firewallResourceArn,
    };
    publishAlways(this, this.publicEndpoint.domainName, firewallResourceArn);
    if (ingress === 'public' && edge.cdn === true) {
      const cloudFrontOnly = new CloudFrontOnly(this, 'CloudFrontOnly', { resourceArn: firewallResourceArn });
      this.originHeaders = cloudFrontOnly.originHeaders;
    }
  }

  cloudFrontOrigin(): cloudfront.IOrigin {
    return new origins.HttpOrigin(this.publicEndpoint.domainName, {
      readTimeout: originReadTimeout,
      customHeaders: this.originHeaders,
    });
  }
}

/** CloudFront, where there is one, and App Runner add to X-Forwarded-For on the way to an instance. */
export function appRunnerProxyHops(edge: EdgeSettings): number {
  return edge.cdn === true ? 2 : 1;
}
