import { aws_ecs as ecs, CfnOutput, type aws_ec2 as ec2 } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Deployment } from '../../lib/deployment/schema';
import { jobOutputs } from '../../lib/stacks/names';
import { privateSubnets } from '../network/tiers';
import type { ApplicationContainer } from '../application/application-container';
import { NightlyExport } from './nightly-export';

export interface JobsProps {
  readonly deployment: Deployment;
  readonly vpc: ec2.IVpc;
  readonly cluster: ecs.ICluster;
  readonly container: ApplicationContainer;
  /** Runs them. */
  readonly capacityProvider: string;
  /** The application's, so that a job reaches the stores. */
  readonly securityGroup: ec2.ISecurityGroup;
}

/**
 * Jobs run the server's own task definition with another command: the export every night, where the
 * image has it, and any of them by hand with what the outputs say for `aws ecs run-task`.
 */
export function jobs(stack: Construct, props: JobsProps): void {
  const { deployment, vpc, cluster, container, securityGroup } = props;
  if (deployment.image === 'bundled') new NightlyExport(stack, 'NightlyExport', props);

  new CfnOutput(stack, jobOutputs.cluster, { value: cluster.clusterName });
  new CfnOutput(stack, jobOutputs.taskDefinition, { value: container.taskDefinition.taskDefinitionArn });
  // A task that shares the network of its instance has no place of its own to state.
  if (container.taskDefinition.networkMode !== ecs.NetworkMode.AWS_VPC) return;
  new CfnOutput(stack, jobOutputs.securityGroup, { value: securityGroup.securityGroupId });
  new CfnOutput(stack, jobOutputs.subnets, { value: vpc.selectSubnets(privateSubnets).subnetIds.join() });
}
