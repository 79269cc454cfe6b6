import Ajv from 'ajv';

/**
 * The JSON schema of the specification, without its titles and examples, and with the units of CloudWatch
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html,
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDatum.html).
 */
const units = [
  'Seconds',
  'Microseconds',
  'Milliseconds',
  ...['Bytes', 'Kilobytes', 'Megabytes', 'Gigabytes', 'Terabytes'].flatMap((unit) => [
    unit,
    `${unit}/Second`,
  ]),
  ...['Bits', 'Kilobits', 'Megabits', 'Gigabits', 'Terabits'].flatMap((unit) => [unit, `${unit}/Second`]),
  'Percent',
  'Count',
  'Count/Second',
  'None',
];

const schema = {
  type: 'object',
  required: ['_aws'],
  properties: {
    _aws: {
      type: 'object',
      required: ['Timestamp', 'CloudWatchMetrics'],
      properties: {
        Timestamp: { type: 'integer' },
        CloudWatchMetrics: {
          type: 'array',
          items: {
            type: 'object',
            required: ['Namespace', 'Dimensions', 'Metrics'],
            additionalProperties: false,
            properties: {
              Namespace: { type: 'string', minLength: 1, maxLength: 1024, pattern: '^(.*)$' },
              Dimensions: {
                type: 'array',
                minItems: 1,
                items: {
                  type: 'array',
                  minItems: 0,
                  maxItems: 30,
                  uniqueItems: true,
                  items: { type: 'string', minLength: 1, maxLength: 250, pattern: '^(.*)$' },
                },
              },
              Metrics: {
                type: 'array',
                maxItems: 100,
                items: {
                  type: 'object',
                  required: ['Name'],
                  additionalProperties: false,
                  properties: {
                    Name: { type: 'string', minLength: 1, maxLength: 1024, pattern: '^(.*)$' },
                    Unit: { enum: units },
                    StorageResolution: { enum: [1, 60] },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
} as const;

/** A line that the schema accepts. */
export interface EmfLine {
  readonly _aws: {
    readonly Timestamp: number;
    readonly CloudWatchMetrics: readonly {
      readonly Namespace: string;
      readonly Dimensions: readonly (readonly string[])[];
      readonly Metrics: readonly { readonly Name: string; readonly Unit?: string }[];
    }[];
  };
  readonly [member: string]: unknown;
}

const validate = new Ajv({ allErrors: true }).compile<EmfLine>(schema);

const day = 24 * 3600 * 1000;
/** CloudWatch takes no point that is older than two weeks or more than two hours ahead (API_PutMetricData). */
const oldest = 14 * day;
const furthest = 2 * 3600 * 1000;
/** Of a log event, in bytes: 1 MB minus what CloudWatch Logs adds. */
const mostBytes = 1_048_576 - 26;
const mostValues = 100;
/** Values that CloudWatch refuses: beyond ±2^360 (API_MetricDatum). */
const largest = 2 ** 360;

/** What CloudWatch would refuse or ignore in a line of the log; empty when it reads all of it. */
export function emfProblems(text: string, now = Date.now()): string[] {
  if (Buffer.byteLength(text) > mostBytes) return [`the line has more than ${mostBytes} bytes`];
  let line: unknown;
  try {
    line = JSON.parse(text);
  } catch {
    return ['the line is not JSON'];
  }
  if (!validate(line))
    return (validate.errors ?? []).map(
      ({ instancePath, message }) => `${instancePath || '/'} ${message ?? ''}`,
    );
  return [...timeProblems(line, now), ...line._aws.CloudWatchMetrics.flatMap((part) => targets(line, part))];
}

function timeProblems({ _aws: { Timestamp } }: EmfLine, now: number): string[] {
  if (Timestamp < now - oldest) return ['Timestamp is more than two weeks ago'];
  return Timestamp > now + furthest ? ['Timestamp is more than two hours ahead'] : [];
}

/** References lead to members of the root, a metric to numbers and a dimension to a text. */
function targets(
  line: EmfLine,
  { Dimensions, Metrics }: EmfLine['_aws']['CloudWatchMetrics'][number],
): string[] {
  const names = Metrics.map(({ Name }) => Name);
  return [
    ...names.filter((name, at) => names.indexOf(name) !== at).map((name) => `${name} is defined twice`),
    ...names.flatMap((name) => metricProblems(name, line[name])),
    ...Dimensions.flat().flatMap((name) => dimensionProblems(name, line[name])),
  ];
}

function metricProblems(name: string, value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  if (values.length > mostValues) return [`${name} has more than ${mostValues} values`];
  if (values.length === 0) return [`${name} has no value`];
  const isMetric = (one: unknown) =>
    typeof one === 'number' && Number.isFinite(one) && Math.abs(one) <= largest;
  return values.every(isMetric) ? [] : [`${name} is not a number or a list of numbers`];
}

function dimensionProblems(name: string, value: unknown): string[] {
  // Printable ASCII, not only spaces, and no colon at the start (API_Dimension).
  const isDimension = typeof value === 'string' && /^(?!:)[\x20-\x7e]{1,1024}$/.test(value) && value.trim();
  return isDimension ? [] : [`${name} is no value of a dimension`];
}
