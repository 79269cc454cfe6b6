import { aws_ecs as ecs, aws_iam as iam, CustomResource, Duration, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { LogSettings } from '../../lib/deployment/schema/logs';
import { attachmentsOf } from '../attachments';
import { Handler } from '../lambda/handler';
import { privateSubnets } from '../network/tiers';
import { acknowledgeWildcard } from '../findings/acknowledge-wildcard';
import { logStreamPrefix, type ApplicationContainer } from '../application/application-container';
import type { TaskPlace } from './task-place';

export interface MigrationGateProps {
  readonly logs: LogSettings;
  readonly place: TaskPlace;
  /** The application's; the one-off task runs its task definition. */
  readonly application: ApplicationContainer;
  /** Command of the one-off task. */
  readonly command: readonly string[];
}

/**
 * Migrates the database with the new image before the first new task starts: what must wait for it
 * depends on it. When the migration fails the update fails, and the old version keeps serving. It
 * runs again when the task definition changes, and does nothing in a rollback.
 */
export class MigrationGate extends Construct {
  constructor(scope: Construct, id: string, props: MigrationGateProps) {
    super(scope, id);
    const { logs, place, application } = props;
    const { vpc, cluster, securityGroup } = place;
    const { taskDefinition } = application;
    const runner = new Handler(this, 'Runner', {
      logs,
      name: 'run-task',
      description: 'Migrates the database before new tasks start',
      timeout: Duration.minutes(15),
    });
    // A second attempt would send CloudFormation a second answer.
    runner.configureAsyncInvoke({ retryAttempts: 0 });
    this.grantRun(runner, cluster, taskDefinition);

    const migration = new CustomResource(this, 'Migration', {
      resourceType: 'Custom::Migration',
      serviceToken: runner.functionArn,
      serviceTimeout: Duration.minutes(16),
      properties: {
        Cluster: cluster.clusterArn,
        CapacityProvider: place.capacityProvider,
        TaskDefinition: taskDefinition.taskDefinitionArn,
        Container: application.containerName,
        Command: props.command,
        // A task that uses the network of its instance takes no subnets and no security group.
        Network:
          taskDefinition.networkMode === ecs.NetworkMode.AWS_VPC
            ? {
                Subnets: vpc.selectSubnets(privateSubnets).subnetIds,
                SecurityGroup: securityGroup.securityGroupId,
              }
            : undefined,
        LogGroup: application.logGroupName,
        LogStreamPrefix: logStreamPrefix,
      },
    });
    // The cluster's capacity, the policies of the roles and the rules of the security group have to exist first.
    migration.node.addDependency(
      attachmentsOf(cluster),
      attachmentsOf(securityGroup),
      taskDefinition.taskRole,
      taskDefinition.obtainExecutionRole(),
    );
  }

  private grantRun(runner: Handler, cluster: ecs.ICluster, taskDefinition: ecs.TaskDefinition): void {
    const stack = Stack.of(this);
    const inCluster = { ArnEquals: { 'ecs:cluster': cluster.clusterArn } };
    runner.addToRolePolicy(
      new iam.PolicyStatement({
        actions: ['ecs:RunTask'],
        resources: [taskDefinition.taskDefinitionArn],
        conditions: inCluster,
      }),
    );
    const tasks = stack.formatArn({
      service: 'ecs',
      resource: 'task',
      resourceName: `${cluster.clusterName}/*`,
    });
    runner.addToRolePolicy(
      new iam.PolicyStatement({
        actions: ['ecs:DescribeTasks', 'ecs:StopTask'],
        resources: [tasks],
        conditions: inCluster,
      }),
    );
    runner.addToRolePolicy(
      new iam.PolicyStatement({
        actions: ['iam:PassRole'],
        resources: [taskDefinition.taskRole.roleArn, taskDefinition.obtainExecutionRole().roleArn],
        conditions: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
      }),
    );
    acknowledgeWildcard(
      this,
      tasks,
      'A task gets its id when it starts; the pattern and the condition limit it to this cluster.',
    );
  }
}
