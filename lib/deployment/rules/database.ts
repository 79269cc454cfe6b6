import type { Rule } from './rule';

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.Autoscaling.html */
const roomToGrow: Rule = function* ({ database: { storageGiB, maxStorageGiB } }) {
  if (maxStorageGiB === undefined) return;
  const least = Math.ceil((storageGiB * 11) / 10);
  if (maxStorageGiB >= least) return;
  yield {
    path: 'database.maxStorageGiB',
    rule: `must be at least 10 % above storageGiB, which is ${storageGiB}; RDS takes no less`,
    instead: `maxStorageGiB: ${least} or more, or leave it out for 5 times storageGiB`,
  };
};

export const databaseRules: readonly Rule[] = [roomToGrow];
