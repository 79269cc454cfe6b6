import { changes } from '../fields/changes';
import { withValue } from '../fields/effect';
import { files } from '../fields/files';
import { outcomeOf } from './compare';
import { outcomes } from './outcomes';

/** Two tests a leaf: the change of a live deployment, and the way back. */
export function tryPairs(part: keyof typeof changes): void {
  describe(`a live deployment changes in one field: ${part}`, () => {
    test.each(changes[part] ?? [])('$leaf in $file, there and back', ({ leaf, path, file, value }) => {
      const before = files[file];
      const after = withValue(before, path ?? leaf, value);
      const { there, back = there } = outcomes[leaf] ?? {};
      expect({ there: outcomeOf(before, after), back: outcomeOf(after, before) }).toEqual({ there, back });
    });
  });
}
