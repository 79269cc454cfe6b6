import { aws_cloudwatch as cloudwatch } from 'aws-cdk-lib';
import { leastRequests, type BurnSpeed, type Objective } from '../../lib/alarms/registry/objectives';
import type { AlarmSettings } from '../../lib/deployment/schema/alarms';
import type { TargetMetrics } from '../target';
import type { AlarmSet } from './alarm-set';
import { errorPercent, latencyPercentile, requestsWithoutAnswer, slowPercent } from './request-metrics';

export interface ServiceAlarmProps {
  readonly metrics: TargetMetrics;
  readonly latencyP95Ms: AlarmSettings['latencyP95Ms'];
}

/** Alarms on the live target, and on the objectives: availability and latency. */
export function serviceAlarms(alarms: AlarmSet, props: ServiceAlarmProps): void {
  const { metrics } = props;
  const { healthyTasks, unhealthyTasks, runningTasks } = metrics;
  alarms.raise('no-healthy-tasks', (period) => healthyTasks(period));
  alarms.raise('service-unmeasured', (period) => metrics.heartbeat.with({ period }));
  alarms.raise('latency-p95', (period) => latencyPercentile(metrics, period, 50));
  if (unhealthyTasks) alarms.raise('unhealthy-hosts', (period) => unhealthyTasks(period));
  if (runningTasks) alarms.raise('tasks-below-desired', (period) => runningTasks.with({ period }));
  alarms.raise('service-cpu', (period) => metrics.cpuPercent.with({ period }));
  alarms.raise('service-memory', (period) => metrics.memoryPercent.with({ period }));
  alarms.raise('latency-unmeasured', (period) => requestsWithoutAnswer(metrics, period));
  for (const speed of ['fast', 'medium', 'slow'] as const) objectiveAlarms(alarms, speed, props);
}

/** Two windows each; a composite alarm is on when both are. */
function objectiveAlarms(
  alarms: AlarmSet,
  speed: BurnSpeed,
  { metrics, latencyP95Ms }: ServiceAlarmProps,
): void {
  alarms.raise(`availability-${speed}-long`, (period) => errorPercent(metrics, period, leastRequests));
  alarms.raise(`availability-${speed}-short`, (period) => errorPercent(metrics, period));
  alarms.raise(`latency-${speed}-long`, (period) =>
    slowPercent(metrics, latencyP95Ms, period, leastRequests),
  );
  alarms.raise(`latency-${speed}-short`, (period) => slowPercent(metrics, latencyP95Ms, period));
}

/** The rule of an objective at one speed; undefined when the deployment does not have both windows. */
function bothWindows(
  alarms: AlarmSet,
  objective: Objective,
  speed: BurnSpeed,
): cloudwatch.IAlarmRule | undefined {
  const long = alarms.find(`${objective}-${speed}-long`);
  const short = alarms.find(`${objective}-${speed}-short`);
  return long && short && cloudwatch.AlarmRule.allOf(long, short);
}

/** Composite alarms of the objectives. While the shop is down, they send no message of their own. */
export function objectiveComposites(alarms: AlarmSet, mutedBy?: cloudwatch.IAlarm): void {
  const anyOf = (rules: readonly cloudwatch.IAlarmRule[]) => cloudwatch.AlarmRule.anyOf(...rules);
  const burning = (objective: Objective, ...speeds: readonly BurnSpeed[]) =>
    speeds.flatMap((speed) => bothWindows(alarms, objective, speed) ?? []);
  const edge = alarms.find('edge-server-errors');
  const page = [...burning('availability', 'fast', 'medium'), ...(edge ? [edge] : [])];
  const ticket = burning('availability', 'slow');
  const latency = burning('latency', 'fast', 'medium', 'slow');
  if (page.length > 0) alarms.combine('availability-burn', { rule: anyOf(page), mutedBy });
  if (ticket.length > 0) alarms.combine('availability-slow-burn', { rule: anyOf(ticket), mutedBy });
  if (latency.length > 0) alarms.combine('latency-burn', { rule: anyOf(latency), mutedBy });
}
