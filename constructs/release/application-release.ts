import { aws_ecs as ecs, CfnOutput } from 'aws-cdk-lib';
import type { Construct, IConstruct } from 'constructs';
import type { ContainerSettings } from '../../lib/deployment/schema/container';
import type { DatabaseSettings } from '../../lib/deployment/schema/database';
import type { ImageSource } from '../../lib/deployment/schema/image';
import type { LogSettings } from '../../lib/deployment/schema/logs';
import { jobOutputs } from '../../lib/stacks/names';
import type { ApplicationContainer } from '../application/application-container';
import { privateSubnets } from '../network/tiers';
import type { Stores } from '../stores';
import { CredentialRefresh, type RefreshedService } from './credential-refresh';
import { MigrationGate } from './migration-gate';
import { NightlyExport } from './nightly-export';
import { StaticAssets } from './static-assets';
import type { TaskPlace } from './task-place';

export interface ApplicationReleaseProps {
  readonly image: ImageSource;
  readonly container: ContainerSettings;
  readonly database: DatabaseSettings;
  readonly logs: LogSettings;
  readonly stores: Stores;
  /** Its task definition is what the migration and the jobs run. */
  readonly application: ApplicationContainer;
  /** Where the migration and the jobs run. */
  readonly place: TaskPlace;
  readonly service: RefreshedService;
  /** Makes the service, and so starts the first task of a new version. @default - `service` */
  readonly madeBy?: IConstruct;
}

/**
 * What a release of the application needs on every target: static files and the migration before the
 * first task of the new version, the jobs, and fresh tasks after a rotation of the database login.
 */
export function applicationRelease(stack: Construct, props: ApplicationReleaseProps): void {
  const { database, service, madeBy = service } = props;
  madeBy.node.addDependency(...stepsBefore(stack, props));
  if (props.image === 'bundled') new NightlyExport(stack, 'NightlyExport', props);
  outputsForJobs(stack, props);
  new CredentialRefresh(stack, 'CredentialRefresh', { service, rotationDays: database.rotationDays });
}

function stepsBefore(stack: Construct, props: ApplicationReleaseProps): Construct[] {
  const { image, container, logs, stores } = props;
  const isBundled = image === 'bundled';
  const command = container.migrateCommand ?? (isBundled ? ['migrate'] : undefined);
  return [
    ...(isBundled ? [new StaticAssets(stack, 'StaticAssets', { logs, bucket: stores.assets })] : []),
    ...(command ? [new MigrationGate(stack, 'MigrationGate', { ...props, command })] : []),
  ];
}

/** What `aws ecs run-task` needs to run a job by hand: the server's task definition with another command. */
function outputsForJobs(stack: Construct, props: ApplicationReleaseProps): void {
  const { vpc, cluster, securityGroup } = props.place;
  const { taskDefinition } = props.application;
  new CfnOutput(stack, jobOutputs.cluster, { value: cluster.clusterName });
  new CfnOutput(stack, jobOutputs.taskDefinition, { value: taskDefinition.taskDefinitionArn });
  // A task that uses the network of its instance takes no subnets and no security group.
  if (taskDefinition.networkMode !== ecs.NetworkMode.AWS_VPC) return;
  new CfnOutput(stack, jobOutputs.securityGroup, { value: securityGroup.securityGroupId });
  new CfnOutput(stack, jobOutputs.subnets, { value: vpc.selectSubnets(privateSubnets).subnetIds.join() });
}
