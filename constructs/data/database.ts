import {
  Duration,
  Fn,
  RemovalPolicy,
  Stack,
  Validations,
  aws_ec2 as ec2,
  aws_logs as logs,
  aws_rds as rds,
  aws_secretsmanager as secretsmanager,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { mostStorageGiB, type DatabaseSettings } from '../../lib/deployment/schema/database';
import type { LogSettings } from '../../lib/deployment/schema/logs';
import { isolatedSubnets } from '../network/tiers';
import type { ProtectedDatabase } from '../stores';
import { databaseParameters } from './database-parameters';
import type { StoreKey } from './encryption-key';
import { databaseBackupWindow, databaseMaintenanceWindow } from './maintenance';

export interface DatabaseProps {
  readonly database: DatabaseSettings;
  /** Of the exported logs. */
  readonly logs: LogSettings;
  readonly vpc: ec2.IVpc;
  readonly key: StoreKey;
}

const port = 5432;
const exportedLogs = ['postgresql', 'upgrade'];

/** The newest minor version of each major version; RDS applies later minor versions itself. */
const engineVersions: Record<DatabaseSettings['postgres'], rds.PostgresEngineVersion> = {
  17: rds.PostgresEngineVersion.VER_17_9,
  18: rds.PostgresEngineVersion.VER_18_3,
};

/** PostgreSQL on RDS: private, encrypted, TLS only, with point-in-time recovery. */
export class Database extends Construct implements ec2.IConnectable {
  readonly connections: ec2.Connections;
  readonly host: string;
  readonly port = String(port);
  readonly name = 'shop';
  /** The master user's, which RDS makes and rotates every week. For `DatabaseLogin` and operators; the application cannot read it. */
  readonly masterLogin: secretsmanager.ISecret;
  readonly instance: ProtectedDatabase;

  constructor(scope: Construct, id: string, props: DatabaseProps) {
    super(scope, id);
    const { database, vpc, key } = props;
    const securityGroup = new ec2.SecurityGroup(this, 'SecurityGroup', {
      vpc,
      description: 'PostgreSQL',
      allowAllOutbound: false,
    });
    this.connections = new ec2.Connections({
      securityGroups: [securityGroup],
      defaultPort: ec2.Port.tcp(port),
    });

    const instanceIdentifier = identifierOf(this);
    const instance = new rds.DatabaseInstance(this, 'Instance', {
      engine: rds.DatabaseInstanceEngine.postgres({ version: engineVersions[database.postgres] }),
      ...sizeOf(database),
      ...safetyOf(database),
      instanceIdentifier,
      port,
      databaseName: this.name,
      credentials: rds.Credentials.fromUsername('postgres', { encryptionKey: key.forSecrets }),
      manageMasterUserPassword: true,
      vpc,
      vpcSubnets: isolatedSubnets,
      securityGroups: [securityGroup],
      publiclyAccessible: false,
      caCertificate: rds.CaCertificate.RDS_CA_RSA2048_G1,
      storageEncryptionKey: key,
      parameters: databaseParameters,
      cloudwatchLogsExports: exportedLogs,
      enablePerformanceInsights: true,
      performanceInsightEncryptionKey: key,
      databaseInsightsMode: rds.DatabaseInsightsMode.STANDARD,
    });
    for (const log of exportedLogs) {
      // RDS makes a group without retention where there is none, and CloudFormation cannot adopt that.
      const logGroup = new logs.LogGroup(this, `Logs-${log}`, {
        logGroupName: `/aws/rds/instance/${instanceIdentifier}/${log}`,
        retention: props.logs.retentionDays,
      });
      instance.node.addDependency(logGroup);
    }
    this.host = instance.dbInstanceEndpointAddress;
    this.instance = protectedDatabase(instance);
    this.masterLogin = masterLoginOf(instance);
    acknowledge(instance, database);
  }
}

function sizeOf(database: DatabaseSettings) {
  return {
    instanceType: new ec2.InstanceType(database.instance),
    multiAz: database.multiAz,
    storageType: rds.StorageType.GP3,
    allocatedStorage: database.storageGiB,
    maxAllocatedStorage: database.maxStorageGiB ?? Math.min(5 * database.storageGiB, mostStorageGiB),
  };
}

function safetyOf(database: DatabaseSettings) {
  return {
    backupRetention: Duration.days(database.backupRetentionDays),
    preferredBackupWindow: databaseBackupWindow,
    preferredMaintenanceWindow: databaseMaintenanceWindow,
    copyTagsToSnapshot: true,
    deleteAutomatedBackups: false,
    autoMinorVersionUpgrade: true,
    removalPolicy: RemovalPolicy.SNAPSHOT,
  };
}

/**
 * Log groups are named after the instance and must exist before it, so its name has to be known at
 * synth. It is the unique part of the stack's id, which no other stack has, not even a later one of
 * the same name.
 */
function identifierOf(scope: Construct): string {
  return `db-${Fn.select(2, Fn.split('/', Stack.of(scope).stackId))}`;
}

/** The resource's own references: those of the L2 construct do not cross from region to region. */
function protectedDatabase({ node, stack }: rds.DatabaseInstance): ProtectedDatabase {
  const { defaultChild } = node;
  if (!(defaultChild instanceof rds.CfnDBInstance)) throw new Error('The database has no CfnDBInstance.');
  return { identifier: defaultChild.ref, arn: defaultChild.attrDbInstanceArn, region: stack.region };
}

function masterLoginOf({ secret }: rds.DatabaseInstance): secretsmanager.ISecret {
  if (!secret)
    throw new Error(
      'database: RDS manages the master login, but CDK gives no secret for it. Set manageMasterUserPassword.',
    );
  return secret;
}

function acknowledge(
  instance: rds.DatabaseInstance,
  { multiAz, deletionProtection }: DatabaseSettings,
): void {
  Validations.of(instance).acknowledge({
    id: 'AwsSolutions-RDS11',
    reason:
      'Only the security groups of the application and of the rotation reach the port, in subnets without a route to the internet. Another port number would add nothing.',
  });
  if (!multiAz) {
    Validations.of(instance).acknowledge({
      id: 'AwsSolutions-RDS3',
      reason: 'The deployment file states `database.multiAz: false`.',
    });
  }
  Validations.of(instance).acknowledge({
    id: 'AwsSolutions-RDS10',
    reason:
      deletionProtection === true
        ? 'Custom::DeletionProtection switches it on when the stack is complete; in the template it would stop the rollback of a first deployment. A test holds that the stack has it.'
        : `The deployment file switches it off: ${deletionProtection.optOutReason}`,
  });
}
