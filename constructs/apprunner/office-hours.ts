import {
  aws_iam as iam,
  aws_scheduler as scheduler,
  aws_scheduler_targets as targets,
  TimeZone,
  type aws_apprunner as apprunner,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { ScheduleSettings } from '../../lib/deployment/schema/schedule';
import { cronTimes } from '../ecs/office-hours';

export interface OfficeHoursProps {
  readonly schedule: ScheduleSettings;
  readonly service: apprunner.CfnService;
}

/**
 * Pauses the service outside the hours; a paused one costs nothing and cannot be released to.
 * https://docs.aws.amazon.com/apprunner/latest/dg/manage-pause.html
 */
export class OfficeHours extends Construct {
  constructor(scope: Construct, id: string, props: OfficeHoursProps) {
    super(scope, id);
    const { schedule, service } = props;
    const { start, stop } = cronTimes(schedule);
    const calls = [
      { name: 'Start', at: start, action: 'resumeService', right: 'apprunner:ResumeService' },
      { name: 'Stop', at: stop, action: 'pauseService', right: 'apprunner:PauseService' },
    ];
    for (const { name, at, action, right } of calls) {
      new scheduler.Schedule(this, name, {
        description: `${name} of the hours in which the service runs`,
        schedule: scheduler.ScheduleExpression.cron({ ...at, timeZone: TimeZone.of(schedule.timeZone) }),
        target: new targets.Universal({
          service: 'apprunner',
          action,
          retryAttempts: 3,
          input: scheduler.ScheduleTargetInput.fromObject({ ServiceArn: service.attrServiceArn }),
          policyStatements: [
            new iam.PolicyStatement({ actions: [right], resources: [service.attrServiceArn] }),
          ],
        }),
      });
    }
  }
}
