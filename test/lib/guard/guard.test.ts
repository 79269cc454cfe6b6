import { risksBetween as risksOf } from '../../../lib/guard/guard';
import { renderRisks } from '../../../lib/guard/render';
import { stepsFor } from '../../../lib/guard/steps';
import type { PlannedStack, Template } from '../../../lib/plan/assembly';

/* Small templates, one for each kind of change that a service or CloudFormation refuses. */

const stack = (id: string, template: Partial<Template>): PlannedStack => ({
  id,
  name: `shop-${id}`,
  region: 'eu-west-1',
  description: '',
  terminationProtection: false,
  template: { Resources: {}, ...template },
  acknowledgements: [],
});
const outputOf = (id: string, output: string) => ({
  'Fn::GetStackOutput': { StackName: `shop-${id}`, OutputName: output, Region: 'eu-west-1' },
});
const reader = (id: string, ...values: object[]) =>
  stack(id, { Resources: { Reader: { Type: 'AWS::SSM::Parameter', Properties: { Value: values } } } });
const risksBetween = (before: PlannedStack[], after: PlannedStack[]) =>
  risksOf({ stacks: before }, { stacks: after });
const mine = { context: 'mine' };
const kinds = (before: PlannedStack[], after: PlannedStack[]) =>
  risksBetween(before, after).map(({ kind, resources }) => `${kind}: ${resources.join(' ')}`);

const cache = stack('data', {
  Resources: {
    Cache: { Type: 'AWS::ElastiCache::ReplicationGroup', Properties: { CacheNodeType: 'cache.t4g.micro' } },
  },
  Outputs: { CacheUrl: { Value: { 'Fn::GetAtt': ['Cache', 'PrimaryEndPoint.Address'] } } },
});
const usesCache = reader('service-fargate', outputOf('data', 'CacheUrl'));

describe('stores and other parts that another stack uses', () => {
  test('a store that the deployed tasks use is not removed', () => {
    const [risk, ...others] = risksBetween(
      [cache, usesCache],
      [stack('data', {}), reader('service-fargate')],
    );
    expect(others).toEqual([]);
    expect(risk).toMatchObject({
      kind: 'store-in-use',
      stack: 'data',
      resources: ['Cache'],
      readers: ['service-fargate'],
    });
    expect(risk?.message).toContain('the deployed version of service-fargate still uses it');
  });

  test('it may be removed once the deployed tasks no longer use it', () => {
    expect(kinds([cache, reader('service-fargate')], [stack('data', {}), reader('service-fargate')])).toEqual(
      [],
    );
  });

  test('an output that the deployed version reads does not vanish, even if its resource stays', () => {
    const silent = stack('data', { Resources: cache.template.Resources });
    expect(kinds([cache, usesCache], [silent, reader('service-fargate')])).toEqual(['output-in-use: Cache']);
  });

  test('a security group that others use is not replaced', () => {
    const group = (GroupDescription: string) =>
      stack('data', {
        Resources: { Group: { Type: 'AWS::EC2::SecurityGroup', Properties: { GroupDescription } } },
        Outputs: { GroupId: { Value: { 'Fn::GetAtt': ['Group', 'GroupId'] } } },
      });
    const uses = reader('service-fargate', outputOf('data', 'GroupId'));
    expect(kinds([group('one'), uses], [group('another'), uses])).toEqual(['replaced-while-read: Group']);
  });

  test('a resource that holds data is never replaced', () => {
    const files = (PerformanceMode: string) =>
      stack('data', {
        Resources: { Files: { Type: 'AWS::EFS::FileSystem', Properties: { PerformanceMode } } },
      });
    expect(kinds([files('generalPurpose')], [files('maxIO')])).toEqual(['data-replaced: Files']);
  });

  test('a replacement in one stack is followed into the next one', () => {
    const network = (CidrBlock: string) =>
      stack('network', {
        Resources: { Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock } } },
        Outputs: { VpcId: { Value: { Ref: 'Vpc' } } },
      });
    const data = stack('data', {
      Resources: {
        Group: { Type: 'AWS::EC2::SecurityGroup', Properties: { VpcId: outputOf('network', 'VpcId') } },
      },
      Outputs: { GroupId: { Value: { 'Fn::GetAtt': ['Group', 'GroupId'] } } },
    });
    const uses = reader('service-fargate', outputOf('data', 'GroupId'));
    expect(kinds([network('10.0.0.0/16'), data, uses], [network('10.1.0.0/16'), data, uses])).toEqual([
      'replaced-while-read: Vpc',
      'replaced-while-read: Group',
    ]);
  });

  test('a secret does not get another value by a change of its length', () => {
    const secret = (PasswordLength: number) =>
      stack('data', {
        Resources: {
          Key: {
            Type: 'AWS::SecretsManager::Secret',
            Properties: { GenerateSecretString: { PasswordLength } },
          },
        },
      });
    expect(kinds([secret(32)], [secret(64)])).toEqual(['secret-regenerated: Key']);
  });
});

const elb = 'AWS::ElasticLoadBalancingV2';
const ingress = (change: {
  scheme?: string;
  port?: number;
  targetPort?: number;
  policy?: string;
  strategy?: string;
  weight?: number;
}): PlannedStack => {
  const {
    scheme = 'internal',
    port = 80,
    targetPort = 8080,
    policy = 'http-only',
    strategy,
    weight,
  } = change;
  return stack('service-fargate', {
    Resources: {
      Balancer: { Type: `${elb}::LoadBalancer`, Properties: { Scheme: scheme } },
      Listener: {
        Type: `${elb}::Listener`,
        Properties: { LoadBalancerArn: { Ref: 'Balancer' }, Port: port, Protocol: 'HTTP' },
      },
      Group: { Type: `${elb}::TargetGroup`, Properties: { Port: targetPort } },
      Rule: {
        Type: `${elb}::ListenerRule`,
        Properties: {
          ListenerArn: { Ref: 'Listener' },
          Actions: [{ Type: 'forward', TargetGroupArn: { Ref: 'Group' }, Weight: weight }],
        },
      },
      Origin: {
        Type: 'AWS::CloudFront::VpcOrigin',
        Properties: { VpcOriginEndpointConfig: { Arn: { Ref: 'Balancer' }, OriginProtocolPolicy: policy } },
      },
      ...(strategy && {
        Service: {
          Type: 'AWS::ECS::Service',
          Properties: { DeploymentConfiguration: { Strategy: strategy } },
        },
      }),
    },
    Outputs: {
      OriginId: { Value: { 'Fn::GetAtt': ['Origin', 'Id'] } },
      Address: { Value: { 'Fn::GetAtt': ['Balancer', 'DNSName'] } },
    },
  });
};
const edge = reader('edge', outputOf('service-fargate', 'OriginId'), outputOf('service-fargate', 'Address'));
const ingressKinds = (before: object, after: object) =>
  kinds([ingress(before), edge], [ingress(after), edge]);

describe('the way of a request', () => {
  test('a VPC origin in use is not changed', () => {
    expect(ingressKinds({}, { policy: 'https-only' })).toEqual(['origin-in-use: Origin']);
  });

  test('a listener that CloudFront uses keeps its port', () => {
    expect(ingressKinds({}, { port: 443 })).toEqual(['listener-in-use: Listener']);
  });

  test('a target group is not shared by the old and the new load balancer', () => {
    expect(ingressKinds({}, { scheme: 'internet-facing' })).toContain('target-group-shared: Group Balancer');
  });

  test('a target group is not replaced under its only rule', () => {
    expect(ingressKinds({}, { targetPort: 5000 })).toEqual(['traffic-cut: Rule Group']);
  });

  test('a rule whose weights ECS moves is not touched; with a rolling service it may be', () => {
    const blueGreen = { strategy: 'BLUE_GREEN' };
    expect(ingressKinds(blueGreen, { ...blueGreen, weight: 1 })).toEqual(['rule-in-rollout: Rule']);
    expect(ingressKinds({ strategy: 'ROLLING' }, { strategy: 'ROLLING', weight: 1 })).toEqual([]);
  });
});

describe('stacks', () => {
  const cluster = (dependsOn: string[]) =>
    stack('service-fargate', {
      Resources: {
        Capacity: { Type: 'AWS::ECS::ClusterCapacityProviderAssociations' },
        Gate: { Type: 'AWS::SSM::Parameter', DependsOn: 'Capacity' },
        Service: {
          Type: 'AWS::ECS::Service',
          Properties: { CapacityProviderStrategy: [{ CapacityProvider: 'FARGATE' }] },
          DependsOn: dependsOn,
        },
      },
    });

  test('a service depends on the capacity of its cluster, directly or not', () => {
    expect(kinds([], [cluster([])])).toEqual(['capacity-before-service: Service Capacity']);
    expect(kinds([], [cluster(['Capacity'])])).toEqual([]);
    expect(kinds([], [cluster(['Gate'])])).toEqual([]);
  });

  test('a target that receives traffic does not leave the deployment', () => {
    expect(kinds([ingress({}), edge], [reader('edge')])).toEqual(['stack-left: ']);
  });

  test('another name, account or region is another deployment', () => {
    const elsewhere = { ...cache, name: 'other-data' };
    expect(kinds([cache], [elsewhere])).toEqual(['another-deployment: ']);
  });
});

describe('the way out', () => {
  const removal = risksBetween([cache, usesCache], [stack('data', {}), reader('service-fargate')]);

  test('of a removal: first the stack that uses the part, alone, then all', () => {
    expect(stepsFor(removal, mine)?.flatMap(({ commands }) => commands)).toEqual([
      'npx cdk deploy service-fargate --exclusively --context deployment=mine',
      'npx cdk deploy --all --context deployment=mine',
    ]);
    expect(renderRisks(removal, mine)).toContain('  1. Deploy service-fargate alone');
  });

  test('of a change that no order makes safe: another deployment', () => {
    const change = risksBetween([cache], [{ ...cache, name: 'other-data' }]);
    expect(stepsFor(change, mine)).toBeUndefined();
    expect(renderRisks(change, mine)).toContain('No order of deployments makes all of this safe.');
  });

  test('of a safe change: none is needed', () => {
    expect(renderRisks([], mine)).toContain('safe in one `cdk deploy --all`');
  });
});
