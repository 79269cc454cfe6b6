import {
  nameOf,
  ofType,
  referred,
  shopNames,
  shopOf,
  type Resource,
  type Shop,
} from '../setup/every-deployment';

/* How the application runs on every target of every deployment. */

interface Container {
  readonly Name: string;
  readonly StopTimeout?: number;
  readonly ReadonlyRootFilesystem?: boolean;
  readonly User?: string;
}

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
}

const containersOf = ({ Properties }: Resource) => Properties.ContainerDefinitions as Container[];
const runsApplication = (definition: Resource) =>
  containersOf(definition).some(({ Name }) => Name === 'app' || Name === 'Main');
const applicationDefinitions = (shop: Shop) =>
  ofType(shop, 'AWS::ECS::TaskDefinition').filter(runsApplication);

/** The other service of ECS is Chroma. */
const behindLoadBalancer = ({ Type, Properties }: Resource) =>
  Type === 'AWS::ECS::Service' && ((Properties.LoadBalancers ?? []) as unknown[]).length > 0;

/** Roles that the application itself acts with. */
function applicationRoles(shop: Shop): Resource[] {
  const tasks = applicationDefinitions(shop).map(({ stack, Properties }) =>
    referred(shop, stack, Properties.TaskRoleArn),
  );
  const instances = ofType(shop, 'AWS::AppRunner::Service').map(({ stack, Properties }) =>
    referred(shop, stack, (Properties.InstanceConfiguration as { InstanceRoleArn: unknown }).InstanceRoleArn),
  );
  return [...tasks, ...instances].filter((role) => role !== undefined);
}

function statementsOf(shop: Shop, role: Resource): Statement[] {
  return ofType(shop, 'AWS::IAM::Policy')
    .filter(({ stack, Properties }) =>
      (Properties.Roles as unknown[]).some((each) => referred(shop, stack, each) === role),
    )
    .flatMap(({ Properties }) => (Properties.PolicyDocument as { Statement: Statement[] }).Statement);
}

/** Everything the application may do in AWS, and with what. A further right has to be added here. */
const rights: Record<string, RegExp> = {
  'bedrock:InvokeModel': /:(inference-profile|foundation-model)\/[\w.:-]+"/,
  'bedrock:InvokeModelWithResponseStream': /:(inference-profile|foundation-model)\/[\w.:-]+"/,
  's3:PutObject': /"\/\*"/,
  's3:AbortMultipartUpload': /"\/\*"/,
  'kms:GenerateDataKey': /Key/,
  'kms:Decrypt': /Key/,
};
/** App Runner reads secrets with the same role; elsewhere the execution role does. */
const appRunnerRights: typeof rights = { 'secretsmanager:GetSecretValue': /Secret/ };
/** With a shell, which `exec` opens: its channels take no resource, its log is one group. */
const shellRights: typeof rights = {
  'ssmmessages:CreateControlChannel': /"\*"/,
  'ssmmessages:CreateDataChannel': /"\*"/,
  'ssmmessages:OpenControlChannel': /"\*"/,
  'ssmmessages:OpenDataChannel': /"\*"/,
  'logs:DescribeLogGroups': /"\*"/,
  'logs:CreateLogStream': /ExecSessions/,
  'logs:DescribeLogStreams': /ExecSessions/,
  'logs:PutLogEvents': /ExecSessions/,
};

const hasShell = ({ deployment: { targets } }: Shop, stack: string) =>
  (stack === 'service-fargate' && targets.fargate?.exec === true) ||
  (stack === 'service-ec2' && targets.ec2?.exec === true);

describe.each(shopNames)('the application of %s', (name) => {
  const shop = shopOf(name);
  const { container, image, targets } = shop.deployment;

  test('may call its model, write exports and nothing else', () => {
    const roles = applicationRoles(shop);
    expect(roles.length).toBeGreaterThan(0);
    const unlisted = roles.flatMap((role) => {
      const allowed = {
        ...rights,
        ...(role.stack === 'service-apprunner' ? appRunnerRights : {}),
        ...(hasShell(shop, role.stack) ? shellRights : {}),
      };
      expect(role.Properties.ManagedPolicyArns ?? []).toEqual([]);
      expect(role.Properties.Policies ?? []).toEqual([]);
      return statementsOf(shop, role)
        .filter(({ Effect }) => Effect === 'Allow')
        .flatMap(({ Action, Resource }) => [Action].flat().map((action) => ({ action, Resource })))
        .filter(({ action, Resource }) => !allowed[action]?.test(JSON.stringify(Resource)))
        .map(({ action, Resource }) => `${nameOf(role)} may ${action} on ${JSON.stringify(Resource)}`);
    });
    expect(unlisted).toEqual([]);
  });

  test('goes back by itself when a new version does not become healthy', () => {
    const services = ofType(shop, 'AWS::ECS::Service');
    for (const { Properties } of services)
      expect(Properties.DeploymentConfiguration).toMatchObject({
        DeploymentCircuitBreaker: { Enable: true, Rollback: true },
      });
    const ecsTargets = [targets.fargate, targets.ec2].filter((target) => target !== undefined);
    expect(services.length).toBeGreaterThanOrEqual(ecsTargets.length);
  });

  test('keeps all its tasks until those of a new version are healthy', () => {
    const application = ofType(shop, 'AWS::ECS::Service').filter(behindLoadBalancer);
    for (const { Properties } of application)
      expect(Properties.DeploymentConfiguration).toMatchObject({
        MinimumHealthyPercent: 100,
        MaximumPercent: 200,
      });
  });

  test('is asked for its health at the path of the file', () => {
    const paths = [
      ...ofType(shop, 'AWS::ElasticLoadBalancingV2::TargetGroup').map(
        ({ Properties }) => Properties.HealthCheckPath,
      ),
      ...ofType(shop, 'AWS::ECS::ExpressGatewayService').map(({ Properties }) => Properties.HealthCheckPath),
      ...ofType(shop, 'AWS::AppRunner::Service').map(
        ({ Properties }) => (Properties.HealthCheckConfiguration as { Path: string }).Path,
      ),
    ];
    expect(paths.length).toBeGreaterThan(0);
    expect([...new Set(paths)]).toEqual([container.healthPath]);
  });

  test('has the seconds of the file between SIGTERM and SIGKILL, more than the 25 in which the shop drains', () => {
    const definitions = applicationDefinitions(shop).flatMap(containersOf);
    expect(definitions.map(({ StopTimeout }) => StopTimeout)).toEqual(
      definitions.map(() => container.stopTimeoutSeconds),
    );
    for (const { StopTimeout = 0 } of definitions) expect(StopTimeout).toBeGreaterThan(25);
  });

  test('is not root and cannot write to its own files', () => {
    for (const each of applicationDefinitions(shop).flatMap(containersOf))
      expect(each).toMatchObject({ ReadonlyRootFilesystem: true, User: container.user });
  });

  test('exports its data every night at 03:00 UTC, when it is the bundled shop', () => {
    const exports = ofType(shop, 'AWS::Scheduler::Schedule').filter(({ Properties }) =>
      JSON.stringify(Properties.Target).includes(String.raw`\"command\":[\"export\"]`),
    );
    const stacks = image === 'bundled' ? Object.keys(targets).map((target) => `service-${target}`) : [];
    expect(exports.map(({ stack }) => stack).toSorted()).toEqual(stacks.toSorted());
    for (const { Properties } of exports) {
      expect(Properties.ScheduleExpression).toBe('cron(0 3 * * ? *)');
      expect(Properties.State).not.toBe('DISABLED');
    }
  });

  test('is migrated before its first new task starts', () => {
    const gates = ofType(shop, 'Custom::Migration');
    expect(gates).toHaveLength(
      image === 'bundled' || container.migrateCommand ? Object.keys(targets).length : 0,
    );
    for (const { stack, id } of gates) {
      const service = shop.resources.find(
        (resource) =>
          resource.stack === stack &&
          (/^AWS::(AppRunner::Service|ECS::ExpressGatewayService)$/.test(resource.Type) ||
            behindLoadBalancer(resource)),
      );
      expect(service?.DependsOn).toContain(id);
    }
  });

  test('is renewed often enough to read each new database login', () => {
    const renewals = ofType(shop, 'AWS::Scheduler::Schedule').filter(({ Properties }) =>
      /updateService|startDeployment/.test(JSON.stringify(Properties.Target)),
    );
    expect(renewals).toHaveLength(Object.keys(targets).length);
  });
});
