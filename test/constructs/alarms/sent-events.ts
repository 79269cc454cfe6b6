/* Events as AWS's documentation shows them. event-patterns.ts has the addresses. */

const account = '111122223333';
const region = 'eu-west-1';
const arn = (service: string, resource: string) => `arn:aws:${service}:${region}:${account}:${resource}`;

export const serviceArn = arn('ecs', 'service/shop/app');
export const clusterArn = arn('ecs', 'cluster/shop');
export const instanceArn = arn('rds', 'db:shop-db');
export const secretArn = arn('secretsmanager', 'secret:login-AbCdEf');
export const vaultName = 'shop-vault';

function event(source: string, detailType: string, resources: readonly string[], detail: object) {
  return {
    version: '0',
    id: 'ddca6449-b258-46c0-8653-e0e3aEXAMPLE',
    'detail-type': detailType,
    source,
    account,
    time: '2026-11-25T10:31:14Z',
    region,
    resources,
    detail,
  };
}

export const deployment = (eventName: string, service = serviceArn) =>
  event('aws.ecs', 'ECS Deployment State Change', [service], {
    eventType: 'ERROR',
    eventName,
    deploymentId: 'ecs-svc/123',
    updatedAt: '2026-11-25T10:31:11Z',
    reason: 'ECS deployment circuit breaker: task failed to start.',
  });

export const task = (detail: object) =>
  event('aws.ecs', 'ECS Task State Change', [arn('ecs', 'task/shop/0123')], {
    attachments: [{ id: 'eni', type: 'eni', status: 'DELETED', details: [] }],
    clusterArn,
    desiredStatus: 'STOPPED',
    lastStatus: 'STOPPED',
    group: 'service:app',
    launchType: 'FARGATE',
    overrides: { containerOverrides: [{ name: 'app' }] },
    stopCode: 'EssentialContainerExited',
    stoppedReason: 'Essential container in task exited',
    containers: [{ name: 'app', lastStatus: 'STOPPED', exitCode: 1 }],
    ...detail,
  });

export const job = (command: string, exitCode: number, detail: object = {}) =>
  task({
    group: 'family:shop-task',
    overrides: { containerOverrides: [{ name: 'app', command: [command] }] },
    containers: [{ name: 'app', lastStatus: 'STOPPED', exitCode }],
    ...detail,
  });

export const database = (EventID: string, SourceArn = instanceArn) =>
  event('aws.rds', 'RDS DB Instance Event', [SourceArn], {
    EventCategories: ['failover'],
    SourceType: 'DB_INSTANCE',
    SourceArn,
    Date: '2026-11-25T10:31:11.292Z',
    Message: 'A Multi-AZ failover has completed.',
    SourceIdentifier: 'shop-db',
    EventID,
  });

export const stackId = `arn:aws:cloudformation:eu-west-1:${account}:stack/shop-operations/6a7e8feb`;

export const stackStatus = (status: string, id = stackId) =>
  event('aws.cloudformation', 'CloudFormation Stack Status Change', [id], {
    'stack-id': id,
    'status-details': { status, 'status-reason': '' },
    'client-request-token': '',
  });

export const rotation = (eventName: string, SecretId = secretArn) =>
  event('aws.secretsmanager', 'AWS Service Event via CloudTrail', [], {
    eventVersion: '1.08',
    userIdentity: {
      accountId: account,
      invokedBy: 'secretsmanager.amazonaws.com',
      userName: 'ada@example.com',
    },
    eventSource: 'secretsmanager.amazonaws.com',
    eventName,
    sourceIPAddress: '203.0.113.7',
    errorMessage: 'Error when executing lambda during createSecret step',
    requestParameters: null,
    additionalEventData: { SecretId },
  });

export const backup = (state: string, backupVaultName = vaultName) =>
  event('aws.backup', 'Backup Job State Change', [], {
    backupJobId: '34176239-e96d-4e1d-9fad-529dbb3c3556',
    backupVaultArn: arn('backup', `backup-vault:${backupVaultName}`),
    backupVaultName,
    resourceArn: arn('elasticfilesystem', 'file-system/fs-1'),
    resourceType: 'EFS',
    state,
    statusMessage: 'Backup job failed because the vault does not exist.',
  });
