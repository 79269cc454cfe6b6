/** Node's own `require`, put there by cdk-environment.js. */
declare const requireOnce: NodeJS.Require;

/**
 * Loads CDK once a worker instead of once a test file. Jest gives each file modules of its own, and
 * a second of compiling aws-cdk-lib for each of fifty files was most of the time of the tests.
 * CDK keeps its state in an app, so tests that make their own app share nothing.
 */
for (const name of ['aws-cdk-lib', 'aws-cdk-lib/assertions', 'aws-cdk-lib/cx-api', 'cdk-nag', 'constructs'])
  jest.mock(name, () => requireOnce(name) as unknown);
