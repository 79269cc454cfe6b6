/** @type {import('jest').Config} */
const shared = {
  testEnvironment: 'node',
  transform: {
    '^.+\\.[cm]?[jt]sx?$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', transform: { react: { runtime: 'automatic' } } },
        module: { type: 'commonjs' },
      },
    ],
  },
  // Packages that are, or import, ES modules, which a test's sandbox cannot load as they are.
  transformIgnorePatterns: ['/node_modules/(?!@electric-sql/)'],
  // `import('./x.js')` is how a CommonJS source asks for another lazily; the file is x.ts.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: [
    '<rootDir>/.stryker-tmp',
    '<rootDir>/.venv',
    '<rootDir>/.venv-rehearsal',
    '<rootDir>/dist',
    '<rootDir>/cdk.out',
    '<rootDir>/app-image/dist',
  ],
  setupFiles: ['<rootDir>/test/setup/offline.ts'],
};

/** Loads CDK once a worker and leaves its validators off. */
const withCdk = {
  ...shared,
  testEnvironment: '<rootDir>/test/setup/cdk-environment.js',
  setupFiles: [...shared.setupFiles, '<rootDir>/test/setup/share-cdk.ts'],
};

module.exports = {
  // By default one core is left for whoever watches.
  maxWorkers: '100%',
  globalSetup: '<rootDir>/test/setup/build.ts',
  projects: [
    {
      ...withCdk,
      displayName: 'infrastructure',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/test/(app-image|wiring)/', '<rootDir>/test/validators.test.ts'],
    },
    // Both validators over every deployment, as in a synth outside the tests.
    { ...shared, displayName: 'validators', testMatch: ['<rootDir>/test/validators.test.ts'] },
    // The real bundle, booted with the environment of each target.
    { ...withCdk, displayName: 'wiring', testMatch: ['<rootDir>/test/wiring/**/*.test.ts'] },
    {
      ...shared,
      displayName: 'shop',
      testMatch: ['<rootDir>/test/app-image/**/*.test.{ts,tsx}'],
    },
  ],
};
