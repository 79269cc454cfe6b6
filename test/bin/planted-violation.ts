import { App, Stack, aws_sqs as sqs } from 'aws-cdk-lib';

/** Preloaded into the app under test: adds a queue that AwsSolutions objects to, as it requires TLS. */
const synth: (...args: Parameters<App['synth']>) => ReturnType<App['synth']> = Reflect.get(
  App.prototype,
  'synth',
);

App.prototype.synth = function (this: App, ...args) {
  const planted = new Stack(this, 'planted', { env: { region: 'us-east-1' } });
  new sqs.Queue(planted, 'Queue');
  return synth.apply(this, args);
};
