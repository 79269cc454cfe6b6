import {
  CustomResource,
  Duration,
  Stack,
  aws_iam as iam,
  type aws_elasticloadbalancingv2 as elbv2,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { DatabaseSettings } from '../../lib/deployment/schema/database';
import type { LogSettings } from '../../lib/deployment/schema/logs';
import { ignoreLintRules } from '../findings/ignore-lint-rule';
import { Handler } from '../lambda/handler';
import type { ProtectedDatabase } from '../stores';

export interface DeletionProtectionProps {
  /** `deletionProtection` switches it on or off. */
  readonly database: DatabaseSettings;
  readonly logs: LogSettings;
  readonly instance: ProtectedDatabase;
  /** @default - none */
  readonly loadBalancers?: readonly elbv2.IApplicationLoadBalancer[];
  /** The stack holds the database itself. @default false */
  readonly holdsDatabase?: boolean;
  /** The stack cannot be deleted while the database is protected. False for a target without traffic. @default true */
  readonly refusesDeletion?: boolean;
}

/**
 * Protects a stack from deletion once it is complete. Deletion protection in the template, and
 * CloudFormation's termination protection, would also refuse the rollback of a first deployment that fails,
 * so that it could not be tried again.
 *
 * Make it last: it depends on everything else in the stack, so CloudFormation creates it last and deletes it
 * first. While the database is protected, a deletion of the stack stops here, with nothing deleted yet.
 */
export class DeletionProtection extends Construct {
  constructor(scope: Construct, id: string, props: DeletionProtectionProps) {
    super(scope, id);
    const stack = Stack.of(this);
    const { database, instance, loadBalancers = [], holdsDatabase = false, refusesDeletion = true } = props;
    const everythingElse = stack.node.children.filter(
      (child) => child !== this && child.node.id !== 'Publish',
    );
    const handler = new Handler(this, 'Handler', {
      logs: props.logs,
      name: 'deletion-protection',
      description: 'Switches deletion protection on and off',
      timeout: Duration.minutes(1),
    });
    for (const statement of rights(props)) handler.addToRolePolicy(statement);

    const protection = new CustomResource(this, 'Switch', {
      resourceType: 'Custom::DeletionProtection',
      serviceToken: handler.functionArn,
      serviceTimeout: Duration.minutes(2),
      properties: {
        Protected: String(database.deletionProtection === true),
        DatabaseInstance: instance.identifier,
        Region: instance.region,
        HoldsDatabase: String(holdsDatabase),
        RefusesDeletion: String(refusesDeletion),
        LoadBalancers: loadBalancers.map(({ loadBalancerArn }) => loadBalancerArn),
      },
    });
    protection.node.addDependency(handler, ...everythingElse);
    ignoreLintRules(protection, {
      rule: 'W3005',
      reason: 'It comes after everything else in the stack, which also has what it names.',
    });
  }
}

function rights(props: DeletionProtectionProps): iam.PolicyStatement[] {
  const { instance, loadBalancers = [], holdsDatabase = false } = props;
  const balancers = loadBalancers.map(({ loadBalancerArn }) => loadBalancerArn);
  return [
    new iam.PolicyStatement({
      actions: ['rds:DescribeDBInstances', ...(holdsDatabase ? ['rds:ModifyDBInstance'] : [])],
      resources: [instance.arn],
    }),
    ...(balancers.length === 0
      ? []
      : [
          new iam.PolicyStatement({
            actions: ['elasticloadbalancing:ModifyLoadBalancerAttributes'],
            resources: balancers,
          }),
        ]),
  ];
}
