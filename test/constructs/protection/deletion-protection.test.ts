import { protectFromDeletion } from '../../../constructs/protection/deletion-protection.lambda';
import { eventOf, stackIn, type Request } from '../../setup/custom-resources';
import { pointSdkAt, startFakeAws, type Answer, type Call } from '../fake-aws';

/* RDS, Elastic Load Balancing and CloudFormation are made up; handler and SDK are real. */

const arn = (name: string) =>
  `arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/${name}/1`;
const properties = {
  Protected: 'true',
  DatabaseInstance: 'db-1',
  Region: 'eu-west-1',
  HoldsDatabase: 'true',
  RefusesDeletion: 'true',
  LoadBalancers: [arn('one'), arn('two')],
};

const error = (Code: string): Answer => ({
  status: 400,
  body: `<ErrorResponse><Error><Code>${Code}</Code><Message>${Code}</Message></Error></ErrorResponse>`,
});
const database = (isProtected: boolean): Answer => ({
  body: `<DescribeDBInstancesResponse><DescribeDBInstancesResult><DBInstances><DBInstance><DeletionProtection>${String(isProtected)}</DeletionProtection></DBInstance></DBInstances></DescribeDBInstancesResult></DescribeDBInstancesResponse>`,
});

let aws: Awaited<ReturnType<typeof startFakeAws>>;
let answers: Record<string, Answer | ((call: Call) => Answer)>;

beforeAll(async () => {
  aws = await startFakeAws((call) => {
    const answer = answers[call.operation] ?? {
      body: `<${call.operation}Response><${call.operation}Result/></${call.operation}Response>`,
    };
    return typeof answer === 'function' ? answer(call) : answer;
  });
  pointSdkAt(aws.url);
});
afterAll(() => aws.close());
beforeEach(() => {
  aws.calls.length = 0;
  answers = {};
});

const run = (request: Request) => protectFromDeletion(eventOf(request));
/** What was switched, in order, as in `db-1 true`. */
const switched = () =>
  aws.calls.flatMap(({ operation, body }) => {
    const sent = new URLSearchParams(body);
    if (operation === 'ModifyDBInstance')
      return [`${sent.get('DBInstanceIdentifier') ?? ''} ${sent.get('DeletionProtection') ?? ''}`];
    if (operation !== 'ModifyLoadBalancerAttributes') return [];
    expect(sent.get('Attributes.member.1.Key')).toBe('deletion_protection.enabled');
    const name = sent.get('LoadBalancerArn')?.split('/').at(-2) ?? '';
    return [`${name} ${sent.get('Attributes.member.1.Value') ?? ''}`];
  });

describe('a stack that is complete', () => {
  test('gets protection for its database and its load balancers', async () => {
    await run({ type: 'Create', properties });
    expect(switched()).toEqual(['db-1 true', 'one true', 'two true']);
  });

  test('gets none when the deployment file opts out', async () => {
    await run({ type: 'Create', properties: { ...properties, Protected: 'false' } });
    expect(switched()).toEqual(['db-1 false', 'one false', 'two false']);
  });

  test('does not touch a database that another stack holds', async () => {
    await run({ type: 'Create', properties: { ...properties, HoldsDatabase: 'false' } });
    expect(switched()).toEqual(['one true', 'two true']);
  });

  test('takes a load balancer that is missing for an error', async () => {
    answers.ModifyLoadBalancerAttributes = error('LoadBalancerNotFound');
    await expect(run({ type: 'Create', properties })).rejects.toThrow('LoadBalancerNotFound');
  });
});

describe('an update', () => {
  test('takes the protection from a load balancer that it removes', async () => {
    const update = { type: 'Update', oldProperties: properties } as const;
    await run({ ...update, properties: { ...properties, LoadBalancers: [arn('two')] } });
    expect(switched()).toEqual(['db-1 true', 'two true', 'one false']);
  });

  test.each([{}, { LoadBalancers: 'none' }])(
    'from properties of another version, %j, switches what is there',
    async (oldProperties) => {
      await run({ type: 'Update', properties, oldProperties });
      expect(switched()).toEqual(['db-1 true', 'one true', 'two true']);
    },
  );
});

describe('a deletion', () => {
  beforeEach(() => {
    answers.DescribeStacks = stackIn('DELETE_IN_PROGRESS');
  });

  test('is refused while the database is protected, with the command that allows it', async () => {
    answers.DescribeDBInstances = database(true);
    await expect(run({ type: 'Delete', properties })).rejects.toThrow(
      'aws rds modify-db-instance --db-instance-identifier db-1 --region eu-west-1 --no-deletion-protection --apply-immediately',
    );
    expect(switched()).toEqual([]);
  });

  test('of a stack that refuses none takes the protection from its load balancers', async () => {
    answers.DescribeDBInstances = database(true);
    await run({ type: 'Delete', properties: { ...properties, RefusesDeletion: 'false' } });
    expect(switched()).toEqual(['one false', 'two false']);
  });

  test.each([
    ['is no longer protected', database(false)],
    ['no longer exists', error('DBInstanceNotFound')],
  ])('takes the protection from the load balancers when the database %s', async (_, answer) => {
    answers.DescribeDBInstances = answer;
    await run({ type: 'Delete', properties });
    expect(switched()).toEqual(['one false', 'two false']);
  });

  test('that is repeated finds no load balancer, and succeeds', async () => {
    answers = { ...answers, DescribeDBInstances: database(false) };
    answers.ModifyLoadBalancerAttributes = error('LoadBalancerNotFound');
    await run({ type: 'Delete', properties });
    expect(switched()).toEqual(['one false', 'two false']);
  });

  test('fails when RDS does not say whether the database is protected', async () => {
    answers.DescribeDBInstances = error('AccessDenied');
    await expect(run({ type: 'Delete', properties })).rejects.toThrow('AccessDenied');
  });
});

test('a first deployment that fails can be deleted: its protection is switched off, and nothing is refused', async () => {
  answers = { DescribeStacks: stackIn('ROLLBACK_IN_PROGRESS'), DescribeDBInstances: database(true) };
  await run({ type: 'Delete', properties });
  expect(switched()).toEqual(['db-1 false', 'one false', 'two false']);
});

test('a first deployment that fails before the database exists can be deleted', async () => {
  answers = {
    DescribeStacks: stackIn('ROLLBACK_IN_PROGRESS'),
    ModifyDBInstance: error('DBInstanceNotFound'),
  };
  await run({ type: 'Delete', properties });
  expect(switched()).toEqual(['db-1 false', 'one false', 'two false']);
});

test.each(['UPDATE_ROLLBACK_IN_PROGRESS', 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS'])(
  'the protection stays while the stack stays: %s',
  async (status) => {
    answers = { DescribeStacks: stackIn(status), DescribeDBInstances: database(true) };
    await run({ type: 'Delete', properties });
    expect(switched()).toEqual([]);
  },
);
