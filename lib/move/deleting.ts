import type { TargetName } from '../deployment';
import { serviceStack } from '../stacks/names';
import { loadBalancer } from './checks';
import type { Move } from './move';
import { stackName } from './stacks';

/** Deletes a target's stack, after the deletion protection of its load balancer is off. */
export function deleting(move: Move, target: TargetName): string[] {
  const stack = stackName(move, serviceStack(target));
  const isProtected = target === 'fargate' || target === 'ec2';
  return [
    ...(isProtected
      ? [
          `aws elbv2 modify-load-balancer-attributes --load-balancer-arn ${loadBalancer(serviceStack(target))} --attributes Key=deletion_protection.enabled,Value=false`,
        ]
      : []),
    `aws cloudformation delete-stack --stack-name ${stack}`,
    `aws cloudformation wait stack-delete-complete --stack-name ${stack}`,
  ];
}
