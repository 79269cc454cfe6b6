import {
  Stack,
  aws_cloudfront as cloudfront,
  aws_cloudfront_origins as origins,
  type App,
} from 'aws-cdk-lib';
import type { TargetOrigin } from '../../../constructs/target';
import type { Deployment } from '../../../lib/deployment/schema';

/** Makes a target's origin as the target's own stack would. */
export type TestTarget = (app: App, deployment: Deployment) => TargetOrigin;

const loadBalancerArn =
  'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/0123456789abcdef';

class LoadBalancerEndpoint extends cloudfront.VpcOriginEndpoint {
  readonly endpointArn = loadBalancerArn;
  readonly domainName = 'internal-shop-123.eu-west-1.elb.amazonaws.com';
}

/** Inside the VPC: CloudFront alone reaches it, through a VPC origin made in the target's stack. */
export const privateTarget: TestTarget = (app, { name, aws }) => {
  const service = new Stack(app, 'service', { stackName: `${name}-service`, env: { region: aws.region } });
  const vpcOrigin = new cloudfront.VpcOrigin(service, 'VpcOrigin', { endpoint: new LoadBalancerEndpoint() });
  return { cloudFrontOrigin: () => origins.VpcOrigin.withVpcOrigin(vpcOrigin) };
};

/** An HTTPS address of its own, and an answer to that name only, as App Runner has. */
export const appRunnerTarget: TestTarget = () => {
  const domainName = 'abc123.eu-west-1.awsapprunner.com';
  return {
    cloudFrontOrigin: () => new origins.HttpOrigin(domainName),
    ownNameOnly: true,
    publicEndpoint: { domainName },
  };
};

/** A load balancer in the open. */
export const publicLoadBalancer: TestTarget = () => {
  const domainName = 'shop-123.eu-west-1.elb.amazonaws.com';
  return {
    cloudFrontOrigin: () => new origins.HttpOrigin(domainName),
    publicEndpoint: {
      domainName,
      alias: { bind: () => ({ dnsName: domainName, hostedZoneId: 'Z32O12XQLNTSW2' }) },
      firewallResourceArn: loadBalancerArn,
    },
  };
};
