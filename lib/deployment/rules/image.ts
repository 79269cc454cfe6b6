import type { Rule } from './rule';

/** A pull from another region costs $0.02 a GB, takes longer, and stops when that region does. */
const sameRegion: Rule = function* ({ image, aws }) {
  if (image === 'bundled' || !('repository' in image)) return;
  const region = /^arn:[^:]+:ecr:([^:]+):/.exec(image.repository)?.[1];
  if (region === undefined || region === aws.region) return;
  yield {
    path: 'image.repository',
    rule: `lies in ${region}, and the deployment in ${aws.region}; App Runner pulls from its own region only`,
    instead: `a repository in ${aws.region}; ECR replicates images to other regions by itself when told to`,
  };
};

export const imageRules: readonly Rule[] = [sameRegion];
