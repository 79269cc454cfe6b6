import { App, Stack, aws_s3 as s3 } from 'aws-cdk-lib';

/** The least a CDK app can be: what `cdk synth` costs before there is anything to synthesize. */
const app = new App({ stackTraces: false });
new s3.Bucket(new Stack(app, 'one-bucket'), 'Bucket');
