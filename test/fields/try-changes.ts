import type { Change } from './change';
import { changes } from './changes';
import { outcomeOf, withValue } from './effect';
import { files } from './files';

/** One test a leaf: two files that differ in it alone lead to something else. */
export function tryChanges(part: keyof typeof changes): void {
  describe(`two files that differ in one field differ in what they lead to: ${part}`, () => {
    test.each(changes[part] ?? [])('$leaf in $file', (change) => {
      const before = outcomeOf(files[change.file]);
      const after = outcomeOf(withValue(files[change.file], change.path ?? change.leaf, change.value));
      expect(before.refusal).toBe('');
      expect(shown(change, before, after)).toBe(true);
    });
  });
}

type Outcome = ReturnType<typeof outcomeOf>;

function shown({ shows = 'summary' }: Change, before: Outcome, after: Outcome): boolean {
  if (shows === 'refusal') return after.refusal !== '';
  expect(after.refusal).toBe('');
  if (shows === 'warning') return after.warnings !== before.warnings;
  if (shows === 'templates') return after.stacks !== before.stacks;
  return after.stacks !== before.stacks && after.summary !== before.summary;
}
