import type { aws_ec2 as ec2, aws_ecs as ecs } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Deployment } from '../../lib/deployment/schema';
import type { Stores } from '../stores';
import type { ApplicationContainer } from '../application/application-container';
import { MigrationGate } from './migration-gate';
import { StaticAssets } from './static-assets';

export interface ReleaseStepsProps {
  readonly deployment: Deployment;
  readonly vpc: ec2.IVpc;
  readonly stores: Stores;
  readonly cluster: ecs.ICluster;
  /** Runs the one-off task. */
  readonly capacityProvider: string;
  readonly container: ApplicationContainer;
  /** The application's, so that the one-off task reaches the stores. */
  readonly securityGroup: ec2.ISecurityGroup;
}

/** What comes before the first task of a new version, which depends on it: static files, then the migration. */
export function releaseSteps(stack: Construct, props: ReleaseStepsProps): Construct[] {
  const { deployment, stores } = props;
  const isBundled = deployment.image === 'bundled';
  const command = deployment.container.migrateCommand ?? (isBundled ? ['migrate'] : undefined);
  return [
    ...(isBundled ? [new StaticAssets(stack, 'StaticAssets', { deployment, bucket: stores.assets })] : []),
    ...(command ? [new MigrationGate(stack, 'MigrationGate', { ...props, command })] : []),
  ];
}
