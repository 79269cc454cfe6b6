import { aws_iam as iam, Validations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

const managedPolicy = 'service-role/AmazonECSInfrastructureRoleforExpressGatewayServices';

/** ECS uses it to make and change the resources around an Express service; the application does not have it. */
export class InfrastructureRole extends iam.Role {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      assumedBy: new iam.ServicePrincipal('ecs.amazonaws.com'),
      description: 'ECS makes the load balancer, certificate and scaling of an Express service',
      managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName(managedPolicy)],
    });
    Validations.of(this).acknowledge({
      id: `AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${managedPolicy}]`,
      reason:
        'AWS maintains this policy for Express Mode, limits it to resources that ECS has tagged, and extends it when Express makes further resources. A copy would then fail. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/infrastructure_IAM_role.html',
    });
  }
}
