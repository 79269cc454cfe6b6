import { resolve } from 'node:path';
import { aws_iam as iam, aws_lambda as lambda, aws_s3 as s3, CustomResource, Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { container } from '../../app-image/contract/paths';
import type { LogSettings } from '../../lib/deployment/schema/logs';
import { Handler } from '../lambda/handler';
import { acknowledgeWildcard } from '../findings/acknowledge-wildcard';

export interface StaticAssetsProps {
  readonly logs: LogSettings;
  readonly bucket: s3.IBucket;
  /** Zip of files under hashed names. @default - the bundled web page's */
  readonly archive?: string;
}

const bundledAssets = resolve(__dirname, '../../app-image/dist/assets.zip');
const layerDirectory = '/opt';

/**
 * Copies the page's hashed files to where CloudFront reads them, before the tasks that name them
 * start. The files are a layer of the function that copies them, so it needs s3:PutObject only. CDK's
 * BucketDeployment would include the AWS CLI, read every asset of the account and delete in the bucket.
 */
export class StaticAssets extends Construct {
  constructor(scope: Construct, id: string, props: StaticAssetsProps) {
    super(scope, id);
    const { logs, bucket, archive = bundledAssets } = props;
    const files = new lambda.LayerVersion(this, 'Files', {
      code: lambda.Code.fromAsset(archive),
      description: 'Static files under hashed names',
    });
    const uploader = new Handler(this, 'Uploader', {
      logs,
      name: 'static-assets',
      description: 'Copies static files to their bucket',
      timeout: Duration.minutes(5),
    });
    uploader.addLayers(files);

    const prefix = container.assetsPath.slice(1);
    const objects = bucket.arnForObjects(`${prefix}/*`);
    uploader.addToRolePolicy(
      new iam.PolicyStatement({
        actions: ['s3:PutObject'],
        resources: [objects],
      }),
    );
    bucket.encryptionKey?.grant(uploader, 'kms:GenerateDataKey');
    acknowledgeWildcard(
      this,
      objects,
      'The file names contain hashes that change with every release; only objects under this prefix can be written.',
    );

    new CustomResource(this, 'Upload', {
      resourceType: 'Custom::StaticAssets',
      serviceToken: uploader.functionArn,
      serviceTimeout: Duration.minutes(6),
      properties: {
        Bucket: bucket.bucketName,
        Prefix: prefix,
        Directory: layerDirectory,
        // A new version of the layer has new files.
        Files: files.layerVersionArn,
      },
    });
  }
}
