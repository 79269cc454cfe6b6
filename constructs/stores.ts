import type {
  aws_ec2 as ec2,
  aws_efs as efs,
  aws_kms as kms,
  aws_s3 as s3,
  aws_secretsmanager as secretsmanager,
} from 'aws-cdk-lib';

/** Everything that stays between releases. Targets get these stores and make none themselves. */
export interface Stores {
  /** Encrypts every store below. */
  readonly key: kms.IKey;
  readonly database: DatabaseEndpoint;
  /** Absent when the deployment runs without a cache. */
  readonly cache?: CacheEndpoint;
  /** Absent when embeddings live in the database. */
  readonly vectorFiles?: efs.IFileSystem;
  /** Signs access tokens. */
  readonly jwtSecret: secretsmanager.ISecret;
  /** The secrets of `container.secrets`, by the name of the variable. */
  readonly containerSecrets: Readonly<Record<string, SecretField>>;
  /** Logical exports of database and vectors. */
  readonly backups: s3.IBucket;
  /** Static files under hashed names, read by CloudFront. */
  readonly assets: s3.IBucket;
}

/** A secret, or one key of a JSON secret. */
export interface SecretField {
  readonly secret: secretsmanager.ISecret;
  /** @default - the whole string */
  readonly key?: string;
}

/** `connections` has the port as its default port: `service.connections.allowToDefaultPort(database)`. */
export interface DatabaseEndpoint extends ec2.IConnectable {
  readonly host: string;
  readonly port: string;
  readonly name: string;
  /** JSON with `username`, `password` and `url`; rotated; the previous login stays valid until the next rotation. */
  readonly login: secretsmanager.ISecret;
  /** Name of the function that rotates the login. */
  readonly loginFunction: string;
  /** Its deletion protection is the switch of the whole deployment (constructs/protection). */
  readonly instance: ProtectedDatabase;
}

export interface ProtectedDatabase {
  readonly identifier: string;
  readonly arn: string;
  readonly region: string;
}

export interface CacheEndpoint extends ec2.IConnectable {
  /** `rediss://host:port` of the primary. */
  readonly url: string;
  readonly authToken: secretsmanager.ISecret;
  /** Ids of its nodes. Any of them may be the primary. */
  readonly nodes: readonly string[];
}

/** Every value of a store that a target may read. */
export function storeReferences({ key, database, cache, vectorFiles, ...others }: Stores): string[] {
  const { jwtSecret, containerSecrets, backups, assets } = others;
  return [
    key.keyArn,
    database.host,
    database.login.secretArn,
    database.loginFunction,
    database.instance.identifier,
    database.instance.arn,
    ...groupsOf(database),
    ...(cache ? [cache.url, cache.authToken.secretArn, ...cache.nodes, ...groupsOf(cache)] : []),
    ...(vectorFiles ? [vectorFiles.fileSystemId, vectorFiles.fileSystemArn, ...groupsOf(vectorFiles)] : []),
    jwtSecret.secretArn,
    ...Object.values(containerSecrets).map(({ secret }) => secret.secretArn),
    ...[backups, assets].flatMap((bucket) => [
      bucket.bucketName,
      bucket.bucketArn,
      bucket.bucketRegionalDomainName,
    ]),
  ];
}

function groupsOf({ connections }: ec2.IConnectable): string[] {
  return connections.securityGroups.map(({ securityGroupId }) => securityGroupId);
}
