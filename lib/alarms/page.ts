import { tableOf } from '../deployment/reference/section';
import type { Deployment } from '../deployment/schema';
import { severities, type Severity } from '../deployment/schema/alarms';
import type { PlannedStack } from '../plan/assembly';
import { canaryRuns, costOf, operationsCost, prices } from './cost';
import type { AlarmDefinition, Threshold, Unit } from './definition';
import { alarmNames, composites, definitions, everyAlarm, type AlarmName } from './registry';
import { sectionOf } from './runbook-section';
import { alarmRows, type AlarmRow, type Evaluation } from './template-rows';

/** A deployment file and what it synthesizes to. */
export interface Synthesized {
  readonly deployment: Deployment;
  readonly stacks: readonly PlannedStack[];
}

/**
 * docs/alarms.md: every alarm of the registry, and those of each deployment file with their figures and costs.
 * The figures are those of the templates.
 */
export function alarmsPage(synthesized: readonly Synthesized[]): string {
  const files = synthesized.map((file) => ({ ...file, rows: alarmRows(file.stacks) }));
  return [
    '# Alarms',
    '',
    '<!-- Written by `npm run docs` from lib/alarms and the templates of deployments/. A change to this page is lost. -->',
    '',
    opening,
    '',
    '## Cost',
    '',
    pricing,
    '',
    ...tableOf(
      ['file', 'live target', 'metrics of alarms', 'composite alarms', 'runs of the canary', 'USD a month'],
      files.map(costRow),
    ),
    '',
    '## By severity',
    '',
    ...severities.flatMap(severitySection),
    '## By deployment file',
    '',
    'Thresholds are those of the file, after `alarms.overrides`. Alarms without a message of their own name the composite alarm that sends it.',
    '',
    ...files.flatMap(fileSection),
  ].join('\n');
}

const opening = `An alarm watches what customers would feel. Its name leads to its section in [the runbook](runbook.md). Each
alarm has one of three severities:

- **page**: customers feel it. Act at once.
- **ticket**: it can wait for the next working day.
- **notice**: worth reading, nothing to do.

\`alarms\` in the deployment file sets thresholds, severities and where messages go
([fields](deployment-file.md#alarms)). A composite alarm combines other alarms: these send no message, it sends one
for all of them and names those that are on. Every message is sent again when the alarm is over.`;

const pricing = `Prices of us-east-1 from AWS's price list of CloudWatch, published in September 2026: $${usd(prices.alarmMetric)} a month
for each metric that an alarm reads (an expression over two metrics costs $${usd(2 * prices.alarmMetric)}), $${usd(prices.compositeAlarm)} for a composite
alarm, $${prices.canaryRun} for a run of the canary. The free tier of CloudWatch – 10 alarms, 3 dashboards and 100 runs of a
canary a month in each account – is not subtracted; a dashboard after the third costs $3. Alarms on the edge of a
deployment outside us-east-1 have a topic in us-east-1 with a key of its own, $${usd(prices.key)} a month.`;

interface File extends Synthesized {
  readonly rows: readonly AlarmRow[];
}

function costRow({ deployment, stacks, rows }: File): string[] {
  const cost = operationsCost(deployment, stacks, rows);
  const metrics = rows.reduce((sum, row) => sum + row.metrics, 0);
  const runs = canaryRuns(deployment);
  const count = rows.filter(({ evaluation }) => !evaluation).length;
  return [
    `[\`${deployment.name}\`](#${deployment.name})`,
    deployment.live,
    `${metrics} × $${usd(prices.alarmMetric)} = $${usd(cost.alarms)}`,
    `${count} × $${usd(prices.compositeAlarm)} = $${usd(cost.composites)}`,
    `${runs} × $${prices.canaryRun} = $${usd(cost.canary)}`,
    `**${usd(cost.total)}**`,
  ];
}

function severitySection(severity: Severity): string[] {
  const names = alarmNames.filter((name) => everyAlarm[name].severity === severity);
  return [
    `### ${severity}`,
    '',
    ...tableOf(['alarm', 'meaning', 'on when', 'why', 'without data', 'message by'], names.map(registryRow)),
    '',
  ];
}

function registryRow(name: AlarmName): string[] {
  if (isComposite(name)) {
    const { meaning, when } = composites[name];
    return [linked(name), meaning, when, '', '', 'itself'];
  }
  const { meaning, threshold, missing, notifiedBy } = definitions[name];
  return [
    linked(name),
    meaning,
    conditionOf(definitions[name]),
    threshold.reason,
    `${missingWords[missing.as] ?? missing.as}: ${missing.reason}`,
    senderOf(notifiedBy),
  ];
}

function senderOf(notifiedBy: AlarmDefinition['notifiedBy']): string {
  if (typeof notifiedBy === 'function') return 'itself or a composite alarm, as the file has it';
  return notifiedBy === undefined ? 'itself' : `\`${notifiedBy}\``;
}

/** The condition for every deployment: figures that depend on the file are in its own table. */
function conditionOf({ threshold, periodMinutes, breaching, of }: AlarmDefinition): string {
  const { is, value, unit } = threshold;
  const limit = typeof value === 'number' ? withUnit(value, unit) : 'the value of the file';
  const period = typeof periodMinutes === 'number' ? duration(periodMinutes) : 'alarms.canaryMinutes';
  return `${is} ${limit} in ${periods(breaching, of)} of ${period}`;
}

function fileSection({ deployment, stacks, rows }: File): string[] {
  const { total } = operationsCost(deployment, stacks, rows);
  const sorted = alarmNames
    .flatMap((name) => rows.filter((row) => row.name === name))
    .sort((one, other) => rank(one) - rank(other));
  return [
    `### ${deployment.name}`,
    '',
    `Live target: ${deployment.live}. ${rows.length} alarms, $${usd(total)} a month with the canary.`,
    '',
    ...tableOf(
      [
        'alarm',
        'severity',
        'threshold',
        'evaluation',
        'without data',
        'message by',
        'metrics',
        'USD a month',
      ],
      sorted.map((row) => fileRow(row, rows)),
    ),
    '',
  ];
}

const rank = ({ name }: AlarmRow) => severities.indexOf(everyAlarm[name].severity);

function fileRow({ name, evaluation, notifies, metrics }: AlarmRow, rows: readonly AlarmRow[]): string[] {
  const sender = notifies
    ? 'itself'
    : rows
        .filter(({ members }) => members.includes(name))
        .map((row) => `\`${row.name}\``)
        .join(', ');
  return [
    linked(name),
    everyAlarm[name].severity,
    evaluation && !isComposite(name)
      ? thresholdOf(definitions[name].threshold, evaluation)
      : 'combines alarms',
    evaluation
      ? `${periods(evaluation.breaching, evaluation.of)} of ${duration(evaluation.periodMinutes)}`
      : '',
    evaluation ? (missingWords[evaluation.missing] ?? evaluation.missing) : '',
    sender,
    evaluation ? String(metrics) : '',
    usd(costOf({ metrics, evaluation })),
  ];
}

const thresholdOf = ({ is, unit }: Threshold, { threshold }: Evaluation) =>
  `${is} ${withUnit(threshold, unit)}`;

function withUnit(value: number, unit: Unit): string {
  const number = value.toLocaleString('en-US');
  if (unit === 'percent') return `${number} %`;
  if (unit === 'milliseconds') return `${number} ms`;
  if (unit === 'count') return number;
  return `${number} ${value === 1 ? unit.replace(/s$/, '') : unit}`;
}

const missingWords: Readonly<Record<string, string>> = {
  breaching: 'on',
  notBreaching: 'off',
  ignore: 'keeps its state',
};

const periods = (breaching: number, of: number) => (of === 1 ? '1 period' : `${breaching} of ${of} periods`);

function duration(minutes: number): string {
  if (minutes % (24 * 60) === 0) return plural(minutes / (24 * 60), 'day');
  return minutes % 60 === 0 ? plural(minutes / 60, 'hour') : plural(minutes, 'minute');
}

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

const isComposite = (name: AlarmName): name is keyof typeof composites => name in composites;

const linked = (name: AlarmName) => `[\`${name}\`](runbook.md#${sectionOf(name)})`;

function usd(amount: number): string {
  return amount.toFixed(2);
}
