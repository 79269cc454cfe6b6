import type { aws_ec2 as ec2 } from 'aws-cdk-lib';

/*
 * The three tiers, selected by name. A selection by type would differ between deployments: without any
 * internet (`egress: 'endpoints'`) the private tier has no egress, and CDK then types it as isolated.
 */

/** Reached from the internet: NAT, and a load balancer when it is asked to be public. No store, no task. */
export const publicSubnets: ec2.SubnetSelection = { subnetGroupName: 'public' };
/** Tasks, functions, internal load balancers: they reach AWS by the deployment's `network.egress`. */
export const privateSubnets: ec2.SubnetSelection = { subnetGroupName: 'private' };
/** Databases, cache and file systems: no way out, and in only through a security group. */
export const isolatedSubnets: ec2.SubnetSelection = { subnetGroupName: 'isolated' };
