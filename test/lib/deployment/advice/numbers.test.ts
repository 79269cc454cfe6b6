import { reported } from '../rule-cases';

test.each([
  [0, '1'],
  [-5, '1'],
  [36, '35'],
  [2.5, '3'],
  [1e300, '35'],
  ['30', '30'],
  ['many', '14, the default, or leave it out'],
  [NaN, '14, the default, or leave it out'],
  [null, 'leave it out'],
])('backupRetentionDays: %p → %s, a value that is accepted', (backupRetentionDays, instead) => {
  expect(reported({ database: { backupRetentionDays } })).toEqual([
    ['database.backupRetentionDays', 'must be a whole number from 1 to 35', instead],
  ]);
});

test.each([
  [45, '60'],
  [44, '30'],
  [1, '7'],
  [400, '365'],
  ['14', '14'],
])('logs.retentionDays: %p → the nearest of the values, %s', (retentionDays, instead) => {
  expect(reported({ logs: { retentionDays } })).toEqual([
    ['logs.retentionDays', 'must be one of 7, 14, 30, 60, 90, 180, 365', instead],
  ]);
});

test('a flag above 100 percent', () => {
  expect(reported({ flags: { checkout: 101 } })).toEqual([
    ['flags.checkout', 'must be true or false, or a whole number from 0 to 100', '100'],
  ]);
});
