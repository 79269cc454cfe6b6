import { entry, text } from '../facts';
import { compare } from '../references';
import { at, isRecord, listOf, ofType, type Resource, type Section } from '../resource';

/** For each role: who may assume it, and which actions it has on what. */
export const permissions: Section = {
  title: 'IAM permissions by role',
  lines: (resources) => {
    const policies = ofType(resources, 'AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy');
    return ofType(resources, 'AWS::IAM::Role').flatMap((role) => entry(role.name, roleLines(role, policies)));
  },
};

function roleLines({ name, properties }: Resource, policies: readonly Resource[]): string[] {
  const attached = policies.filter((policy) => listOf(at(policy.properties, 'Roles')).includes(name));
  const documents = [
    ...listOf(at(properties, 'Policies')).map((policy) => at(policy, 'PolicyDocument')),
    ...attached.map((policy) => at(policy.properties, 'PolicyDocument')),
  ];
  return [
    ...statements(at(properties, 'AssumeRolePolicyDocument')).map(
      (statement) => `assumed by ${principal(statement)}`,
    ),
    ...listOf(at(properties, 'ManagedPolicyArns')).map((arn) => `managed policy ${text(arn)}`),
    ...documents.flatMap(statements).flatMap(statementLines),
  ].sort(compare);
}

export const statements = (document: unknown): readonly unknown[] => listOf(at(document, 'Statement'));

function statementLines(statement: unknown): string[] {
  const effect = String(at(statement, 'Effect')).toLowerCase();
  const resource = text([...listOf(at(statement, 'Resource'))].map(text).sort(compare));
  return [
    ...listOf(at(statement, 'Action')),
    ...listOf(at(statement, 'NotAction')).map((action) => `all but ${text(action)}`),
  ].map((action) => `${effect} ${text(action)} on ${resource}${condition(statement)}`);
}

export function principal(statement: unknown): string {
  const named = at(statement, 'Principal');
  const who = isRecord(named) ? Object.values(named).map(text).join(', ') : text(named);
  return `${who}${condition(statement)}`;
}

function condition(statement: unknown): string {
  const value = at(statement, 'Condition');
  return value === undefined ? '' : ` if ${text(value)}`;
}
