import { join } from 'node:path';
import { aws_ecr_assets as assets, aws_ecs as ecs } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { ChromaSettings } from '../../lib/deployment/schema/targets';
import { ecrRepository } from '../application/ecr-repository';

export interface ChromaImageProps {
  /** In ECR already. @default - the image of chroma-image/Dockerfile */
  readonly image?: ChromaSettings['image'];
  /** Of the machines that run it; an image from a repository is taken as it is. @default LINUX_ARM64 */
  readonly platform?: assets.Platform;
}

/**
 * The image of the Chroma server, always from ECR: a task that starts needs neither Docker Hub, with its
 * pull limits, nor a way to the internet. The Dockerfile pins Chroma's image by digest; whoever deploys
 * pulls it once and pushes it as an asset. Synth only hashes the Dockerfile.
 */
export class ChromaImage extends Construct {
  /** For a task definition; lets its execution role pull. */
  readonly container: ecs.ContainerImage;

  constructor(scope: Construct, id: string, props: ChromaImageProps) {
    super(scope, id);
    const { image, platform = assets.Platform.LINUX_ARM64 } = props;
    this.container = image
      ? ecs.ContainerImage.fromEcrRepository(ecrRepository(this, image.repository), image.digest)
      : ecs.ContainerImage.fromDockerImageAsset(
          new assets.DockerImageAsset(this, 'Build', {
            directory: join(__dirname, 'chroma-image'),
            displayName: 'Chroma',
            platform,
          }),
        );
  }
}
