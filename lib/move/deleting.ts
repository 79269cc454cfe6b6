import type { TargetName } from '../deployment';
import { loadBalancer } from './checks';
import type { Move } from './move';
import { service, stackName } from './stacks';

/** Deletes a target's stack. Its load balancer is protected from deletion, so that is taken off first. */
export function deleting(move: Move, target: TargetName): string[] {
  const stack = stackName(move, service(target));
  const isProtected = target === 'fargate' || target === 'ec2';
  return [
    ...(isProtected
      ? [
          `aws elbv2 modify-load-balancer-attributes --load-balancer-arn ${loadBalancer(service(target))} --attributes Key=deletion_protection.enabled,Value=false`,
        ]
      : []),
    `aws cloudformation delete-stack --stack-name ${stack}`,
    `aws cloudformation wait stack-delete-complete --stack-name ${stack}`,
  ];
}
