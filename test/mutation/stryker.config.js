/* Started by mutate.js. The options: https://stryker-mutator.io/docs/stryker-js/configuration/ */
const folder = process.env.MUTATED_FOLDER;

module.exports = {
  // The tests of a Lambda handler run its bundle, which the build made before Stryker changed the source.
  mutate: [`${folder}/*.{ts,tsx}`, '!**/*.lambda.ts'],
  testRunner: 'jest',
  jest: { projectType: 'custom', configFile: 'test/mutation/jest.config.js', enableFindRelatedTests: false },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // A mutant that times out counts as noticed, so a busy machine must not look like an endless loop.
  timeoutMS: 60_000,
  // Stryker works on a copy of the repository. What no test reads stays out of it.
  ignorePatterns: [
    '.venv',
    'cdk.out',
    'coverage',
    'docs',
    'bench',
    'reports',
    '.data',
    'app-image/seed/pictures',
  ],
  cleanTempDir: 'always',
  thresholds: { high: 95, low: 85, break: 85 },
  reporters: ['clear-text', 'progress-append-only', 'html', 'json'],
  clearTextReporter: { allowColor: false, reportTests: false },
  allowConsoleColors: false,
  htmlReporter: { fileName: `reports/mutation/${folder}.html` },
  jsonReporter: { fileName: `reports/mutation/${folder}.json` },
};
