import type { Resource } from './stacks';

/** What holds data, or an address or key that data and customers depend on: never replaced by an update. */
const stores: readonly string[] = [
  'AWS::CloudFront::Distribution',
  'AWS::EC2::VPC',
  'AWS::EFS::AccessPoint',
  'AWS::EFS::FileSystem',
  'AWS::ElastiCache::ReplicationGroup',
  'AWS::KMS::Key',
  'AWS::RDS::DBInstance',
  'AWS::S3::Bucket',
  'AWS::SecretsManager::Secret',
];

/** Types whose every change makes a new resource, on AWS as well; nothing depends on the old one. */
const versioned: readonly string[] = ['AWS::ECS::TaskDefinition', 'AWS::Lambda::Version'];

const nameOf = ({ stack, logicalId, type }: Resource) => `${stack} ${logicalId} (${type})`;

/** Stores that are gone or have another physical id. */
export function lostStores(before: readonly Resource[], after: readonly Resource[]): string[] {
  return lost(
    before.filter(({ type }) => stores.includes(type)),
    after,
  );
}

/** Resources that are gone or were replaced, but for those that are replaced by every change. */
export function replaced(before: readonly Resource[], after: readonly Resource[]): string[] {
  return lost(
    before.filter(({ type }) => !versioned.includes(type)),
    after,
  );
}

/**
 * How the stacks after a way back differ from those before the step: resources that only one of them has,
 * and stores with another physical id.
 *
 * @param others types whose physical id may be another one
 */
export function unlike(
  before: readonly Resource[],
  after: readonly Resource[],
  others: ReadonlySet<string>,
): string[] {
  const stacksMadeAgain = new Set(
    before.map(({ stack }) => stack).filter((stack) => isMadeAgain(stack, before, after)),
  );
  return [
    ...before.filter((one) => !find(after, one)).map((one) => `${nameOf(one)} is gone`),
    ...after.filter((one) => !find(before, one)).map((one) => `${nameOf(one)} is new`),
    ...lostStores(
      before.filter((one) => find(after, one) && !others.has(one.type) && !stacksMadeAgain.has(one.stack)),
      after,
    ),
  ];
}

/** A deleted stack has come back: none of its resources is the one from before. */
function isMadeAgain(stack: string, before: readonly Resource[], after: readonly Resource[]): boolean {
  return before
    .filter((one) => one.stack === stack && one.type.startsWith('AWS::EC2::SecurityGroup'))
    .every((one) => find(after, one)?.physicalId !== one.physicalId);
}

/** Every difference between two moments of the same stacks. */
export function differences(before: readonly Resource[], after: readonly Resource[]): string[] {
  const added = after.filter((one) => !find(before, one));
  return [...lost(before, after), ...added.map((one) => `${nameOf(one)} is new`)];
}

function lost(before: readonly Resource[], after: readonly Resource[]): string[] {
  return before.flatMap((one) => {
    const now = find(after, one);
    if (!now) return [`${nameOf(one)} is gone`];
    return now.physicalId === one.physicalId
      ? []
      : [`${nameOf(one)} was replaced: ${one.physicalId} is now ${now.physicalId}`];
  });
}

function find(resources: readonly Resource[], { stack, logicalId }: Resource): Resource | undefined {
  return resources.find((other) => other.stack === stack && other.logicalId === logicalId);
}
