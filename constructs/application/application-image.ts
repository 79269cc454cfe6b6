import { resolve } from 'node:path';
import { type aws_ecr as ecr, aws_ecr_assets as assets, aws_ecs as ecs, IgnoreMode } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { ImageSource } from '../../lib/deployment/schema/image';
import { ecrRepository } from './ecr-repository';

export interface ApplicationImageProps {
  readonly image: ImageSource;
  /** What the image is built for; an image from a registry is taken as it is. @default LINUX_ARM64 */
  readonly platform?: assets.Platform;
}

const applicationFolder = resolve(__dirname, '../../app-image');

/** The image of the application: built from the bundled shop or a folder, or one that is in ECR already. */
export class ApplicationImage extends Construct {
  readonly repository: ecr.IRepository;
  /** Tag of a built image, digest of one from a registry; neither ever moves. */
  readonly tagOrDigest: string;

  constructor(scope: Construct, id: string, props: ApplicationImageProps) {
    super(scope, id);
    const { image } = props;
    const platform = props.platform ?? assets.Platform.LINUX_ARM64;

    if (typeof image === 'object' && 'repository' in image) {
      this.repository = ecrRepository(this, image.repository);
      this.tagOrDigest = image.digest;
      return;
    }
    const built = new assets.DockerImageAsset(this, 'Build', {
      platform,
      ...(image === 'bundled' ? bundled : { directory: resolve(image.directory), file: image.dockerfile }),
    });
    this.repository = built.repository;
    this.tagOrDigest = built.imageTag;
  }

  /** For a task definition; lets its execution role pull. */
  get container(): ecs.ContainerImage {
    return ecs.ContainerImage.fromEcrRepository(this.repository, this.tagOrDigest);
  }
}

/** The Dockerfile unpacks what the build step packed and nothing else, so nothing else may change the hash. */
const bundled = {
  directory: applicationFolder,
  displayName: 'InsightShop',
  ignoreMode: IgnoreMode.DOCKER,
  exclude: ['*', '!Dockerfile', '!dist/image.tar'],
};
