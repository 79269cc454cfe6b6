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

/** What a way back may change. */
export interface Tolerance {
  /** Types whose physical id may be another one. */
  readonly types: ReadonlySet<string>;
  /** Stacks that were deleted and have been made again. */
  readonly stacks: ReadonlySet<string>;
}

/**
 * How the stacks after a way back differ from those before the step: stacks and resources that only one of
 * them has, and stores with another physical id.
 */
export function unlike(
  before: readonly Resource[],
  after: readonly Resource[],
  { types, stacks }: Tolerance,
): string[] {
  const missing = [...stacks].filter((stack) => !after.some((one) => one.stack === stack));
  const others = (resources: readonly Resource[]) => resources.filter(({ stack }) => !stacks.has(stack));
  const [old, now] = [others(before), others(after)];
  return [
    ...missing.map((stack) => `${stack} is gone`),
    ...differences(old, now).filter((line) => !line.includes(' was replaced: ')),
    ...lostStores(
      old.filter((one) => !types.has(one.type) && find(now, one)),
      now,
    ),
  ];
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
