import { platformOf } from '../deployment/platforms';
import type { ImageSource } from '../deployment/schema/image';
import { titles, type Phase } from './move';
import type { Check } from '../steps/check';
import { nothingToUndo } from './undo';

/** Checks an image that the new target takes as it is, when the processors of the two targets differ. */
export const imageRunsOnBoth: Phase = (stated, { start, from, to }) => {
  const { image, targets } = start;
  const [before, after] = [platformOf(from, targets), platformOf(to, targets)];
  if (image === 'bundled' || !('repository' in image) || before === after) return undefined;
  return {
    id: 'image-platform',
    title: `Make sure that the image runs on ${after}`,
    why: `${titles[from]} runs ${before}, ${titles[to]} runs ${after}, and both get the image of one digest. If it is for ${before} only, the tasks of ${to} stop with "exec format error". Then build it for both with docker buildx build --platform ${before},${after} --push, write the digest of the image list into image.digest, and deploy ${from} first.`,
    commands: [],
    checks: [hasBoth(image, [before, after])],
    dataChanges: [],
    undo: nothingToUndo('Nothing has changed.', stated),
    takes: 'a minute, or as long as a build of the image',
    customers: 'Nothing.',
    deployment: stated,
    deploys: [],
    deletes: [],
  };
};

type ImageInEcr = Extract<ImageSource, { readonly digest: string }>;

/** An image for one platform has no list of manifests, so the command prints an empty line for it. */
function hasBoth({ repository, digest }: ImageInEcr, platforms: readonly string[]): Check {
  const [, , , , account, resource = ''] = repository.split(':');
  const named =
    account === undefined
      ? `--repository-name ${repository}`
      : `--registry-id ${account} --repository-name ${resource.replace('repository/', '')}`;
  return {
    what: 'the digest is that of an image list with both platforms',
    commands: [
      `aws ecr batch-get-image ${named} --image-ids imageDigest=${digest} --accepted-media-types application/vnd.oci.image.index.v1+json application/vnd.docker.distribution.manifest.list.v2+json application/vnd.oci.image.manifest.v1+json application/vnd.docker.distribution.manifest.v2+json ` +
        `--query "images[0].imageManifest" --output text | node -p "(JSON.parse(fs.readFileSync(0)).manifests ?? []).map(({ platform }) => platform.os + '/' + platform.architecture).join(' ')"`,
    ],
    expect: `${platforms.join(' and ')}, in any order and among others`,
  };
}
