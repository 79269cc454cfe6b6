import type { aws_ec2 as ec2, aws_ecs as ecs } from 'aws-cdk-lib';

/** Where a target runs the tasks that end: the migration and the jobs. */
export interface TaskPlace {
  readonly vpc: ec2.IVpc;
  readonly cluster: ecs.ICluster;
  /** Name of the capacity provider, such as `FARGATE`. */
  readonly capacityProvider: string;
  /** The application's, so that these tasks reach the stores. */
  readonly securityGroup: ec2.ISecurityGroup;
}
