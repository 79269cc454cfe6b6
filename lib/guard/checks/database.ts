import type { AssemblyChange } from '../changes';
import type { Risk } from '../risk';

/** RDS shrinks no storage. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.StorageTypes.html */
export function* storageShrinks(change: AssemblyChange): Iterable<Risk> {
  for (const { stack, logicalId, property, before, after } of databaseNumbers(change)) {
    if (property !== 'AllocatedStorage' || after >= before) continue;
    yield {
      kind: 'storage-shrinks',
      stack,
      resources: [logicalId],
      message: `Database ${logicalId} would shrink from ${before} to ${after} GiB. RDS only grows the storage of a database.`,
    };
  }
}

/** RDS upgrades a database, and has no way back but a snapshot. */
export function* versionGoesBack(change: AssemblyChange): Iterable<Risk> {
  for (const { stack, logicalId, property, before, after } of databaseNumbers(change)) {
    if (property !== 'EngineVersion' || Math.floor(after) >= Math.floor(before)) continue;
    yield {
      kind: 'version-goes-back',
      stack,
      resources: [logicalId],
      message: `Database ${logicalId} would go back from PostgreSQL ${Math.floor(before)} to ${Math.floor(after)}. RDS upgrades only. The way back is a snapshot from before the upgrade.`,
    };
  }
}

/** Properties of a database that change from one number to another; a text such as "17.6" counts as a number. */
function* databaseNumbers({ stacks }: AssemblyChange) {
  for (const { id, resources } of stacks)
    for (const { logicalId, type, properties, before, after } of resources.values()) {
      if (type !== 'AWS::RDS::DBInstance' || !after) continue;
      for (const property of properties) {
        const [earlier, later] = [before, after].map(({ Properties }) =>
          Number.parseFloat(String(Properties?.[property])),
        );
        if (earlier === undefined || later === undefined) continue;
        yield { stack: id, logicalId, property, before: earlier, after: later };
      }
    }
}
