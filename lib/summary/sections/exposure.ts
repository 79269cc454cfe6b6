import { entry, fact, facts, text } from '../facts';
import { compare } from '../references';
import { at, isRecord, listOf, ofType, type Resource, type Section } from '../resource';
import { principal, statements } from './permissions';

/** What the internet reaches, and which part may talk to which on which port. */
export const exposure: Section = {
  title: 'Exposure',
  lines: (resources) => [
    ...ofType(resources, 'AWS::EC2::SecurityGroup').flatMap((group) =>
      entry(`${group.name} (security group)`, securityGroup(group, resources)),
    ),
    ...ofType(resources, 'AWS::CloudFront::Distribution').flatMap(distribution),
    ...ofType(resources, 'AWS::WAFv2::WebACL').flatMap(firewall),
    ...ofType(resources, 'AWS::S3::BucketPolicy').flatMap(bucketPolicy),
    ...facts(resources, {
      'AWS::AppRunner::Service': ['NetworkConfiguration.IngressConfiguration.IsPubliclyAccessible'],
      'AWS::CertificateManager::Certificate': ['DomainName', 'SubjectAlternativeNames'],
      'AWS::CloudFront::ResponseHeadersPolicy': ['ResponseHeadersPolicyConfig'],
      'AWS::CloudFront::VpcOrigin': ['VpcOriginEndpointConfig'],
      'AWS::EC2::Instance': ['NetworkInterfaces'],
      'AWS::EC2::LaunchTemplate': [
        'LaunchTemplateData.NetworkInterfaces',
        'LaunchTemplateData.MetadataOptions',
      ],
      'AWS::ElasticLoadBalancingV2::Listener': [
        'Protocol',
        'Port',
        'SslPolicy',
        'Certificates',
        'DefaultActions',
      ],
      'AWS::ElasticLoadBalancingV2::ListenerRule': ['Priority', 'Conditions', 'Actions'],
      'AWS::ElasticLoadBalancingV2::LoadBalancer': ['Scheme', 'Type'],
      'AWS::RDS::DBInstance': ['PubliclyAccessible'],
      'AWS::Route53::RecordSet': ['Name', 'Type', 'HostedZoneId', 'AliasTarget.DNSName'],
      'AWS::S3::Bucket': ['PublicAccessBlockConfiguration'],
      'AWS::WAFv2::WebACLAssociation': ['ResourceArn', 'WebACLArn'],
      'Custom::CloudFrontSecurityGroup': ['Vpc', 'VpcId', 'Port', 'SecurityGroup'],
    }),
  ],
};

/** The rules inside the group and those that stand on their own. */
function securityGroup({ name, properties }: Resource, resources: readonly Resource[]): string[] {
  const own = (type: string) =>
    ofType(resources, type)
      .map((rule) => rule.properties)
      .filter((rule) => at(rule, 'GroupId') === name);
  const inbound = [
    ...listOf(at(properties, 'SecurityGroupIngress')),
    ...own('AWS::EC2::SecurityGroupIngress'),
  ];
  const outbound = [
    ...listOf(at(properties, 'SecurityGroupEgress')),
    ...own('AWS::EC2::SecurityGroupEgress'),
  ];
  return [
    ...inbound.map((rule) => `from ${peer(rule)} on ${ports(rule)}`).sort(compare),
    ...outbound
      .filter((rule) => at(rule, 'CidrIp') !== '255.255.255.255/32')
      .map((rule) => `to ${peer(rule)} on ${ports(rule)}`)
      .sort(compare),
  ];
}

const peer = (rule: unknown) =>
  text(
    [
      'CidrIp',
      'CidrIpv6',
      'SourceSecurityGroupId',
      'DestinationSecurityGroupId',
      'SourcePrefixListId',
      'DestinationPrefixListId',
    ]
      .map((key) => at(rule, key))
      .filter((value) => value !== undefined),
  );

function ports(rule: unknown): string {
  const protocol = at(rule, 'IpProtocol');
  const [from, to] = [at(rule, 'FromPort'), at(rule, 'ToPort')];
  if (protocol === '-1') return 'every port';
  return `${text(protocol)} ${from === to ? text(from) : `${text(from)} to ${text(to)}`}`;
}

function distribution({ name, properties }: Resource): string[] {
  const configuration = at(properties, 'DistributionConfig');
  const behaviours = [
    at(configuration, 'DefaultCacheBehavior'),
    ...listOf(at(configuration, 'CacheBehaviors')),
  ];
  const origins = listOf(at(configuration, 'Origins'));
  const idOf = (id: unknown) => `origin ${origins.findIndex((origin) => at(origin, 'Id') === id) + 1}`;
  return entry(`${name} (distribution)`, [
    ...[
      'Aliases',
      'PriceClass',
      'HttpVersion',
      'IPV6Enabled',
      'ViewerCertificate',
      'Restrictions',
      'WebACLId',
    ].flatMap((key) => fact(key, at(configuration, key))),
    ...origins.flatMap((origin, index) => {
      const shown = isRecord(origin) ? Object.entries(origin).filter(([key]) => key !== 'Id') : [];
      return fact(`origin ${index + 1}`, Object.fromEntries(shown));
    }),
    ...behaviours.map(
      (behaviour) =>
        `${text(at(behaviour, 'PathPattern') ?? 'every other path')}: ${idOf(at(behaviour, 'TargetOriginId'))}, ` +
        `${text(at(behaviour, 'AllowedMethods') ?? 'GET, HEAD')}, ${text(at(behaviour, 'ViewerProtocolPolicy'))}, ` +
        `cache policy ${cachePolicy(at(behaviour, 'CachePolicyId'))}`,
    ),
  ]);
}

/** AWS's own policies have fixed ids: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html */
const managedCachePolicies: Readonly<Record<string, string>> = {
  '4135ea2d-6df8-44a3-9df3-4b5a84be39ad': 'CachingDisabled',
  '658327ea-f89d-4fab-a63d-7e88639e58f6': 'CachingOptimized',
};

const cachePolicy = (id: unknown) => managedCachePolicies[text(id)] ?? text(id);

function firewall({ name, properties }: Resource): string[] {
  return entry(`${name} (firewall)`, [
    ...fact('Scope', at(properties, 'Scope')),
    ...fact('DefaultAction', at(properties, 'DefaultAction')),
    ...listOf(at(properties, 'Rules')).flatMap((rule) =>
      fact(text(at(rule, 'Name')), {
        Priority: at(rule, 'Priority'),
        Action: at(rule, 'Action') ?? at(rule, 'OverrideAction'),
        Statement: at(rule, 'Statement'),
      }),
    ),
  ]);
}

function bucketPolicy({ properties }: Resource): string[] {
  const allowed = statements(at(properties, 'PolicyDocument')).map((statement) => {
    const effect = String(at(statement, 'Effect')).toLowerCase();
    const actions = text(at(statement, 'Action'));
    return `${effect} ${actions} on ${text(at(statement, 'Resource'))} by ${principal(statement)}`;
  });
  return entry(`${text(at(properties, 'Bucket'))} (bucket policy)`, allowed.sort(compare));
}
