import { existsSync } from 'node:fs';
import { aws_s3_assets as assets, aws_synthetics as synthetics } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { canaryDirectory } from './canary-directory';

/**
 * The script of the canary as the build leaves it. CDK's own `Code.fromAsset` looks for the file in the cloud
 * assembly, where it is not when assets stay in their place.
 */
export class BuiltScript extends synthetics.Code {
  override bind(scope: Construct): synthetics.CodeConfig {
    if (!existsSync(canaryDirectory))
      throw new Error(
        `The canary is not bundled: nothing at ${canaryDirectory}. Run \`npm run build\` first.`,
      );
    // eslint-disable-next-line awscdk/require-passing-this -- the scope of a Code is the canary
    const { s3BucketName: bucketName, s3ObjectKey: objectKey } = new assets.Asset(scope, 'Code', {
      path: canaryDirectory,
    });
    return { s3Location: { bucketName, objectKey } };
  }
}
