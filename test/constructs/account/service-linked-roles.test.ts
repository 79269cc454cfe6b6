import { ensureRoles } from '../../../constructs/account/service-linked-roles.lambda';
import { serviceLinkedRoles } from '../../../lib/account/service-linked-roles';
import { eventOf, type Request } from '../../setup/custom-resources';
import { nameOf, ofType, shopNames, shopOf } from '../../setup/every-deployment';
import { pointSdkAt, startFakeAws, type Answer, type Call } from '../fake-aws';

/* IAM is made up: an account with some of the roles. */

const ecs = { Service: 'ecs.amazonaws.com', Role: 'AWSServiceRoleForECS' };
const rds = { Service: 'rds.amazonaws.com', Role: 'AWSServiceRoleForRDS' };
const properties = { Roles: [ecs, rds] };

const error = (Code: string, Message = Code, status = 400): Answer => ({
  status,
  body: `<ErrorResponse><Error><Code>${Code}</Code><Message>${Message}</Message></Error></ErrorResponse>`,
});
const role = (operation: string): Answer => ({
  body: `<${operation}Response><${operation}Result><Role><RoleName>role</RoleName></Role></${operation}Result></${operation}Response>`,
});

let aws: Awaited<ReturnType<typeof startFakeAws>>;
let existing: string[] | 'not readable';
let creation: (call: Call) => Answer;

beforeAll(async () => {
  aws = await startFakeAws((call) => {
    if (call.operation === 'CreateServiceLinkedRole') return creation(call);
    if (existing === 'not readable') return error('AccessDenied', 'not authorized to perform iam:GetRole');
    const name = new URLSearchParams(call.body).get('RoleName') ?? '';
    return existing.includes(name) ? role('GetRole') : error('NoSuchEntity', 'no role', 404);
  });
  pointSdkAt(aws.url);
});
afterAll(() => aws.close());
beforeEach(() => {
  aws.calls.length = 0;
  existing = [];
  creation = () => role('CreateServiceLinkedRole');
});

async function run(request: Request, leftMs = 115_000): Promise<{ readonly pausedMs: number }> {
  let pausedMs = 0;
  await ensureRoles((ms) => Promise.resolve((pausedMs += ms)))(eventOf(request), () => leftMs);
  return { pausedMs };
}
let warnings: jest.SpiedFunction<typeof console.warn>;
beforeEach(() => {
  warnings = jest.spyOn(console, 'warn').mockReturnValue();
});
afterEach(() => jest.restoreAllMocks());
const created = () =>
  aws.calls
    .filter(({ operation }) => operation === 'CreateServiceLinkedRole')
    .map(({ body }) => new URLSearchParams(body).get('AWSServiceName'));

test.each(['Create', 'Update'] as const)(
  '%s: a new account gets every role, and IAM the time to apply them',
  async (type) => {
    const { pausedMs } = await run({ type, properties });
    expect(created()).toEqual(['ecs.amazonaws.com', 'rds.amazonaws.com']);
    expect(pausedMs).toBeGreaterThanOrEqual(10_000);
  },
);

test('an account that has the roles gets none, and waits for nothing', async () => {
  existing = [ecs.Role, rds.Role];
  await expect(run({ type: 'Create', properties })).resolves.toEqual({ pausedMs: 0 });
  expect(created()).toEqual([]);
});

test('a role that another deployment makes at the same moment is no error', async () => {
  creation = () =>
    error(
      'InvalidInput',
      `Service role name ${ecs.Role} has been taken in this account, please try a different suffix.`,
    );
  await expect(run({ type: 'Create', properties })).resolves.toEqual({ pausedMs: 0 });
});

describe('a role that cannot be made', () => {
  const message = 'not authorized to perform iam:CreateServiceLinkedRole';
  const warned = (reason: string) => ({
    message: `The role AWSServiceRoleForRDS could not be read or made: ${reason}. If a resource of rds.amazonaws.com fails, let an administrator run: aws iam create-service-linked-role --aws-service-name rds.amazonaws.com`,
  });
  beforeEach(() => {
    existing = [ecs.Role];
  });

  test('does not stop the deployment: the log has the command for an administrator', async () => {
    creation = () => error('InvalidInput', 'no such service');
    await expect(run({ type: 'Create', properties })).resolves.toEqual({ pausedMs: 0 });
    expect(warnings.mock.calls).toEqual([[warned('no such service')]]);
  });

  test('is tried again while IAM may not yet apply the right', async () => {
    creation = () => error('AccessDenied', message);
    await expect(run({ type: 'Create', properties })).rejects.toThrow(message);
    expect(warnings).not.toHaveBeenCalled();
  });

  test('does not stop the deployment when the right is denied for good', async () => {
    creation = () => error('AccessDenied', message);
    await expect(run({ type: 'Create', properties }, 59_000)).resolves.toEqual({ pausedMs: 0 });
    expect(warnings.mock.calls).toEqual([[warned(message)]]);
  });

  test('does not keep the others from being made', async () => {
    existing = [];
    creation = ({ body }) =>
      body.includes('ecs.') ? error('InvalidInput', 'no such service') : role('CreateServiceLinkedRole');
    const { pausedMs } = await run({ type: 'Create', properties });
    expect(pausedMs).toBeGreaterThanOrEqual(10_000);
    expect(created()).toEqual(['ecs.amazonaws.com', 'rds.amazonaws.com']);
  });
});

test('a role that cannot be read is not taken for one that is missing', async () => {
  existing = 'not readable';
  await run({ type: 'Create', properties }, 59_000);
  expect(created()).toEqual([]);
  expect(warnings).toHaveBeenCalledTimes(2);
});

test('nothing is deleted with the stack: other resources of the account use the roles', async () => {
  await run({ type: 'Delete', properties });
  expect(aws.calls).toEqual([]);
});

describe.each(shopNames)('%s', (name) => {
  const shop = shopOf(name);

  test('makes the roles of every service it uses, in its first stack', () => {
    const [resource, ...others] = ofType(shop, 'Custom::ServiceLinkedRoles');
    expect(others).toEqual([]);
    expect(resource?.stack).toBe('network');
    const services = (resource?.Properties.Roles as { Service: string }[]).map(({ Service }) => Service);
    const needed = Object.entries(servicesOf)
      .filter(([type]) => ofType(shop, type).length > 0)
      .map(([, service]) => service);
    expect(services).toEqual(expect.arrayContaining(needed));
  });

  test('may make these roles and no other', () => {
    const statements = ofType(shop, 'AWS::IAM::Policy')
      .flatMap(
        ({ Properties }) => (Properties.PolicyDocument as { Statement: Record<string, unknown>[] }).Statement,
      )
      .filter(({ Action }) => [Action].flat().includes('iam:CreateServiceLinkedRole'));
    expect(statements).toHaveLength(1);
    const [{ Resource, Condition } = {}] = statements;
    expect(Resource).toHaveLength(serviceLinkedRoles.length);
    expect(JSON.stringify(Resource)).not.toContain('*');
    expect(Condition).toEqual({
      StringEquals: { 'iam:AWSServiceName': serviceLinkedRoles.map(({ service }) => service) },
    });
  });

  test('has no resource that fails when a role exists', () => {
    expect(ofType(shop, 'AWS::IAM::ServiceLinkedRole').map(nameOf)).toEqual([]);
  });
});

/** The service whose role each type of resource needs. */
const servicesOf: Readonly<Record<string, string>> = {
  'AWS::ApplicationAutoScaling::ScalableTarget': 'ecs.application-autoscaling.amazonaws.com',
  'AWS::AutoScaling::AutoScalingGroup': 'autoscaling.amazonaws.com',
  'AWS::ECS::Cluster': 'ecs.amazonaws.com',
  'AWS::ECS::ExpressGatewayService': 'ecs.application-autoscaling.amazonaws.com',
  'AWS::ElastiCache::ReplicationGroup': 'elasticache.amazonaws.com',
  'AWS::ElasticLoadBalancingV2::LoadBalancer': 'elasticloadbalancing.amazonaws.com',
  'AWS::RDS::DBInstance': 'rds.amazonaws.com',
};
