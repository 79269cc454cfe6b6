import { Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { DeploymentInput } from '../../lib/deployment/schema';
import { noCdn, noFirewall, ownDomain, testEdge, type TestEdge } from '../constructs/edge/test-edge';
import { appRunnerTarget, privateTarget, publicLoadBalancer } from '../constructs/edge/test-targets';
import { maskedTemplate } from '../setup/stack-tests';

const virginia = { region: 'us-east-1', zones: ['us-east-1a', 'us-east-1b'] };
const europe = { region: 'eu-west-1', zones: ['eu-west-1a', 'eu-west-1b'] };
const noCloudFront = { cdn: noCdn, loadBalancer: 'public' } as const;
const production = { domain: ownDomain };
const onAppRunner = { targets: { apprunner: {} }, live: 'apprunner', vectors: 'embedded' } as const;

/** Names that CloudFormation would give a resource as they stand here, not ones it makes up. */
function physicalNames({ sections }: TestEdge): string[] {
  return Object.values(sections.Resources).flatMap(({ Properties = {} }) => {
    const configs = Object.keys(Properties).filter((key) => key.endsWith('Config'));
    return [Properties, ...configs.map((key) => Properties[key] as Record<string, unknown>)].flatMap(
      ({ Name, LogGroupName }) => [Name, LogGroupName].filter((name) => typeof name === 'string'),
    );
  });
}

function outputOf({ sections }: TestEdge, name = 'ShopUrl'): unknown {
  return sections.Outputs[name]?.Value;
}

describe('where the edge stands', () => {
  test.each([europe, virginia])(
    'from $region the firewall, certificate and log stand in us-east-1',
    (aws) => {
      const edge = testEdge({ ...production, aws });
      expect(edge.stack.region).toBe('us-east-1');
      edge.template.resourceCountIs('AWS::CertificateManager::Certificate', 1);
      edge.template.resourceCountIs('AWS::Logs::Delivery', 1);
      edge.template.hasResourceProperties('AWS::WAFv2::WebACL', { Scope: 'CLOUDFRONT' });
    },
  );

  test('without CloudFront it stands beside the load balancer', () => {
    const edge = testEdge({ ...production, edge: noCloudFront }, publicLoadBalancer);
    expect(edge.stack.region).toBe('eu-west-1');
    edge.template.hasResourceProperties('AWS::WAFv2::WebACL', { Scope: 'REGIONAL' });
    edge.template.resourceCountIs('AWS::WAFv2::WebACLAssociation', 1);
  });

  test('it waits for the target and the data it points at', () => {
    const { stack } = testEdge();
    expect(stack.dependencies.map(({ stackName }) => stackName).toSorted()).toEqual([
      'shop-data',
      'shop-service',
    ]);
  });
});

describe('two deployments share no physical name', () => {
  test.each<[string, Partial<DeploymentInput>, Partial<DeploymentInput>]>([
    ['with different names', { name: 'shop' }, { name: 'staging' }],
    ['with one name in two regions', { aws: europe }, { aws: virginia }],
  ])('%s', (_, one, other) => {
    const names = [one, other].map((overrides) => physicalNames(testEdge(overrides)));
    const stackNames = [one, other].map((overrides) => testEdge(overrides).stack.stackName);
    expect(names.map(({ length }) => length)).toEqual([7, 7]);
    expect(new Set(names.flat()).size).toBe(new Set(names[0]).size + new Set(names[1]).size);
    expect(new Set(stackNames).size).toBe(2);
  });
});

describe('moving to another target', () => {
  const before = testEdge(production, privateTarget);
  const after = testEdge(production, publicLoadBalancer);

  test('changes the origin of the distribution and nothing else', () => {
    const withoutOrigins = ({ sections, distribution }: TestEdge) =>
      JSON.stringify(sections.Resources).replace(JSON.stringify(distribution.Origins), '');
    expect(withoutOrigins(after)).toEqual(withoutOrigins(before));
    expect(after.distribution.Origins).not.toEqual(before.distribution.Origins);
  });

  test('keeps the origins’ ids, so CloudFront changes them in place', () => {
    const ids = (edge: TestEdge) => edge.distribution.Origins.map(({ Id }) => Id);
    expect(ids(after)).toEqual(ids(before));
  });

  test('that takes another Host leaves the policy in use as it is until the origin has changed', () => {
    const policies = (edge: TestEdge) =>
      Object.keys(edge.template.findResources('AWS::CloudFront::CachePolicy'));
    const fromAppRunner = testEdge(production, appRunnerTarget);
    expect(policies(fromAppRunner)).not.toEqual(policies(after));
    expect(Object.keys(fromAppRunner.template.findResources('AWS::CloudFront::Distribution'))).toEqual(
      Object.keys(after.template.findResources('AWS::CloudFront::Distribution')),
    );
  });
});

describe('the address customers use', () => {
  test('is the domain', () => {
    expect(outputOf(testEdge(production))).toBe('https://shop.example.com');
  });

  test('is CloudFront’s own name without a domain', () => {
    expect(JSON.stringify(outputOf(testEdge()))).toMatch(/https:\/\/.*Distribution.*DomainName/);
  });

  test('is the domain without CloudFront as well, and leads to the load balancer', () => {
    const edge = testEdge({ ...production, edge: noCloudFront }, publicLoadBalancer);
    expect(outputOf(edge)).toBe('https://shop.example.com');
    edge.template.hasResourceProperties('AWS::Route53::RecordSet', {
      Name: 'shop.example.com.',
      AliasTarget: { DNSName: 'shop-123.eu-west-1.elb.amazonaws.com' },
    });
    edge.template.resourceCountIs('AWS::CloudFront::Distribution', 0);
  });

  test('comes with what to point it to, when its DNS is kept elsewhere', () => {
    const certificateArn =
      'arn:aws:acm:us-east-1:111122223333:certificate/0123abcd-0123-4567-89ab-0123456789ab';
    const edge = testEdge({ domain: { name: 'shop.example.com', certificateArn } });
    expect(outputOf(edge)).toBe('https://shop.example.com');
    expect(JSON.stringify(outputOf(edge, 'DnsTarget'))).toMatch(/Distribution.*DomainName/);
    expect(outputOf(testEdge(production), 'DnsTarget')).toBeUndefined();
  });

  test('is the target’s own without a domain and without CloudFront', () => {
    const edge = testEdge({ ...onAppRunner, edge: { cdn: noCdn, waf: noFirewall } }, appRunnerTarget);
    expect(outputOf(edge)).toBe('https://abc123.eu-west-1.awsapprunner.com');
  });
});

describe('what cannot work is refused', () => {
  test('no CDN before a target that only a CDN reaches', () => {
    expect(() => testEdge({ ...production, edge: noCloudFront }, privateTarget)).toThrow(
      /^edge\.cdn: is off.*Write edge\.loadBalancer: 'public'/,
    );
  });

  test('a firewall for a target that takes none', () => {
    expect(() => testEdge({ ...onAppRunner, edge: { cdn: noCdn } }, appRunnerTarget)).toThrow(
      /^edge\.waf: is on.*optOutReason/,
    );
  });
});

describe('a reviewer', () => {
  const findingsOf = ({ stack }: TestEdge): string[] =>
    new AwsSolutionsChecks().validateScope(stack).violations.map(({ ruleName }) => ruleName);
  const reasonsOf = ({ stack }: TestEdge): string =>
    JSON.stringify(stack.node.findAll().flatMap(({ node }) => node.metadata));

  test.each<[string, TestEdge]>([
    ['production', testEdge(production)],
    ['no domain', testEdge()],
    [
      'everything off',
      testEdge({ ...production, edge: { ...noCloudFront, waf: noFirewall } }, publicLoadBalancer),
    ],
    ['no firewall', testEdge({ edge: { waf: noFirewall } })],
    ['a public target', testEdge({}, appRunnerTarget)],
    ['some countries', testEdge({ edge: { geo: { allow: ['DE'] } } })],
  ])('finds nothing unexplained: %s', (_, edge) => {
    expect(findingsOf(edge)).toEqual([]);
  });

  test('has at most three explanations to read for production', () => {
    const { stack } = testEdge(production);
    const explained = stack.node
      .findAll()
      .flatMap(({ node }) => node.metadata)
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY);
    expect(explained.length).toBeGreaterThan(0);
    expect(explained.length).toBeLessThanOrEqual(3);
  });

  test('reads in the template why protection is off', () => {
    const edge = testEdge({ ...production, edge: { ...noCloudFront, waf: noFirewall } }, publicLoadBalancer);
    expect(Object.values(edge.sections.Metadata ?? {})).toEqual(
      expect.arrayContaining([noCdn.optOutReason, noFirewall.optOutReason]),
    );
  });

  test('reads why the distribution has no firewall where the rule asks for one', () => {
    expect(reasonsOf(testEdge({ edge: { waf: noFirewall } }))).toMatch(
      new RegExp(`CFR2[^}]*${noFirewall.optOutReason}`),
    );
  });
});

describe('the template', () => {
  test('of an edge with a domain', () => {
    expect(maskedTemplate(testEdge(production).stack)).toMatchSnapshot();
  });

  test('of an edge without CloudFront', () => {
    const edge = testEdge({ ...production, edge: noCloudFront }, publicLoadBalancer);
    expect(maskedTemplate(edge.stack)).toMatchSnapshot();
  });
});
