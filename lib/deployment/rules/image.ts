import type { Finding, Rule } from './rule';

/** https://docs.aws.amazon.com/apprunner/latest/dg/service-source-image.html */
const sameRegion: Rule = function* ({ image, aws, targets }) {
  const pulled = targets.apprunner ? 'App Runner pulls from its own region only' : undefined;
  if (image !== 'bundled' && 'repository' in image)
    yield* elsewhere('image.repository', image.repository, aws.region, pulled);
  for (const name of ['fargate', 'ec2'] as const) {
    const repository = targets[name]?.chroma.image?.repository;
    if (repository !== undefined)
      yield* elsewhere(`targets.${name}.chroma.image.repository`, repository, aws.region);
  }
};

function* elsewhere(path: string, repository: string, own: string, reason?: string): Iterable<Finding> {
  const region = /^arn:[^:]+:ecr:([^:]+):/.exec(repository)?.[1];
  if (region === undefined || region === own) return;
  const costs = `a pull from ${region} costs $0.02 a GB, takes longer, and fails when that region does`;
  yield {
    path,
    rule: `must be in the deployment's region, ${own}; ${reason ?? costs}`,
    instead: `a repository in ${own}; ECR can replicate images to other regions`,
  };
}

export const imageRules: readonly Rule[] = [sameRegion];
