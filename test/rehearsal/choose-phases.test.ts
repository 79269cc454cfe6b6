import { choosePhases } from './choose-phases';
import { phases } from './phases';

const ids = (only?: string) => choosePhases(phases, only).map(({ id }) => id);

test('by default a deployment is made, fails, is updated, destroyed and made again', () => {
  expect(ids()).toEqual([
    'bootstrap',
    'data-fails',
    'first-release-fails',
    'retry',
    'update-migration-fails',
    'update-fails',
    'domain',
    'update',
    'destroy',
    'again',
    'destroy-data',
  ]);
});

test('by default each phase begins where the one before ends, so nothing is deployed twice', () => {
  const life = choosePhases(phases);
  const ends = ['empty', ...life.map(({ to }) => to)];
  expect(life.map(({ from }) => from)).toEqual(ends.slice(0, -1));
});

test('phases run in the order of a life, whatever the order of --only is', () => {
  expect(ids('destroy, update')).toEqual(['update', 'destroy']);
});

test('an unknown phase is refused with the nearest name', () => {
  expect(() => ids('destory')).toThrow(
    /--only destory: there is no such phase. Did you mean destroy\? There are bootstrap,/,
  );
});

test('no two phases have one id', () => {
  expect(new Set(phases.map(({ id }) => id)).size).toBe(phases.length);
});
