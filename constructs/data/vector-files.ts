import { RemovalPolicy, aws_ec2 as ec2, aws_efs as efs, aws_iam as iam, aws_kms as kms } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { isolatedSubnets } from '../network/tiers';

export interface VectorFilesProps {
  readonly vpc: ec2.IVpc;
  readonly key: kms.IKey;
}

/**
 * EFS for the vectors of Chroma: $0.30 a GB and month, plus $0.03 a GB read and $0.06 written. Each
 * target's Chroma server makes its own access point in it, so no two servers share a path.
 *
 * There is no lifecycle rule: Chroma reads all of its index when it starts, and reading from the
 * infrequent-access tier costs more than it saves. Backups are the backup plan's.
 */
export class VectorFiles extends Construct {
  readonly fileSystem: efs.IFileSystem;

  constructor(scope: Construct, id: string, props: VectorFilesProps) {
    super(scope, id);
    const { vpc, key } = props;
    const securityGroup = new ec2.SecurityGroup(this, 'SecurityGroup', {
      vpc,
      description: 'Vector files',
      allowAllOutbound: false,
    });
    this.fileSystem = new efs.FileSystem(this, 'FileSystem', {
      vpc,
      vpcSubnets: isolatedSubnets,
      securityGroup,
      encrypted: true,
      kmsKey: key,
      performanceMode: efs.PerformanceMode.GENERAL_PURPOSE,
      throughputMode: efs.ThroughputMode.ELASTIC,
      fileSystemPolicy: onlyIdentifiedClients(),
      // Without this CDK would add an Allow for every client that can mount. Without any Allow, a client without a role is refused.
      allowAnonymousAccess: true,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
  }
}

/** Denies only: what is allowed is what a client's own role allows. https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html */
function onlyIdentifiedClients(): iam.PolicyDocument {
  const deny = { effect: iam.Effect.DENY, principals: [new iam.AnyPrincipal()] };
  const clientActions = ['ClientMount', 'ClientWrite', 'ClientRootAccess'];
  return new iam.PolicyDocument({
    statements: [
      new iam.PolicyStatement({
        ...deny,
        sid: 'TlsOnly',
        actions: ['*'],
        conditions: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
      new iam.PolicyStatement({
        ...deny,
        sid: 'ThroughAnAccessPointOnly',
        actions: clientActions.map((action) => `elasticfilesystem:${action}`),
        conditions: { Null: { 'elasticfilesystem:AccessPointArn': 'true' } },
      }),
    ],
  });
}
