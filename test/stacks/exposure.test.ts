import {
  nameOf,
  ofType,
  referred,
  shopNames,
  shopOf,
  type Resource,
  type Shop,
} from '../setup/every-deployment';

/* Who reaches what, in every stack of every deployment: the lists are complete, so a rule that a
   construct adds fails here until it is listed. */

const application = 'Application tasks';
const rotation = 'Keeper of the database login';
const loadBalancer = 'the load balancer';
const cloudFront = 'CloudFront';
const dynamicPorts = '32768-65535';

/** By the description of its security group: who may connect, and to which port. */
const mayConnect: Record<string, (shop: Shop) => readonly string[]> = {
  PostgreSQL: () => [`${application}: 5432`, `${rotation}: 5432`],
  Valkey: () => [`${application}: 6379`],
  'Vector files': () => ['Chroma server: 2049'],
  'Chroma server': () => [`${application}: 8000`],
  [application]: ({ deployment }) => [
    `${loadBalancer}: ${deployment.container.port}`,
    `${loadBalancer}: ${dynamicPorts}`,
  ],
  [rotation]: () => [],
  [loadBalancer]: () => [`${cloudFront}: 80`, `${cloudFront}: 443`],
  'AWS services, for callers inside the VPC': ({ deployment }) => [`${deployment.network.cidr}: 443`],
  'App Runner, for callers inside the VPC': ({ deployment }) => [`${deployment.network.cidr}: 443`],
  'Security Group for NAT instances': () => ['a private subnet: all'],
};

interface Rule {
  readonly GroupId?: unknown;
  readonly SourceSecurityGroupId?: unknown;
  readonly CidrIp?: string;
  readonly IpProtocol: string;
  readonly FromPort?: number;
  readonly ToPort?: number;
}

function groupName(group: Resource | undefined): string | undefined {
  if (group?.Type === 'Custom::CloudFrontSecurityGroup') return cloudFront;
  const description = group?.Properties.GroupDescription;
  if (typeof description !== 'string') return undefined;
  return description.startsWith('Automatically created Security Group for ELB') ? loadBalancer : description;
}

function privateCidrs(shop: Shop): unknown[] {
  return ofType(shop, 'AWS::EC2::Subnet')
    .filter(({ id }) => id.includes('privateSubnet'))
    .map(({ Properties }) => Properties.CidrBlock);
}

function source(shop: Shop, stack: string, rule: Rule): string {
  const { CidrIp, SourceSecurityGroupId, IpProtocol, FromPort, ToPort } = rule;
  const from = privateCidrs(shop).includes(CidrIp)
    ? 'a private subnet'
    : (CidrIp ?? groupName(referred(shop, stack, SourceSecurityGroupId)) ?? JSON.stringify(rule));
  if (IpProtocol === '-1') return `${from}: all`;
  return `${from}: ${FromPort === ToPort ? String(FromPort) : `${FromPort}-${ToPort}`}`;
}

/** Every inbound rule as "who connects to what on which port". */
function inboundRules(shop: Shop): { readonly to: string; readonly from: string }[] {
  const inline = ofType(shop, 'AWS::EC2::SecurityGroup').flatMap((group) =>
    ((group.Properties.SecurityGroupIngress ?? []) as Rule[]).map((rule) => ({
      to: groupName(group) ?? '',
      from: source(shop, group.stack, rule),
    })),
  );
  const separate = ofType(shop, 'AWS::EC2::SecurityGroupIngress').map(({ stack, Properties }) => {
    const rule = Properties as unknown as Rule;
    // Express makes its load balancer and the security group of it, so no template has the group.
    const to = JSON.stringify(rule.GroupId).includes('IngressPath.LoadBalancerSecurityGroups')
      ? loadBalancer
      : (groupName(referred(shop, stack, rule.GroupId)) ?? JSON.stringify(rule.GroupId));
    return { to, from: source(shop, stack, rule) };
  });
  return [...inline, ...separate];
}

describe.each(shopNames)('%s', (name) => {
  const shop = shopOf(name);

  test('every store, task and load balancer takes connections only from where it must', () => {
    const unlisted = inboundRules(shop).filter(({ to, from }) => !mayConnect[to]?.(shop).includes(from));
    expect(unlisted.map(({ to, from }) => `${to} takes connections from ${from}`)).toEqual([]);
  });

  test('the database takes connections from the application and its rotation', () => {
    const from = inboundRules(shop).filter(({ to }) => to === 'PostgreSQL');
    expect([...new Set(from.map((rule) => rule.from))].toSorted()).toEqual(mayConnect.PostgreSQL?.(shop));
  });

  test('every security group is one of those listed, so its rules are held', () => {
    const groups = ofType(shop, 'AWS::EC2::SecurityGroup').map((group) => groupName(group) ?? nameOf(group));
    expect(groups.filter((group) => !mayConnect[group])).toEqual([]);
  });

  test('the stores stand in the isolated tier, with no public address', () => {
    for (const type of ['AWS::RDS::DBSubnetGroup', 'AWS::ElastiCache::SubnetGroup'])
      for (const { Properties } of ofType(shop, type))
        for (const subnet of Properties.SubnetIds as unknown[])
          expect(JSON.stringify(subnet)).toContain('isolatedSubnet');
    for (const { Properties } of ofType(shop, 'AWS::EFS::MountTarget'))
      expect(JSON.stringify(Properties.SubnetId)).toContain('isolatedSubnet');
    for (const { Properties } of ofType(shop, 'AWS::RDS::DBInstance'))
      expect(Properties.PubliclyAccessible).toBe(false);
  });

  test('no load balancer is public, and no task has a public address', () => {
    for (const { Properties } of ofType(shop, 'AWS::ElasticLoadBalancingV2::LoadBalancer'))
      expect(Properties.Scheme).toBe('internal');
    for (const service of ofType(shop, 'AWS::ECS::Service'))
      expect(JSON.stringify(service.Properties.NetworkConfiguration ?? {})).not.toContain('ENABLED');
  });

  test('no bucket can be made public, and no policy of one allows everyone', () => {
    for (const { Properties } of ofType(shop, 'AWS::S3::Bucket'))
      expect(Properties.PublicAccessBlockConfiguration).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
    for (const { Properties } of ofType(shop, 'AWS::S3::BucketPolicy')) {
      const { Statement } = Properties.PolicyDocument as {
        Statement: { Effect: string; Principal: unknown }[];
      };
      const allowed = Statement.filter(({ Effect }) => Effect === 'Allow');
      expect(allowed.filter(({ Principal }) => JSON.stringify(Principal).includes('"*"'))).toEqual([]);
    }
  });

  test('the flow log records who talked to whom, accepted and refused', () => {
    expect(ofType(shop, 'AWS::EC2::FlowLog').map(({ Properties }) => Properties)).toEqual([
      expect.objectContaining({ TrafficType: 'ALL', ResourceType: 'VPC' }),
    ]);
  });
});
