import { parseDeployment } from '../../lib/deployment';
import { answers, databaseIs, requests, runs } from '../../lib/move/checks';
import type { Check } from '../../lib/steps/check';
import { takeDown } from '../../lib/destroy/take-down';
import { holds } from './checks';

const [stacks] = takeDown(
  parseDeployment({ name: 'shop', aws: { region: 'us-east-1' }, targets: { fargate: {} }, live: 'fargate' }),
  'shop',
  ['network', 'data'].map((id) => ({
    id,
    name: `shop-${id}`,
    region: 'us-east-1',
    description: '',
    terminationProtection: false,
    template: { Resources: {} },
    acknowledgements: [],
  })),
).before;

const idle = requests('fargate', 'nothing, or only zeros', '^(\\S+\\s+0(\\.0)?\\s*)*$');

test.each<[name: string, check: Check | undefined, output: string, expected: boolean]>([
  ['App Runner that runs', runs('apprunner'), 'RUNNING', true],
  ['App Runner that changes', runs('apprunner'), 'OPERATION_IN_PROGRESS', false],
  ['all tasks of two services', runs('fargate'), 'app\t2\t2\tCOMPLETED\nchroma\t1\t1\tCOMPLETED', true],
  ['a service that lacks a task', runs('fargate'), 'app\t1\t2\tCOMPLETED\nchroma\t1\t1\tCOMPLETED', false],
  ['a rollout in progress', runs('fargate'), 'app\t2\t2\tIN_PROGRESS', false],
  ['no service', runs('fargate'), '', false],
  ['healthy tasks', answers('fargate')[0], 'healthy\thealthy', true],
  ['a task that is not healthy', answers('fargate')[0], 'healthy\tinitial', false],
  [
    'a database with a standby',
    databaseIs('DBInstanceStatus,MultiAZ', 'available  True'),
    'available\tTrue',
    true,
  ],
  [
    'a database that changes',
    databaseIs('DBInstanceStatus,MultiAZ', 'available  True'),
    'modifying\tFalse',
    false,
  ],
  ['no requests', idle, '', true],
  ['zeros', idle, '2026-11-23T10:00:00Z\t0.0\n2026-11-23T10:01:00Z\t0.0', true],
  ['one request', idle, '2026-11-23T10:00:00Z\t0.0\n2026-11-23T10:01:00Z\t1.0', false],
  ['the stacks of the file', stacks, 'shop-network\tshop-data', true],
  ['the stack of an earlier target', stacks, 'shop-network\tshop-data\tshop-service-ec2', false],
])('a check that finds %s: %#', (_, check, output, expected) => {
  if (check?.matches === undefined) throw new Error('The check matches nothing.');
  expect(holds(check.matches, output)).toBe(expected);
});
