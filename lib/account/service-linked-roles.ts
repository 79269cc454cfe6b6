import type { Deployment } from '../deployment/schema';

/** A role that a service of AWS uses in an account; one a service, and a new account has none. */
export interface ServiceLinkedRole {
  /** Name of the service in IAM, such as `ecs.amazonaws.com`. */
  readonly service: string;
  readonly role: string;
}

/**
 * The roles that must be there before the first resource of their service. The services make them too,
 * yet use them in the same moment, before IAM knows them everywhere: the first cluster, scalable target
 * or database of an account then fails. EC2 makes its role for Spot in the console only.
 * https://github.com/aws/containers-roadmap/issues/2614
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAM.ServiceLinkedRoles.html
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/using-service-linked-roles.html
 * https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-service-linked-roles.html
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/autoscaling-service-linked-role.html
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/service-linked-roles-spot-instance-requests.html
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/elb-service-linked-roles.html
 */
const roles = {
  // Every target has a cluster: App Runner for its jobs.
  ecs: { service: 'ecs.amazonaws.com', role: 'AWSServiceRoleForECS' },
  rds: { service: 'rds.amazonaws.com', role: 'AWSServiceRoleForRDS' },
  cache: { service: 'elasticache.amazonaws.com', role: 'AWSServiceRoleForElastiCache' },
  loadBalancer: {
    service: 'elasticloadbalancing.amazonaws.com',
    role: 'AWSServiceRoleForElasticLoadBalancing',
  },
  taskScaling: {
    service: 'ecs.application-autoscaling.amazonaws.com',
    role: 'AWSServiceRoleForApplicationAutoScaling_ECSService',
  },
  instances: { service: 'autoscaling.amazonaws.com', role: 'AWSServiceRoleForAutoScaling' },
  spot: { service: 'spot.amazonaws.com', role: 'AWSServiceRoleForEC2Spot' },
} satisfies Record<string, ServiceLinkedRole>;

/** The roles that a deployment needs, in a fixed order. */
export function serviceLinkedRoles({
  cache,
  targets,
}: Pick<Deployment, 'cache' | 'targets'>): ServiceLinkedRole[] {
  const { fargate, express, ec2 } = targets;
  const isOnEcs = Boolean(fargate ?? express ?? ec2);
  return [
    roles.ecs,
    roles.rds,
    ...(cache === 'none' ? [] : [roles.cache]),
    ...(isOnEcs ? [roles.loadBalancer, roles.taskScaling] : []),
    ...(ec2 ? [roles.instances] : []),
    ...(ec2?.spotMaxPriceShare === undefined ? [] : [roles.spot]),
  ];
}
