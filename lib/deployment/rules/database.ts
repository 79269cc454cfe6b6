import type { Rule } from './rule';

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.Autoscaling.html */
const roomToGrow: Rule = function* ({ database: { storageGiB, maxStorageGiB } }) {
  if (maxStorageGiB === undefined) return;
  const least = Math.ceil((storageGiB * 11) / 10);
  if (maxStorageGiB >= least) return;
  yield {
    path: 'database.maxStorageGiB',
    rule: `is at least a tenth above storageGiB, ${storageGiB}; RDS takes no less`,
    instead: `maxStorageGiB: ${least} or more, or leave it out for five times storageGiB`,
  };
};

export const databaseRules: readonly Rule[] = [roomToGrow];
