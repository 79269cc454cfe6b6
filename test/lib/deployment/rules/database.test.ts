import { testRules } from '../rule-cases';

testRules('database', [
  {
    rule: 'storage has a tenth of room to grow',
    passes: { database: { storageGiB: 100, maxStorageGiB: 110 } },
    fails: { database: { storageGiB: 100, maxStorageGiB: 109 } },
    at: 'database.maxStorageGiB',
    because: /tenth above storageGiB, 100/,
    instead: /110 or more/,
  },
]);
