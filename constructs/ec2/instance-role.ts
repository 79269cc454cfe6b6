import { aws_ecs as ecs, aws_iam as iam, Stack, Validations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { acknowledgeWildcard } from '../findings/acknowledge-wildcard';

export interface InstanceRoleProps {
  readonly cluster: ecs.ICluster;
}

/**
 * What an instance itself may do: join its one cluster, and open sessions of Session Manager. Images,
 * logs and secrets belong to the roles of the tasks. The AWS managed policies would also allow pulling
 * every image, writing every log and creating clusters.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html
 */
export class InstanceRole extends iam.Role {
  constructor(scope: Construct, id: string, props: InstanceRoleProps) {
    super(scope, id, {
      assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com'),
      description: 'An instance of the cluster',
    });
    this.joinCluster(props.cluster);
    this.openSessions();
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason:
        'ecs:DiscoverPollEndpoint and the ssmmessages actions of Session Manager take no resource. https://docs.aws.amazon.com/service-authorization/latest/reference/list_ssmmessages.html',
    });
  }

  private joinCluster(cluster: ecs.ICluster): void {
    const members = Stack.of(this).formatArn({
      service: 'ecs',
      resource: 'container-instance',
      resourceName: `${cluster.clusterName}/*`,
    });
    this.addToPolicy(
      new iam.PolicyStatement({
        sid: 'Register',
        actions: [
          'ecs:RegisterContainerInstance',
          'ecs:DeregisterContainerInstance',
          'ecs:SubmitAttachmentStateChanges',
          'ecs:SubmitContainerStateChange',
          'ecs:SubmitTaskStateChange',
        ],
        resources: [cluster.clusterArn],
      }),
    );
    this.addToPolicy(
      new iam.PolicyStatement({
        sid: 'Work',
        // The last one is how an instance that Spot takes back drains itself.
        actions: ['ecs:Poll', 'ecs:StartTelemetrySession', 'ecs:UpdateContainerInstancesState'],
        resources: [members],
        conditions: { ArnEquals: { 'ecs:cluster': cluster.clusterArn } },
      }),
    );
    this.addToPolicy(
      new iam.PolicyStatement({ sid: 'Find', actions: ['ecs:DiscoverPollEndpoint'], resources: ['*'] }),
    );
    acknowledgeWildcard(
      this,
      members,
      'An instance gets its id when it registers; the pattern and the condition limit it to this cluster.',
    );
  }

  private openSessions(): void {
    const instances = Stack.of(this).formatArn({
      service: 'ec2',
      resource: 'instance',
      resourceName: '*',
    });
    this.addToPolicy(
      new iam.PolicyStatement({
        sid: 'Heartbeat',
        actions: ['ssm:UpdateInstanceInformation'],
        resources: [instances],
      }),
    );
    acknowledgeWildcard(
      this,
      instances,
      'The id of an instance does not exist before it starts; the pattern limits the heartbeat of the SSM agent to instances of this account and region. https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssystemsmanager.html',
    );
    this.addToPolicy(
      new iam.PolicyStatement({
        sid: 'Sessions',
        actions: [
          'ssmmessages:CreateControlChannel',
          'ssmmessages:CreateDataChannel',
          'ssmmessages:OpenControlChannel',
          'ssmmessages:OpenDataChannel',
        ],
        resources: ['*'],
      }),
    );
  }
}
