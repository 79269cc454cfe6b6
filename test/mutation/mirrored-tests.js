/**
 * The tests of the mutated folder, without those of its subfolders, as one test file, so that they share their modules: jest loads them
 * anew for each test file, which took ten times as long as the tests themselves.
 */
const { readdirSync } = require('node:fs');
const { join } = require('node:path');

const tests = join(__dirname, '..', process.env.MUTATED_FOLDER);

for (const path of readdirSync(tests).sort())
  if (/\.test\.tsx?$/.test(path))
    describe(path, () => {
      try {
        require(join(tests, path));
      } catch (problem) {
        // Many tests synthesize while jest collects them. Without a failing test, Stryker would leave the
        // mutant that made this throw out of the score.
        test('can be collected', () => {
          throw problem;
        });
      }
    });
