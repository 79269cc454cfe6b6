import { aws_cloudwatch as cloudwatch, Duration, TimeZone } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { muteWindows } from '../../lib/alarms/mute-windows';
import type { ScheduleSettings } from '../../lib/deployment/schema/schedule';

export interface OfficeHoursMuteProps {
  readonly schedule: ScheduleSettings;
  /** The alarms that send messages. At most 100, CloudWatch's limit of a rule. */
  readonly alarms: readonly cloudwatch.IAlarm[];
}

const mostAlarms = 100;

/**
 * Mutes the alarms outside the hours of a deployment, in which none of its tasks runs, and for half an hour after
 * the start. A rule costs nothing.
 *
 * Alarms go on and off as before; only their messages stop. When a window ends, CloudWatch sends the message of the
 * state that began within it: an alarm that is still on sends its alarm then, so that a deployment that did not
 * start is noticed. An alarm that was on in the night and has ended sends `OK`, once each morning.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-mute-rules-behaviour.html
 */
export class OfficeHoursMute extends Construct {
  /** @throws when there are more than 100 alarms */
  constructor(scope: Construct, id: string, props: OfficeHoursMuteProps) {
    super(scope, id);
    const { schedule, alarms } = props;
    if (alarms.length > mostAlarms)
      throw new Error(`A mute rule takes at most ${mostAlarms} alarms; there are ${alarms.length}.`);
    for (const { name, hour, weekDays, minutes } of muteWindows(schedule))
      new cloudwatch.AlarmMuteRule(this, name, {
        description: 'No task runs outside the hours of `schedule`',
        schedule: cloudwatch.ScheduleExpression.cron({
          minute: '0',
          hour: String(hour),
          weekDay: weekDays,
          timeZone: TimeZone.of(schedule.timeZone),
        }),
        duration: Duration.minutes(minutes),
        alarms: [...alarms],
      });
  }
}
