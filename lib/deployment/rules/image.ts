import type { Rule } from './rule';

/** https://docs.aws.amazon.com/apprunner/latest/dg/service-source-image.html */
const sameRegion: Rule = function* ({ image, aws, targets }) {
  if (image === 'bundled' || !('repository' in image)) return;
  const region = /^arn:[^:]+:ecr:([^:]+):/.exec(image.repository)?.[1];
  if (region === undefined || region === aws.region) return;
  const reason = targets.apprunner
    ? 'App Runner pulls from its own region only'
    : `a pull from ${region} costs $0.02 a GB, takes longer, and fails when that region does`;
  yield {
    path: 'image.repository',
    rule: `must be in the deployment's region, ${aws.region}; ${reason}`,
    instead: `a repository in ${aws.region}; ECR can replicate images to other regions`,
  };
};

export const imageRules: readonly Rule[] = [sameRegion];
