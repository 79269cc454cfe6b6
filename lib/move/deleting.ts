import type { TargetName } from '../deployment';
import { dataStack, serviceStack } from '../stacks/names';
import { databaseIs } from './checks';
import type { Move } from './move';
import { resource, stackName } from './stacks';
import type { Check } from '../steps/check';

/**
 * Deletes a target's stack. While the database has deletion protection, no stack of the deployment can
 * be deleted, so it is off for as long as that takes.
 */
export function deleting(move: Move, target: TargetName): string[] {
  const stack = stackName(move, serviceStack(target));
  return [
    ...protection(move, 'no-deletion-protection'),
    `aws cloudformation delete-stack --stack-name ${stack}`,
    `aws cloudformation wait stack-delete-complete --stack-name ${stack}`,
    ...protection(move, 'deletion-protection'),
  ];
}

const isProtected = ({ start }: Move) => start.database.deletionProtection === true;

function protection(move: Move, option: 'deletion-protection' | 'no-deletion-protection'): string[] {
  if (!isProtected(move)) return [];
  return [
    `aws rds modify-db-instance --db-instance-identifier ${resource(dataStack, 'AWS::RDS::DBInstance')} --${option} --apply-immediately --query DBInstance.DeletionProtection`,
  ];
}

/** The protection is on again, where the file states it. */
export function protectedAgain(move: Move): Check[] {
  return isProtected(move)
    ? [{ ...databaseIs('DeletionProtection', 'True'), what: 'the database has deletion protection again' }]
    : [];
}
