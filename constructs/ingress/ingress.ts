import type { aws_ec2 as ec2 } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { AwsSettings } from '../../lib/deployment/schema/aws';
import type { ContainerSettings } from '../../lib/deployment/schema/container';
import type { DomainSettings } from '../../lib/deployment/schema/domain';
import type { EdgeSettings } from '../../lib/deployment/schema/edge';
import type { KeptSettings } from '../../lib/deployment/schema/keep';
import type { LogSettings } from '../../lib/deployment/schema/logs';
import type { Rollout } from '../../lib/deployment/schema/targets';
import { LoadBalancer, type ILoadBalancer } from './load-balancer';
import { LoadBalancerOrigin } from './load-balancer-origin';
import { Traffic } from './traffic';

export interface IngressProps {
  readonly aws: AwsSettings;
  readonly container: ContainerSettings;
  readonly domain?: DomainSettings;
  readonly edge: EdgeSettings;
  readonly keep: KeptSettings;
  readonly logs: LogSettings;
  readonly vpc: ec2.IVpc;
  readonly rollout: Rollout;
  /** Where requests go to: each task's own address, or a port of the instance it runs on. @default 'ip' */
  readonly targetType?: 'ip' | 'instance';
}

/** A load balancer, how requests come to it, and how it forwards them. */
export interface Ingress {
  readonly loadBalancer: ILoadBalancer;
  readonly origin: LoadBalancerOrigin;
  readonly traffic: Traffic;
}

/** The ingress in use first, then the one of the deployed version where the file keeps it. */
export type Ingresses = readonly [Ingress, ...Ingress[]];

/**
 * The load balancer of a target. An internal and a public one are two, with target groups of their own:
 * a target group belongs to one load balancer, and the edge uses the old one until it is deployed.
 */
export function ingresses(stack: Construct, props: IngressProps): Ingresses {
  const { edge, keep } = props;
  return [
    ingress(stack, edge.loadBalancer, props),
    ...(keep.loadBalancer ? [ingress(stack, keep.loadBalancer, props)] : []),
  ];
}

function ingress(stack: Construct, access: EdgeSettings['loadBalancer'], props: IngressProps): Ingress {
  const { aws, domain, edge, keep, logs, vpc } = props;
  const prefix = access === 'public' ? 'Public' : '';
  /* eslint-disable awscdk/no-variable-construct-id -- the kind of load balancer is in the id, so a stack can have both */
  const loadBalancer = new LoadBalancer(stack, `${prefix}LoadBalancer`, {
    aws,
    access,
    domain,
    keptDomain: keep.domain,
    logs,
    vpc,
  });
  const origin = new LoadBalancerOrigin(stack, `${prefix}Origin`, { domain, edge, logs, vpc, loadBalancer });
  const traffic = new Traffic(stack, `${prefix}Traffic`, { ...props, loadBalancer });
  /* eslint-enable awscdk/no-variable-construct-id */
  return { loadBalancer, origin, traffic };
}
