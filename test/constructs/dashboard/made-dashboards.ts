import { metricAlarmNames } from '../../../lib/alarms/registry';
import { bodyOf, type Widget } from '../../../lib/alarms/dashboard-body';
import { deploymentNames, loadDeployment, parseDeployment, type Deployment } from '../../../lib/deployment';
import { targetNames } from '../../../lib/deployment/schema/targets';
import { plannedStacks } from '../../setup/summary';

/* The dashboard of every deployment, as CloudWatch gets it. */

export interface Made {
  readonly widgets: readonly Widget[];
  readonly name: unknown;
  /** Threshold by name of the alarm, of every stack. */
  readonly thresholds: ReadonlyMap<string, number>;
  readonly text: string;
}

export function make(deployment: Deployment): Made {
  const stacks = plannedStacks(deployment);
  const operations = stacks.find(({ id }) => id === 'operations');
  if (!operations) throw new Error('There is no Operations stack.');
  const resources = stacks.flatMap(({ template }) => Object.values(template.Resources));
  const alarms = resources.filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm');
  const [dashboard] = resources.filter(({ Type }) => Type === 'AWS::CloudWatch::Dashboard');
  return {
    widgets: bodyOf(operations.template).widgets,
    name: dashboard?.Properties?.DashboardName,
    thresholds: new Map(
      alarms.flatMap(({ Properties = {} }) => {
        const full = String(Properties.AlarmName);
        const name = metricAlarmNames.find((each) => full.endsWith(`-${each}`));
        return name === undefined ? [] : [[name, Number(Properties.Threshold)] as const];
      }),
    ),
    text: JSON.stringify(dashboard?.Properties?.DashboardBody),
  };
}

export const foreign = {
  name: 'foreign',
  image: { repository: 'flask-shop', digest: `sha256:${'0123456789abcdef'.repeat(4)}` },
  vectors: 'embedded',
  targets: { fargate: {} },
  live: 'fargate',
} as const;

const target = (name: (typeof targetNames)[number]) =>
  parseDeployment({
    name,
    aws: { region: 'us-east-1' },
    vectors: 'embedded',
    targets: { [name]: name === 'apprunner' ? { acknowledgeClosed: true } : {} },
    live: name,
  });

export const cases: Record<string, () => Deployment> = {
  ...Object.fromEntries(deploymentNames().map((name) => [name, () => loadDeployment(name)])),
  ...Object.fromEntries(targetNames.map((name) => [`a shop on ${name}`, () => target(name)])),
  'another image in another region': () => parseDeployment({ ...foreign, aws: { region: 'eu-central-1' } }),
  'a shop with blue/green releases': () =>
    parseDeployment({
      name: 'blue-green',
      aws: { region: 'us-east-1' },
      targets: { fargate: { rollout: 'blue-green' } },
      live: 'fargate',
    }),
  'a shop in another region': () =>
    parseDeployment({
      name: 'elsewhere',
      aws: { region: 'eu-central-1' },
      targets: { fargate: {} },
      live: 'fargate',
    }),
};

const made = new Map<string, Made>();
export function madeOf(name: string): Made {
  const known = made.get(name) ?? make((cases[name] ?? (() => loadDeployment(name)))());
  made.set(name, known);
  return known;
}
