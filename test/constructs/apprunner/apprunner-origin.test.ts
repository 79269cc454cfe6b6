import { Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { appRunnerShop, only } from '../../setup/mvp';
import { propertiesOf } from '../../setup/templates';

interface Origin {
  readonly DomainName: unknown;
  readonly CustomOriginConfig?: { readonly OriginProtocolPolicy: string };
  readonly OriginCustomHeaders?: { readonly HeaderName: string; readonly HeaderValue: unknown }[];
}

interface Rule {
  readonly Action: unknown;
  readonly Statement: {
    readonly NotStatement: {
      readonly Statement: {
        readonly ByteMatchStatement: {
          readonly FieldToMatch: { readonly SingleHeader: { readonly Name: string } };
          readonly PositionalConstraint: string;
          readonly SearchString: unknown;
        };
      };
    };
  };
}

const optedOut = { enabled: false, optOutReason: 'reached from the company network only' } as const;

/** What CloudFront asks, and what it would show the service. */
function originOf(overrides: Parameters<typeof appRunnerShop>[0] = {}): Origin {
  const distribution = only(
    propertiesOf<{ DistributionConfig: { Origins: Origin[] } }>(
      Template.fromStack(appRunnerShop(overrides).edge),
      'AWS::CloudFront::Distribution',
    ),
  );
  return only(distribution.DistributionConfig.Origins.filter(({ CustomOriginConfig }) => CustomOriginConfig));
}

const serviceTemplate = (overrides: Parameters<typeof appRunnerShop>[0] = {}) =>
  Template.fromStack(appRunnerShop(overrides).service);

describe('behind CloudFront', () => {
  const template = serviceTemplate();
  const origin = originOf();
  const ownAcl = only(
    propertiesOf<{ Scope: string; DefaultAction: unknown; Rules: Rule[] }>(template, 'AWS::WAFv2::WebACL'),
  );

  test('App Runner is asked over HTTPS, by its own name', () => {
    expect(origin.CustomOriginConfig?.OriginProtocolPolicy).toBe('https-only');
    expect(JSON.stringify(origin.DomainName)).toContain('ServiceUrl');
    const distribution = only(
      propertiesOf<{ DistributionConfig: { DefaultCacheBehavior: { OriginRequestPolicyId: string } } }>(
        Template.fromStack(appRunnerShop().edge),
        'AWS::CloudFront::Distribution',
      ),
    );
    const allButHost = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';
    expect(distribution.DistributionConfig.DefaultCacheBehavior.OriginRequestPolicyId).toBe(allButHost);
  });

  test('a request without CloudFront’s password is blocked', () => {
    const rule = only(ownAcl.Rules);
    const { FieldToMatch, PositionalConstraint, SearchString } =
      rule.Statement.NotStatement.Statement.ByteMatchStatement;
    expect(rule.Action).toEqual({ Block: {} });
    expect(PositionalConstraint).toBe('EXACTLY');
    expect(FieldToMatch.SingleHeader.Name).toBe(origin.OriginCustomHeaders?.[0]?.HeaderName);
    expect(JSON.stringify(SearchString)).toMatch(/\{\{resolve:secretsmanager:.*:SecretString:::\}\}/);
  });

  test('the check stands before this service', () => {
    const association = only(
      propertiesOf<{ ResourceArn: { 'Fn::GetAtt': [string, string] } }>(
        template,
        'AWS::WAFv2::WebACLAssociation',
      ),
    );
    const [service] = Object.keys(template.findResources('AWS::AppRunner::Service'));
    expect(association.ResourceArn['Fn::GetAtt'][0]).toBe(service);
  });

  test('no template has the password, and CloudFront’s stack reads a copy in its own region', () => {
    const secret = only(
      propertiesOf<{ GenerateSecretString: object; SecretString?: string; ReplicaRegions: unknown }>(
        template,
        'AWS::SecretsManager::Secret',
      ),
    );
    expect(secret).toMatchObject({ ReplicaRegions: [{ Region: 'us-east-1' }] });
    expect(secret).not.toHaveProperty('SecretString');
    expect(JSON.stringify(origin.OriginCustomHeaders)).toMatch(/\{\{resolve:secretsmanager:/);
    const { Outputs } = template.toJSON() as { Outputs: Record<string, unknown> };
    expect(JSON.stringify(Outputs)).toContain('"Fn::Join":["us-east-1",{"Fn::Split":["eu-west-1"');
  });

  test('in us-east-1 the password needs no copy', () => {
    const secret = only(
      propertiesOf(serviceTemplate({ aws: { region: 'us-east-1' } }), 'AWS::SecretsManager::Secret'),
    );
    expect(secret).not.toHaveProperty('ReplicaRegions');
  });
});

test('with the firewall switched off CloudFront still proves itself, so the switch interrupts nothing', () => {
  const overrides = { edge: { waf: optedOut } };
  serviceTemplate(overrides).resourceCountIs('AWS::WAFv2::WebACL', 1);
  expect(originOf(overrides)).toHaveProperty('OriginCustomHeaders');
});

test('without CloudFront the whole firewall stands before the service', () => {
  const { edge, service } = appRunnerShop({ edge: { cdn: optedOut } });
  const template = Template.fromStack(edge);
  expect(only(propertiesOf(template, 'AWS::WAFv2::WebACL'))).toMatchObject({ Scope: 'REGIONAL' });
  expect(JSON.stringify(only(propertiesOf(template, 'AWS::WAFv2::WebACLAssociation')))).toContain(
    'ServiceArn',
  );
  Template.fromStack(service).resourceCountIs('AWS::WAFv2::WebACL', 0);
});

test('a private service is reached through an interface in the VPC and from nowhere else', () => {
  const { service } = appRunnerShop({
    targets: { apprunner: { ingress: 'private' } },
    edge: { cdn: optedOut },
  });
  const template = Template.fromStack(service);
  template.hasResourceProperties('AWS::AppRunner::Service', {
    NetworkConfiguration: { IngressConfiguration: { IsPubliclyAccessible: false } },
  });
  const [endpoint] = Object.keys(template.findResources('AWS::EC2::VPCEndpoint'));
  template.hasResourceProperties('AWS::AppRunner::VpcIngressConnection', {
    IngressVpcConfiguration: { VpcEndpointId: { Ref: endpoint } },
  });
  const { violations } = new AwsSolutionsChecks().validateScope(service);
  expect(violations.map(({ ruleName }) => ruleName)).toEqual([]);
});
