import { aws_iam as iam, CustomResource, Duration, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { ServiceLinkedRole } from '../../lib/account/service-linked-roles';
import type { LogSettings } from '../../lib/deployment/schema/logs';
import { Handler } from '../lambda/handler';

export interface ServiceLinkedRolesProps {
  readonly logs: LogSettings;
  readonly roles: readonly ServiceLinkedRole[];
}

/**
 * Makes the service-linked roles that the account lacks, before the stacks that need them. A function
 * does it, because `AWS::IAM::ServiceLinkedRole` fails when the role exists, and deletes it with the stack.
 */
export class ServiceLinkedRoles extends Construct {
  constructor(scope: Construct, id: string, props: ServiceLinkedRolesProps) {
    super(scope, id);
    const { logs, roles } = props;
    const handler = new Handler(this, 'Handler', {
      logs,
      name: 'service-linked-roles',
      description: 'Makes the service-linked roles that the account lacks',
      timeout: Duration.minutes(2),
    });
    const resources = roles.map(({ service, role }) =>
      Stack.of(this).formatArn({
        service: 'iam',
        region: '',
        resource: 'role',
        resourceName: `aws-service-role/${service}/${role}`,
      }),
    );
    handler.addToRolePolicy(new iam.PolicyStatement({ actions: ['iam:GetRole'], resources }));
    handler.addToRolePolicy(
      new iam.PolicyStatement({
        actions: ['iam:CreateServiceLinkedRole'],
        resources,
        conditions: { StringEquals: { 'iam:AWSServiceName': roles.map(({ service }) => service) } },
      }),
    );
    new CustomResource(this, 'Roles', {
      resourceType: 'Custom::ServiceLinkedRoles',
      serviceToken: handler.functionArn,
      serviceTimeout: Duration.minutes(3),
      properties: { Roles: roles.map(({ service, role }) => ({ Service: service, Role: role })) },
    });
  }
}
