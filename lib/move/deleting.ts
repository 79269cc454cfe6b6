import type { TargetName } from '../deployment';
import { dataStack, serviceStack } from '../stacks/names';
import type { Check } from '../steps/check';
import { databaseIs } from './checks';
import type { Move } from './move';
import { resource, stackName } from './stacks';

/** Deletes the stack of a target that has never had the traffic. */
export function deleting(move: Move, target: TargetName): string[] {
  const stack = stackName(move, serviceStack(target));
  return [
    `aws cloudformation delete-stack --stack-name ${stack}`,
    `aws cloudformation wait stack-delete-complete --stack-name ${stack}`,
  ];
}

/**
 * Deletes the stack of a target that has had the traffic. It was deployed as the live one, so it refuses
 * its deletion while the database has deletion protection. A deployment of it would change that as well,
 * and would release what else the file has got since.
 */
export function deletingFormer(move: Move, target: TargetName): string[] {
  return [
    ...protection(move, 'no-deletion-protection'),
    ...deleting(move, target),
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
