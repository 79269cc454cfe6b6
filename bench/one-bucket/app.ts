import { App, Stack, aws_s3 as s3 } from 'aws-cdk-lib';

/** The smallest CDK app. Its time is what `cdk synth` needs without anything of ours. */
const app = new App({ stackTraces: false });
new s3.Bucket(new Stack(app, 'one-bucket'), 'Bucket');
