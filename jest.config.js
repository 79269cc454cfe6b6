/** @type {import('jest').Config} */
const shared = {
  testEnvironment: 'node',
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', transform: { react: { runtime: 'automatic' } } },
        module: { type: 'commonjs' },
      },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/cdk.out', '<rootDir>/app-image/dist'],
  setupFiles: ['<rootDir>/test/setup/offline.ts'],
};

module.exports = {
  globalSetup: '<rootDir>/test/setup/build.ts',
  projects: [
    {
      ...shared,
      displayName: 'infrastructure',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/test/app-image/'],
    },
    {
      ...shared,
      displayName: 'shop',
      testMatch: ['<rootDir>/test/app-image/**/*.test.{ts,tsx}'],
    },
  ],
};
