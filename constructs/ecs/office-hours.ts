import { aws_applicationautoscaling as scaling, TimeZone, type aws_ecs as ecs } from 'aws-cdk-lib';
import type { ScheduleSettings } from '../../lib/deployment/schema/schedule';
import type { ScalingSettings } from '../../lib/deployment/schema/targets';

/** As cron has it: minute, hour and days of the week. */
export interface CronTime {
  readonly minute: string;
  readonly hour: string;
  readonly weekDay: string;
}

/** When it starts and when it stops; a shift that passes midnight stops on the day after. */
export function cronTimes({ days, start, stop }: ScheduleSettings): { start: CronTime; stop: CronTime } {
  const sameDay = stop > start;
  const at = (hour: number, weekDays: string) => ({
    minute: '0',
    hour: String(hour),
    weekDay: days === 'every-day' ? '*' : weekDays,
  });
  return { start: at(start, 'MON-FRI'), stop: at(stop, sameDay ? 'MON-FRI' : 'TUE-SAT') };
}

/** Leaves no task running outside the hours. What holds data runs on: RDS would start itself after seven days. */
export function keepOfficeHours(
  count: ecs.ScalableTaskCount,
  schedule: ScheduleSettings,
  tasks: ScalingSettings,
): void {
  const { start, stop } = cronTimes(schedule);
  const timeZone = TimeZone.of(schedule.timeZone);
  count.scaleOnSchedule('Start', {
    schedule: scaling.Schedule.cron(start),
    minCapacity: tasks.min,
    maxCapacity: tasks.max,
    timeZone,
  });
  count.scaleOnSchedule('Stop', {
    schedule: scaling.Schedule.cron(stop),
    minCapacity: 0,
    maxCapacity: 0,
    timeZone,
  });
}
