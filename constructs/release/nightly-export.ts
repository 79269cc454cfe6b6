import {
  aws_ecs as ecs,
  aws_scheduler as scheduler,
  aws_scheduler_targets as targets,
  Duration,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Job } from '../../app-image/contract/paths';
import { privateSubnets } from '../network/tiers';
import type { ApplicationContainer } from '../application/application-container';
import type { TaskPlace } from './task-place';

export interface NightlyExportProps {
  readonly place: TaskPlace;
  readonly application: ApplicationContainer;
}

const job: Job = 'export';

/**
 * Writes database and vectors to the backup bucket in the half hour after 03:00 UTC: the shop's own
 * task with another command. Five minutes a night of a quarter of a vCPU come to $0.03 a month.
 */
export class NightlyExport extends Construct {
  constructor(scope: Construct, id: string, props: NightlyExportProps) {
    super(scope, id);
    const { application } = props;
    const { cluster, securityGroup, capacityProvider } = props.place;
    const { taskDefinition } = application;
    const run = {
      taskDefinition,
      // A task that uses the network of its instance takes no subnets and no security group.
      ...(taskDefinition.networkMode === ecs.NetworkMode.AWS_VPC
        ? { vpcSubnets: privateSubnets, securityGroups: [securityGroup] }
        : {}),
      // Without capacity the export is tried again for two hours; then the night's export is left out.
      retryAttempts: 10,
      maxEventAge: Duration.hours(2),
      input: scheduler.ScheduleTargetInput.fromObject({
        containerOverrides: [{ name: application.containerName, command: [job] }],
      }),
    };
    new scheduler.Schedule(this, 'Schedule', {
      description: 'Nightly export to the backup bucket',
      schedule: scheduler.ScheduleExpression.cron({ hour: '3', minute: '0' }),
      timeWindow: scheduler.TimeWindow.flexible(Duration.minutes(30)),
      target: taskDefinition.isFargateCompatible
        ? new targets.EcsRunFargateTask(cluster, run)
        : new targets.EcsRunEc2Task(cluster, {
            ...run,
            capacityProviderStrategies: [{ capacityProvider, weight: 1 }],
          }),
    });
  }
}
