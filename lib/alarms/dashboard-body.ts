import { z } from 'zod';
import type { Template } from '../plan/assembly';

const line = z.object({ value: z.number(), label: z.string(), color: z.string() });
const place = { x: z.number(), y: z.number(), width: z.number(), height: z.number() };

const text = z.object({
  ...place,
  type: z.literal('text'),
  properties: z.object({ markdown: z.string() }),
});
const alarmStatus = z.object({
  ...place,
  type: z.literal('alarm'),
  properties: z.object({ title: z.string(), alarms: z.array(z.string()) }),
});
const metric = z.object({
  ...place,
  type: z.literal('metric'),
  properties: z.object({
    view: z.enum(['timeSeries', 'singleValue']),
    title: z.string(),
    metrics: z.array(z.array(z.unknown())),
    annotations: z.object({ horizontal: z.array(line) }).optional(),
    yAxis: z
      .object({ left: z.object({ min: z.number().optional(), max: z.number().optional() }).optional() })
      .optional(),
  }),
});
const log = z.object({
  ...place,
  type: z.literal('log'),
  properties: z.object({ title: z.string(), query: z.string() }),
});

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html */
const dashboardBody = z.object({
  widgets: z.array(z.discriminatedUnion('type', [text, alarmStatus, metric, log])),
});

/** The parts of a dashboard's body that a picture of it needs. */
export type DashboardBody = z.output<typeof dashboardBody>;
export type Widget = DashboardBody['widgets'][number];
export type TextWidget = z.output<typeof text>;
export type AlarmStatusWidget = z.output<typeof alarmStatus>;
export type MetricWidget = z.output<typeof metric>;
export type LogWidget = z.output<typeof log>;

/**
 * The body of the dashboard in a template. What CloudFormation fills in is the name of the resource in its place:
 * of an alarm, the name it has in CloudWatch.
 *
 * @throws when the template has no dashboard, or its body is not what CloudWatch takes
 */
export function bodyOf({ Resources }: Pick<Template, 'Resources'>): DashboardBody {
  const dashboard = Object.values(Resources).find(({ Type }) => Type === 'AWS::CloudWatch::Dashboard');
  if (!dashboard) throw new Error('The template has no dashboard.');
  const filled = fill(dashboard.Properties?.DashboardBody, (id) => {
    const { AlarmName } = Resources[id]?.Properties ?? {};
    return typeof AlarmName === 'string' ? AlarmName : id;
  });
  return dashboardBody.parse(JSON.parse(filled));
}

const join = z.object({ 'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]) });
const attribute = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) });

function fill(value: unknown, nameOf: (id: string) => string): string {
  if (typeof value === 'string') return value;
  const joined = join.safeParse(value);
  if (joined.success) {
    const [separator, parts] = joined.data['Fn::Join'];
    return parts.map((part) => fill(part, nameOf)).join(separator);
  }
  const got = attribute.safeParse(value);
  return got.success ? nameOf(got.data['Fn::GetAtt'][0]) : 'set-by-CloudFormation';
}
