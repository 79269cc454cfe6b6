import type { aws_ec2 as ec2 } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AccessLogBucket } from '../constructs/storage/access-log-bucket';
import { ApplicationSecrets } from '../constructs/data/application-secrets';
import { AssetBucket } from '../constructs/data/asset-bucket';
import { BackupBucket } from '../constructs/data/backup-bucket';
import { Cache } from '../constructs/data/cache';
import { Database } from '../constructs/data/database';
import { DatabaseLogin } from '../constructs/data/database-login';
import { EncryptionKey } from '../constructs/data/encryption-key';
import { VectorFiles } from '../constructs/data/vector-files';
import { DeploymentStack } from './deployment-stack';
import { DeletionProtection } from '../constructs/protection/deletion-protection';
import { publishAlways } from '../constructs/publish-always';
import { storeReferences, type Stores } from '../constructs/stores';
import type { Deployment } from '../lib/deployment/schema';
import { dataStack } from '../lib/stacks/names';

export interface DataStackProps {
  readonly deployment: Deployment;
  readonly vpc: ec2.IVpc;
}

/** Everything that stays between releases. When the stack is deleted, what holds data is retained or leaves a snapshot. */
export class DataStack extends DeploymentStack {
  readonly stores: Stores;

  constructor(scope: Construct, { deployment, vpc }: DataStackProps) {
    super(scope, dataStack, { deployment, description: `Data of ${deployment.name}` });
    const { cache, container, database: settings, keep, logs, vectors } = deployment;

    const key = new EncryptionKey(this, 'Key');
    const database = new Database(this, 'Database', { database: settings, logs, vpc, key });
    const login = new DatabaseLogin(this, 'DatabaseLogin', {
      rotationDays: settings.rotationDays,
      logs,
      vpc,
      key,
      database,
    });
    const secrets = new ApplicationSecrets(this, 'Secrets', { container, keep, key });
    const accessLogs = new AccessLogBucket(this, 'AccessLogs', { logs });
    // A store that the file only keeps has no reader in this version; the deployed version may have one.
    const cacheSettings = cache === 'none' ? keep.cache : cache;
    const cacheEndpoint = cacheSettings && new Cache(this, 'Cache', { cache: cacheSettings, logs, vpc, key });
    const vectorFiles =
      vectors === 'chroma' || keep.vectors
        ? new VectorFiles(this, 'VectorFiles', { vpc, key }).fileSystem
        : undefined;

    this.stores = {
      key,
      database: {
        connections: database.connections,
        host: database.host,
        port: database.port,
        name: database.name,
        login: login.secret,
        loginFunction: login.functionName,
        instance: database.instance,
      },
      cache: cache === 'none' ? undefined : cacheEndpoint,
      vectorFiles: vectors === 'chroma' ? vectorFiles : undefined,
      jwtSecret: secrets.jwtSecret,
      containerSecrets: secrets.byVariable,
      backups: new BackupBucket(this, 'Backups', { key, accessLogs }),
      assets: new AssetBucket(this, 'Assets', { accessLogs }),
    };
    publishAlways(this, ...storeReferences({ ...this.stores, cache: cacheEndpoint, vectorFiles }));
    const { instance } = database;
    new DeletionProtection(this, 'DeletionProtection', {
      database: settings,
      logs,
      instance,
      holdsDatabase: true,
    });
  }
}
