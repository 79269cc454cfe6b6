import { Template } from 'aws-cdk-lib/assertions';
import { cronTimes } from '../../../constructs/ecs/office-hours';
import { fargateTemplate } from '../../setup/fargate';
import { appRunnerShop } from '../../setup/mvp';
import { propertiesOf, statementsOf } from '../../setup/templates';

const schedule = { timeZone: 'Europe/Berlin', days: 'weekdays', start: 7, stop: 19 } as const;

test('a day starts and stops on the same days', () => {
  expect(cronTimes(schedule)).toEqual({
    start: { minute: '0', hour: '7', weekDay: 'MON-FRI' },
    stop: { minute: '0', hour: '19', weekDay: 'MON-FRI' },
  });
});

test('a night that starts on Friday stops on Saturday', () => {
  const night = cronTimes({ ...schedule, start: 22, stop: 6 });
  expect([night.start.weekDay, night.stop.weekDay]).toEqual(['MON-FRI', 'TUE-SAT']);
});

test('on Fargate no task runs outside the hours, and as many as asked for inside', () => {
  const [target] = propertiesOf<{ ScheduledActions: object[] }>(
    fargateTemplate({ schedule }),
    'AWS::ApplicationAutoScaling::ScalableTarget',
  );
  expect(target?.ScheduledActions).toEqual([
    expect.objectContaining({
      Schedule: 'cron(0 7 ? * MON-FRI *)',
      Timezone: 'Europe/Berlin',
      ScalableTargetAction: { MinCapacity: 2, MaxCapacity: expect.any(Number) },
    }),
    expect.objectContaining({
      Schedule: 'cron(0 19 ? * MON-FRI *)',
      Timezone: 'Europe/Berlin',
      ScalableTargetAction: { MinCapacity: 0, MaxCapacity: 0 },
    }),
  ]);
});

test('App Runner is paused outside the hours, by a schedule that may do nothing else', () => {
  const template = Template.fromStack(appRunnerShop({ schedule }).service);
  const times = propertiesOf<{ ScheduleExpression: string; ScheduleExpressionTimezone: string }>(
    template,
    'AWS::Scheduler::Schedule',
  ).filter(({ ScheduleExpressionTimezone }) => ScheduleExpressionTimezone === 'Europe/Berlin');
  expect(times.map(({ ScheduleExpression }) => ScheduleExpression)).toEqual([
    'cron(0 7 ? * MON-FRI *)',
    'cron(0 19 ? * MON-FRI *)',
  ]);
  const rights = statementsOf(template).flatMap(({ Action }) => Action);
  expect(rights).toEqual(expect.arrayContaining(['apprunner:PauseService', 'apprunner:ResumeService']));
});
