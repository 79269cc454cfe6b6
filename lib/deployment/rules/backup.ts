import type { Rule } from './rule';

const copyElsewhere: Rule = function* ({ backup, aws }) {
  if (backup.copyToRegion !== aws.region) return;
  yield {
    path: 'backup.copyToRegion',
    rule: `is another region than the deployment's, ${aws.region}: the copy is for the day that one fails`,
    instead: 'another region, or leave it out',
  };
};

const somethingToRestore: Rule = function* ({ backup }) {
  if (backup.daily) return;
  if (backup.restoreTest !== 'none') {
    yield {
      path: 'backup.restoreTest',
      rule: 'restores a daily recovery point, and backup.daily is off',
      instead: "restoreTest: 'none', or daily: true",
    };
  }
  if (backup.copyToRegion !== undefined) {
    yield {
      path: 'backup.copyToRegion',
      rule: 'copies daily recovery points, and backup.daily is off',
      instead: 'no copyToRegion, or daily: true',
    };
  }
};

export const backupRules: readonly Rule[] = [copyElsewhere, somethingToRestore];
