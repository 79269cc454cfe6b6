import { testRules } from '../rule-cases';

testRules('database', [
  {
    rule: 'storage has a tenth of room to grow',
    passes: { database: { storageGiB: 100, maxStorageGiB: 110 } },
    fails: { database: { storageGiB: 100, maxStorageGiB: 109 } },
    at: 'database.maxStorageGiB',
    because: 'must be at least 10 % above storageGiB, which is 100; RDS takes no less',
    instead: 'maxStorageGiB: 110 or more, or leave it out for 5 times storageGiB',
  },
]);
