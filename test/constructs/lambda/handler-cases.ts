import { customResource } from '../../../constructs/lambda/custom-resource';
import type { Answer, Call } from '../fake-aws';
import type { ResourceHandler } from '../../setup/custom-resources';

// Handlers read their environment when they are loaded.
Object.assign(process.env, {
  AWS_MAX_ATTEMPTS: '1',
  LOGIN_SECRET: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:login',
  MASTER_SECRET: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:master',
  DATABASE_HOST: 'db.example',
  DATABASE_PORT: '5432',
  DATABASE_NAME: 'shop',
});

/** How a handler is tried. */
export interface HandlerCase {
  /** Loaded when it is used: a handler makes its AWS clients then. */
  readonly load: () => Promise<ResourceHandler>;
  /** What the product writes now, as CloudFormation hands it over: every number and boolean as text. */
  readonly properties: Readonly<Record<string, unknown>>;
  /** Other sets of properties that an earlier version of the product wrote. */
  readonly earlier: readonly Readonly<Record<string, unknown>>[];
  /** Operations that only read; a deletion and a rollback may make no other call. */
  readonly reads: readonly string[];
  /** What AWS answers when all is well. CloudFormation is answered for by the test. */
  readonly aws: (call: Call) => Answer;
  /** The deployment goes on when AWS refuses or does not answer. @default false */
  readonly survivesRefusal?: boolean;
  /** Attributes that the resource has. @default - none */
  readonly attributes?: Readonly<Record<string, string>>;
}

const taskArn = 'arn:aws:ecs:eu-west-1:111122223333:task/cluster/0123abcd';
const migration = {
  Cluster: 'cluster',
  CapacityProvider: 'FARGATE',
  TaskDefinition: 'shop:2',
  Container: 'app',
  Command: ['migrate'],
  LogGroup: 'shop-log',
  LogStreamPrefix: 'task',
};

/** The database behind the login; rotation.test.ts has a real one. */
export const database = { establish: (): Promise<void> => Promise.resolve() };

/** Handlers that CloudFormation does not call; tests of their constructs try them. */
export const otherHandlers: readonly string[] = ['alarms/record-event', 'alarms/webhook'];

/** Every handler of a custom resource, by its file without `.lambda.ts`. */
export const handlerCases: Readonly<Record<string, HandlerCase>> = {
  'account/service-linked-roles': {
    load: async () => (await import('../../../constructs/account/service-linked-roles.lambda.js')).handler,
    properties: { Roles: [{ Service: 'ecs.amazonaws.com', Role: 'AWSServiceRoleForECS' }] },
    earlier: [],
    reads: ['GetRole'],
    survivesRefusal: true,
    aws: () => ({
      body: '<GetRoleResponse><GetRoleResult><Role><RoleName>AWSServiceRoleForECS</RoleName></Role></GetRoleResult></GetRoleResponse>',
    }),
  },
  'alarms/empty-artifacts': {
    load: async () => (await import('../../../constructs/alarms/empty-artifacts.lambda.js')).handler,
    properties: { Bucket: 'artifacts' },
    earlier: [],
    reads: ['GET'],
    // Only a deletion calls AWS.
    survivesRefusal: true,
    aws: () => ({ body: '<ListBucketResult></ListBucketResult>' }),
  },
  'apprunner/log-retention': {
    load: async () => (await import('../../../constructs/apprunner/log-retention.lambda.js')).handler,
    properties: { LogGroups: ['/aws/apprunner/shop/1/application'], RetentionDays: '30' },
    earlier: [],
    reads: [],
    aws: () => ({ body: {} }),
  },
  'data/database-login': {
    load: async () => {
      const { firstLogin } = await import('../../../constructs/data/database-login.lambda.js');
      return customResource(firstLogin(() => database.establish()));
    },
    properties: { Host: 'db.example' },
    earlier: [],
    reads: [],
    aws: () => ({}),
  },
  'ingress/cloudfront-security-group': {
    load: async () =>
      (await import('../../../constructs/ingress/cloudfront-security-group.lambda.js')).handler,
    properties: { VpcId: 'vpc-1', VpcOriginId: 'vo-1' },
    earlier: [],
    reads: ['DescribeSecurityGroups'],
    aws: () => ({
      body: '<DescribeSecurityGroupsResponse><securityGroupInfo><item><groupId>sg-cloudfront</groupId></item></securityGroupInfo></DescribeSecurityGroupsResponse>',
    }),
    attributes: { GroupId: 'sg-cloudfront' },
  },
  'protection/deletion-protection': {
    load: async () => (await import('../../../constructs/protection/deletion-protection.lambda.js')).handler,
    properties: {
      Protected: 'true',
      DatabaseInstance: 'db-1',
      Region: 'eu-west-1',
      HoldsDatabase: 'true',
      RefusesDeletion: 'true',
      LoadBalancers: ['arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/1'],
    },
    earlier: [],
    reads: ['DescribeDBInstances'],
    aws: ({ operation }) => ({
      body: `<${operation}Response><${operation}Result/></${operation}Response>`,
    }),
  },
  'release/run-task': {
    load: async () => (await import('../../../constructs/release/run-task.lambda.js')).handler,
    properties: { ...migration, Network: { Subnets: ['subnet-1'], SecurityGroup: 'sg-1' } },
    earlier: [{ ...migration, Subnets: ['subnet-1'], SecurityGroup: 'sg-1' }],
    reads: [],
    aws: ({ operation }) => ({
      body:
        operation === 'RunTask'
          ? { tasks: [{ taskArn }] }
          : { tasks: [{ taskArn, lastStatus: 'STOPPED', containers: [{ name: 'app', exitCode: 0 }] }] },
    }),
  },
  'release/static-assets': {
    load: async () => (await import('../../../constructs/release/static-assets.lambda.js')).handler,
    properties: { Bucket: 'files', Prefix: 'assets', Directory: `${__dirname}/assets`, Files: 'layer:1' },
    earlier: [],
    reads: [],
    aws: () => ({}),
  },
};
