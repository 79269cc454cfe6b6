import type { Deployment } from '../deployment';

/**
 * Whether the network has to be deployed for other targets. Only subnets without internet access depend
 * on the targets: they have an interface endpoint for each AWS service that is called.
 */
export function networkFollows(before: Deployment, after: Deployment): boolean {
  const callers = ({ targets }: Deployment) =>
    [targets.ec2 !== undefined, targets.fargate?.exec === true].join();
  return before.network.egress === 'endpoints' && callers(before) !== callers(after);
}
