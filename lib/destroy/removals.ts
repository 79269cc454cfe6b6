import type { Deployment } from '../deployment';
import type { Remnant, RemnantKind } from './remnant';
import { inRegion } from './shell';
import type { DestroyStep } from './step';

/** Days in which a secret and a key come back; the longest that AWS takes for both. */
const recoveryDays = 30;

interface Removal {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  /** Status of the event of the deleted stack that has the physical id. */
  readonly event: 'DELETE_SKIPPED' | 'DELETE_COMPLETE';
  /** Commands for one physical id, which is in `$id`. */
  readonly each: string;
  /** @default - nothing brings it back */
  readonly undo?: { readonly text: string; readonly each: string };
}

type RemovableKind = Exclude<RemnantKind, 'DNS record that validates a certificate' | 'other'>;

/** In the order in which they are removed: the key is last, as the others cannot be read without it. */
const removals: Readonly<Record<RemovableKind, Removal>> = {
  'final snapshot of the database': {
    id: 'database-snapshots',
    title: 'Delete the snapshots of the database',
    why: 'The final ones, and those that you made by hand.',
    event: 'DELETE_COMPLETE',
    each: forEach(
      'snapshot',
      `aws rds describe-db-snapshots --snapshot-type manual --query "DBSnapshots[?DBInstanceIdentifier=='$id'].DBSnapshotIdentifier" --output text`,
      'aws rds delete-db-snapshot --db-snapshot-identifier "$snapshot"',
    ),
  },
  'automated backups of the database': {
    id: 'database-backups',
    title: 'Delete the automated backups of the database',
    why: 'With them goes point-in-time recovery.',
    event: 'DELETE_COMPLETE',
    each: forEach(
      'backup',
      `aws rds describe-db-instance-automated-backups --query "DBInstanceAutomatedBackups[?DBInstanceIdentifier=='$id'].DbiResourceId" --output text`,
      'aws rds delete-db-instance-automated-backup --dbi-resource-id "$backup"',
    ),
  },
  'final snapshot of the cache': {
    id: 'cache-snapshots',
    title: 'Delete the snapshots of the cache',
    why: 'They have sessions and cached answers, and no orders.',
    event: 'DELETE_COMPLETE',
    each: forEach(
      'snapshot',
      `aws elasticache describe-snapshots --query "Snapshots[?ReplicationGroupId=='$id'].SnapshotName" --output text`,
      'aws elasticache delete-snapshot --snapshot-name "$snapshot"',
    ),
  },
  'file system': {
    id: 'file-systems',
    title: 'Delete the file systems',
    why: 'They have the index of Chroma, which the reindex job makes again from PostgreSQL.',
    event: 'DELETE_SKIPPED',
    each: 'aws efs delete-file-system --file-system-id "$id"',
  },
  bucket: {
    id: 'buckets',
    title: 'Empty and delete the buckets',
    why: 'S3 writes access logs for some hours more. When a bucket is not empty, run the command again.',
    event: 'DELETE_SKIPPED',
    each: 'empty "$id" && aws s3api delete-bucket --bucket "$id"',
  },
  'log group': {
    id: 'log-groups',
    title: 'Delete the log groups',
    why: 'Their lines expire without this command.',
    event: 'DELETE_SKIPPED',
    each: 'aws logs delete-log-group --log-group-name "$id"',
  },
  'log groups of App Runner': {
    id: 'app-runner-logs',
    title: 'Delete the log groups of App Runner',
    why: 'Their lines expire without this command.',
    event: 'DELETE_COMPLETE',
    each: logGroups('/aws/apprunner/${id#*:service/}/'),
  },
  'log group of Container Insights': {
    id: 'insights-logs',
    title: 'Delete the log group of Container Insights',
    why: 'ECS makes it when a cluster has Container Insights.',
    event: 'DELETE_COMPLETE',
    each: logGroups('/aws/ecs/containerinsights/$id/'),
  },
  secret: {
    id: 'secrets',
    title: 'Delete the secrets',
    why: `Each stays for a recovery window of ${recoveryDays} days, which is not billed.`,
    event: 'DELETE_SKIPPED',
    each: `aws secretsmanager delete-secret --secret-id "$id" --recovery-window-in-days ${recoveryDays}`,
    undo: {
      text: `Within ${recoveryDays} days.`,
      each: 'aws secretsmanager restore-secret --secret-id "$id"',
    },
  },
  key: {
    id: 'keys',
    title: 'Delete the key',
    why: `Last, as nothing that it encrypted can be read without it, not even a database that was restored from a snapshot. It stays for ${recoveryDays} days, which are not billed.`,
    event: 'DELETE_SKIPPED',
    each: `aws kms schedule-key-deletion --key-id "$id" --pending-window-in-days ${recoveryDays}`,
    undo: {
      text: `Within ${recoveryDays} days.`,
      each: 'aws kms cancel-key-deletion --key-id "$id" && aws kms enable-key --key-id "$id"',
    },
  },
};

/**
 * The steps that remove what the deleted stacks have left, each for all stacks of this name in the
 * account, also for those that were deleted earlier.
 */
export function removalsOf(deployment: Deployment, remnants: readonly Remnant[]): DestroyStep[] {
  const known = Object.entries(removals).flatMap(([kind, removal]) => {
    const ofKind = remnants.filter((remnant) => remnant.kind === kind);
    return ofKind.length > 0 ? [stepFor(removal, ofKind, deployment)] : [];
  });
  const others = remnants.filter(({ kind }) => kind === 'other');
  const types = [...new Set(others.map(({ type }) => type))];
  return [
    ...types.map((type) =>
      stepFor(
        unknown(type),
        others.filter((one) => one.type === type),
        deployment,
      ),
    ),
    ...known,
  ];
}

function stepFor(removal: Removal, remnants: readonly Remnant[], deployment: Deployment): DestroyStep {
  const { id, title, why, event, each, undo } = removal;
  const inEachStack = (commands: string) => [
    ...new Set(
      remnants.map(({ stack, region, type }) =>
        inRegion(region, deployment, forEach('id', `past ${stack} ${type} ${event}`, commands)),
      ),
    ),
  ];
  return {
    id,
    title,
    why,
    commands: inEachStack(each),
    undo: undo
      ? { text: undo.text, commands: inEachStack(undo.each) }
      : { text: 'Nothing brings it back.', commands: [] },
  };
}

/** Cloud Control deletes a resource of any type that it supports. */
const unknown = (type: string): Removal => ({
  id: type.replaceAll('::', '-').toLowerCase(),
  title: `Delete the resources of type ${type}`,
  why: 'Cloud Control deletes resources of most types. Where it refuses, use the console of the service.',
  event: 'DELETE_SKIPPED',
  each: `aws cloudcontrol delete-resource --type-name ${type} --identifier "$id"`,
});

function logGroups(prefix: string): string {
  return forEach(
    'group',
    `aws logs describe-log-groups --log-group-name-prefix "${prefix}" --query "logGroups[].logGroupName" --output text`,
    'aws logs delete-log-group --log-group-name "$group"',
  );
}

/** A loop of bash over the words that a command prints. */
function forEach(name: string, words: string, work: string): string {
  return `for ${name} in $(${words}); do ${work}; done`;
}
