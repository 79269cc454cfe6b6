import { describe as descriptionOf } from '../../../lib/alarms/description';
import {
  alarmNames,
  compositeNames,
  composites,
  definitions,
  everyAlarm,
  metricAlarmNames,
} from '../../../lib/alarms/registry';
import { selectAlarms } from '../../../lib/alarms/selection';
import { parseDeployment, type DeploymentInput } from '../../../lib/deployment';
import { severities, type Severity } from '../../../lib/deployment/schema/alarms';
import { alarmName, edgeOperationsStack, stackName } from '../../../lib/stacks/names';
import production from '../../../deployments/production';

const webhook = { secretArn: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:webhook-AbCdEf' };
const off = { enabled: false, optOutReason: 'a test of the alarms' } as const;
/** Everything is there that an alarm watches. */
const whole = {
  ...production,
  domain: { name: 'shop.example.com', hostedZoneId: 'Z0123456789ABC' },
} satisfies DeploymentInput;

function selected(alarms: DeploymentInput['alarms'] = {}, other: Partial<DeploymentInput> = {}) {
  const selection = selectAlarms(parseDeployment({ ...whole, ...other, alarms: { webhook, ...alarms } }));
  return {
    ...selection,
    names: [...selection.alarms, ...selection.composites].map(({ name }) => name),
    find: (name: string) => selection.alarms.find((alarm) => alarm.name === name),
  };
}

test('a deployment with every part has every alarm', () => {
  expect(selected().names.sort()).toEqual([...alarmNames].sort());
});

describe('the least severity', () => {
  const severityOf = (name: (typeof alarmNames)[number]): Severity => {
    const composite = metricAlarmNames.some((metric) => metric === name)
      ? definitions[name as keyof typeof definitions].notifiedBy
      : undefined;
    const sender = compositeNames.find((each) => each === composite);
    return sender ? composites[sender].severity : everyAlarm[name].severity;
  };

  test.each(severities)('%s leaves out what is less severe', (leastSeverity) => {
    const wanted = severities.slice(0, severities.indexOf(leastSeverity) + 1);
    const { names } = selected({ leastSeverity });
    expect(names.sort()).toEqual(alarmNames.filter((name) => wanted.includes(severityOf(name))).sort());
  });

  test('counts for the message: parts of a composite alarm are as severe as it is', () => {
    const { find } = selected({ leastSeverity: 'page' });
    // A window of a page, and one of a ticket.
    expect(find('availability-fast-long')).toBeDefined();
    expect(find('availability-slow-long')).toBeUndefined();
    expect(find('latency-fast-long')).toBeUndefined();
  });
});

describe('an override', () => {
  test.each(metricAlarmNames)('of %s changes its threshold and no other', (name) => {
    const before = selected();
    const after = selected({ overrides: { [name]: { threshold: 0.5 } } });
    expect(after.find(name)?.threshold).toBe(0.5);
    const others = ({ alarms }: typeof before) => alarms.filter((alarm) => alarm.name !== name);
    expect(others(after).map(({ threshold }) => threshold)).toEqual(
      others(before).map(({ threshold }) => threshold),
    );
  });

  test.each(metricAlarmNames)('of %s switches it off', (name) => {
    const { names } = selected({ overrides: { [name]: off } });
    const gone = alarmNames.filter((each) => !names.includes(each));
    expect(gone.filter((each) => metricAlarmNames.some((metric) => metric === each))).toEqual([name]);
  });

  test.each(compositeNames)('of %s switches it off with its parts, which would send no message', (name) => {
    const { names } = selected({ overrides: { [name]: off } });
    const parts = metricAlarmNames.filter((metric) => definitions[metric].notifiedBy === name);
    expect(parts.length).toBeGreaterThan(1);
    expect(alarmNames.filter((each) => !names.includes(each)).sort()).toEqual([name, ...parts].sort());
  });

  test('of every part switches the composite alarm off as well', () => {
    const parts = metricAlarmNames.filter((metric) => definitions[metric].notifiedBy === 'latency-burn');
    const { names } = selected({ overrides: Object.fromEntries(parts.map((part) => [part, off])) });
    expect(names).not.toContain('latency-burn');
  });
});

test('an alarm without its part does not exist', () => {
  const without = selected(
    {},
    { cache: 'none', vectors: 'embedded', domain: undefined, container: { sessions: 'database' } },
  );
  const gone = alarmNames.filter((name) => !without.names.includes(name));
  expect(gone).toEqual(alarmNames.filter((name) => /^(cache|chroma|vector-files|certificate)-/.test(name)));
});

test('fields of the file are thresholds', () => {
  const { find } = selected({ latencyP95Ms: 300, errorPercent: 2, canaryMinutes: 5 });
  expect(find('latency-p95')?.threshold).toBe(300);
  expect(find('release-latency')?.threshold).toBe(1500);
  expect(find('edge-server-errors')?.threshold).toBe(2);
  expect(find('canary-failed')?.periodMinutes).toBe(5);
  expect(selected({ canaryMinutes: off }).find('canary-failed')).toBeUndefined();
});

describe('what CloudWatch allows', () => {
  test('in a description: 1,024 characters', () => {
    const lengths = alarmNames.map((name) => ({
      name,
      length: descriptionOf(name, everyAlarm[name]).length,
    }));
    expect(lengths.filter(({ length }) => length > 1024)).toEqual([]);
  });

  test('in a name: 255 characters, with the longest name of a deployment and of a region', () => {
    const longest = 'a'.repeat(longestName());
    const stack = stackName(longest, edgeOperationsStack('ap-southeast-5'));
    expect(alarmNames.filter((name) => alarmName(stack, name).length > 255)).toEqual([]);
  });
});

/** The most letters that `name` takes. */
function longestName(): number {
  const takes = (length: number) => {
    try {
      parseDeployment({ ...whole, name: 'a'.repeat(length) });
      return true;
    } catch {
      return false;
    }
  };
  let length = 1;
  while (takes(length + 1)) length += 1;
  return length;
}
