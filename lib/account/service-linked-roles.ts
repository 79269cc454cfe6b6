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
 *
 * Every deployment has all of them, so that another target or a cache changes nothing in the network
 * stack. They cost nothing, and only their service can use them.
 */
export const serviceLinkedRoles: readonly ServiceLinkedRole[] = [
  // The first cluster of an account fails: https://github.com/aws/containers-roadmap/issues/2614
  { service: 'ecs.amazonaws.com', role: 'AWSServiceRoleForECS' },
  // https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-service-linked-roles.html
  {
    service: 'ecs.application-autoscaling.amazonaws.com',
    role: 'AWSServiceRoleForApplicationAutoScaling_ECSService',
  },
  // https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/elb-service-linked-roles.html
  { service: 'elasticloadbalancing.amazonaws.com', role: 'AWSServiceRoleForElasticLoadBalancing' },
  // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAM.ServiceLinkedRoles.html
  { service: 'rds.amazonaws.com', role: 'AWSServiceRoleForRDS' },
  // https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/using-service-linked-roles.html
  { service: 'elasticache.amazonaws.com', role: 'AWSServiceRoleForElastiCache' },
  // https://docs.aws.amazon.com/autoscaling/ec2/userguide/autoscaling-service-linked-role.html
  { service: 'autoscaling.amazonaws.com', role: 'AWSServiceRoleForAutoScaling' },
  // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/service-linked-roles-spot-instance-requests.html
  { service: 'spot.amazonaws.com', role: 'AWSServiceRoleForEC2Spot' },
];
