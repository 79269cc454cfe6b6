/** RDS instance classes on offer, smallest first, without the `db.` prefix. */
export const databaseInstances = [
  't4g.micro',
  't3.micro',
  't4g.small',
  't4g.medium',
  't4g.large',
  'm7g.large',
  'm7g.xlarge',
  'r7g.large',
  'r7g.xlarge',
] as const;
export type DatabaseInstance = (typeof databaseInstances)[number];

/** Memory in GiB (https://aws.amazon.com/rds/instance-types/). */
const memoryGiB: Record<DatabaseInstance, number> = {
  't4g.micro': 1,
  't3.micro': 1,
  't4g.small': 2,
  't4g.medium': 4,
  't4g.large': 8,
  'm7g.large': 8,
  'm7g.xlarge': 16,
  'r7g.large': 16,
  'r7g.xlarge': 32,
};

/** Memory of an instance in MiB. */
export const memoryMiB = (instance: DatabaseInstance) => memoryGiB[instance] * 1024;

/** Connections that stay free for superusers, rotation, migrations and an operator's psql. */
export const reservedConnections = 15;

/**
 * Connections an instance takes by RDS's default, `LEAST(DBInstanceClassMemory / 9531392, 5000)`.
 * `DBInstanceClassMemory` is what is left for the engine; about a fifth of a small instance is the
 * operating system's and RDS's own, so the figure is 80 % of the formula over the whole memory.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html
 */
export function maxConnections(instance: DatabaseInstance): number {
  return Math.min(5000, Math.floor((memoryGiB[instance] * 1024 ** 3 * 0.8) / 9_531_392));
}
