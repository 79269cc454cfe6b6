import { testRules } from '../rule-cases';

testRules('backup', [
  {
    rule: 'a copy goes to another region',
    passes: { backup: { copyToRegion: 'eu-central-1' } },
    fails: { backup: { copyToRegion: 'eu-west-1' } },
    at: 'backup.copyToRegion',
    because: /another region/,
    instead: /leave it out/,
  },
  {
    rule: 'a restore test has something to restore',
    passes: { backup: { daily: false, restoreTest: 'none' } },
    fails: { backup: { daily: false } },
    at: 'backup.restoreTest',
    because: /backup\.daily is off/,
    instead: /'none'/,
  },
  {
    rule: 'a copy has something to copy',
    passes: { backup: { copyToRegion: 'eu-central-1', restoreTest: 'none' } },
    fails: { backup: { daily: false, copyToRegion: 'eu-central-1', restoreTest: 'none' } },
    at: 'backup.copyToRegion',
    because: /backup\.daily is off/,
    instead: /no copyToRegion/,
  },
]);
