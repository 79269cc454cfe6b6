import {
  Fn,
  RemovalPolicy,
  Stack,
  Validations,
  aws_ec2 as ec2,
  aws_elasticache as elasticache,
  aws_logs as logs,
  aws_secretsmanager as secretsmanager,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { CacheSettings } from '../../lib/deployment/schema/cache';
import type { LogSettings } from '../../lib/deployment/schema/logs';
import type { CacheEndpoint } from '../stores';
import { isolatedSubnets } from '../network/tiers';
import type { StoreKey } from './encryption-key';
import { cacheMaintenanceWindow, cacheSnapshotWindow } from './maintenance';
import { StoredSecret } from './stored-secret';

export interface CacheProps {
  readonly cache: CacheSettings;
  /** Of slow commands and engine events. */
  readonly logs: LogSettings;
  readonly vpc: ec2.IVpc;
  readonly key: StoreKey;
}

const port = 6379;

/** Valkey on ElastiCache: TLS and a password are required. With `multiAz` a replica takes over when the primary fails. */
export class Cache extends Construct implements CacheEndpoint {
  readonly connections: ec2.Connections;
  readonly url: string;
  readonly authToken: secretsmanager.ISecret;
  readonly nodes: readonly string[];

  constructor(scope: Construct, id: string, props: CacheProps) {
    super(scope, id);
    const { cache, vpc, key } = props;
    const { node, multiAz } = cache;
    const securityGroup = new ec2.SecurityGroup(this, 'SecurityGroup', {
      vpc,
      description: 'Valkey',
      allowAllOutbound: false,
    });
    this.connections = new ec2.Connections({
      securityGroups: [securityGroup],
      defaultPort: ec2.Port.tcp(port),
    });
    this.authToken = new StoredSecret(this, 'AuthToken', {
      description: 'Password of the cache',
      key,
      length: 64,
      whyNotRotated:
        'CloudFormation sets the token on the cache from this secret; a rotation would change the secret alone and cut the tasks off. Only the application can reach the port. To change it, run aws elasticache modify-replication-group with ROTATE, put the value into the secret, start new tasks, then run it with SET.',
    });

    const numCacheClusters = multiAz === false ? 1 : 2;
    const replicationGroup = new elasticache.CfnReplicationGroup(this, 'ReplicationGroup', {
      replicationGroupDescription: 'Sessions, cached answers and shared rate limits',
      engine: 'valkey',
      engineVersion: '9.0',
      cacheNodeType: `cache.${node}`,
      numCacheClusters,
      automaticFailoverEnabled: multiAz === true,
      multiAzEnabled: multiAz === true,
      port,
      cacheSubnetGroupName: this.subnetGroup(vpc).ref,
      cacheParameterGroupName: this.parameterGroup().ref,
      securityGroupIds: [securityGroup.securityGroupId],
      transitEncryptionEnabled: true,
      transitEncryptionMode: 'required',
      // A dynamic reference: CloudFormation reads the secret when it deploys; the template does not contain it.
      authToken: this.authToken.secretValue.unsafeUnwrap(),
      atRestEncryptionEnabled: true,
      kmsKeyId: key.keyArn,
      // ElastiCache takes no major version alone, and would refuse to go back to this one. It applies patches anyway.
      autoMinorVersionUpgrade: false,
      preferredMaintenanceWindow: cacheMaintenanceWindow,
      snapshotWindow: cacheSnapshotWindow,
      // It holds sessions only, and the first daily snapshot is free.
      snapshotRetentionLimit: 1,
      logDeliveryConfigurations: [
        this.logDelivery('slow-log', props.logs),
        this.logDelivery('engine-log', props.logs),
      ],
    });
    replicationGroup.applyRemovalPolicy(RemovalPolicy.SNAPSHOT);
    // ElastiCache names the nodes of a group so. https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Replication.CreatingReplGroup.NoExistingCluster.Classic.html
    this.nodes = Array.from(
      { length: numCacheClusters },
      (_, index) => `${replicationGroup.ref}-00${index + 1}`,
    );
    this.url = `rediss://${replicationGroup.attrPrimaryEndPointAddress}:${port}`;
    acknowledge(replicationGroup, cache);
  }

  private subnetGroup(vpc: ec2.IVpc): elasticache.CfnSubnetGroup {
    return new elasticache.CfnSubnetGroup(this, 'SubnetGroup', {
      description: 'Isolated subnets',
      subnetIds: vpc.selectSubnets(isolatedSubnets).subnetIds,
    });
  }

  private parameterGroup(): elasticache.CfnParameterGroup {
    return new elasticache.CfnParameterGroup(this, 'ParameterGroup', {
      description: 'Valkey 9 as a cache',
      cacheParameterGroupFamily: 'valkey9',
      // When memory is full, keys with an expiry are evicted; keys without one never are.
      properties: { 'maxmemory-policy': 'volatile-lru' },
    });
  }

  private logDelivery(
    logType: string,
    { retentionDays }: LogSettings,
  ): elasticache.CfnReplicationGroup.LogDeliveryConfigurationRequestProperty {
    const { logGroupName } = new logs.LogGroup(this, `Logs-${logType}`, {
      // Names under this prefix share one resource policy. ElastiCache adds every other name to a policy of
      // the account, which has a length limit of 5,120 characters.
      // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-V2-CloudWatchLogs.html
      logGroupName: `/aws/vendedlogs/elasticache/${Stack.of(this).stackName}-${uniquePartOf(this)}/${logType}`,
      retention: retentionDays,
      // A log group that stays would hold its name against a later cache in the same stack.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    return {
      logType,
      logFormat: 'json',
      destinationType: 'cloudwatch-logs',
      destinationDetails: { cloudWatchLogsDetails: { logGroup: logGroupName } },
    };
  }
}

/** No other stack has this part of its id, not even a later one of the same name. */
function uniquePartOf(scope: Construct): string {
  return Fn.select(2, Fn.split('/', Stack.of(scope).stackId));
}

function acknowledge(replicationGroup: elasticache.CfnReplicationGroup, { multiAz }: CacheSettings): void {
  Validations.of(replicationGroup).acknowledge({
    id: 'AwsSolutions-AEC5',
    reason:
      'Only the security group of the application reaches the port, in subnets without a route to the internet, and the cache requires TLS and a password. Another port number would add nothing.',
  });
  if (multiAz !== true) {
    Validations.of(replicationGroup).acknowledge({
      id: 'AwsSolutions-AEC4',
      reason: `The deployment file states \`cache.multiAz: ${multiAz}\`.`,
    });
  }
}
