import { aws_iam as iam, Validations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

const managedPolicy = 'service-role/AmazonECSInfrastructureRoleforExpressGatewayServices';

/** With it ECS makes and changes what stands around an Express service; what runs in the service never has it. */
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
        'AWS writes this policy for Express Mode alone, lets it touch only what ECS has tagged as its own, and extends it when Express makes more; a copy would break then. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/infrastructure_IAM_role.html',
    });
  }
}
