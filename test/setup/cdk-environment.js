const { TestEnvironment } = require('jest-environment-node');

// The bundled engine costs 4 to 5 CPU-seconds a process; test/validators.test.ts has it on, in its own project.
process.env.CDK_VALIDATION = 'false';

/** Gives test files Node's own `require`, whose modules live as long as the worker: see share-cdk.ts. */
module.exports = class CdkEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.global.requireOnce = require;
  }
};
