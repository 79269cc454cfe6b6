import { Template } from 'aws-cdk-lib/assertions';
import { expressShop, only } from '../../setup/mvp';
import { propertiesOf } from '../../setup/templates';

interface Origin {
  readonly DomainName: { readonly 'Fn::GetStackOutput': { readonly OutputName: string } };
  readonly CustomOriginConfig?: { readonly OriginProtocolPolicy: string };
  readonly VpcOriginConfig?: { readonly OriginKeepaliveTimeout: number; readonly OriginReadTimeout: number };
  readonly OriginCustomHeaders?: unknown;
}

const optedOut = { enabled: false, optOutReason: 'reached from the company network only' } as const;

function originOf(edge: Template): Origin {
  const distribution = only(
    propertiesOf<{ DistributionConfig: { Origins: (Origin & { S3OriginConfig?: unknown })[] } }>(
      edge,
      'AWS::CloudFront::Distribution',
    ),
  );
  return only(distribution.DistributionConfig.Origins.filter(({ S3OriginConfig }) => !S3OriginConfig));
}

describe('behind CloudFront', () => {
  const shop = expressShop();
  const edge = Template.fromStack(shop.edge);
  const template = Template.fromStack(shop.service);
  const origin = originOf(edge);

  test('CloudFront connects through the VPC, over HTTPS, to the load balancer of Express', () => {
    const vpcOrigin = only(
      propertiesOf<{ VpcOriginEndpointConfig: { Arn: unknown; OriginProtocolPolicy: string } }>(
        template,
        'AWS::CloudFront::VpcOrigin',
      ),
    ).VpcOriginEndpointConfig;
    expect(vpcOrigin.OriginProtocolPolicy).toBe('https-only');
    expect(JSON.stringify(vpcOrigin.Arn)).toContain('ECSManagedResourceArns.IngressPath.LoadBalancerArn');
    expect(origin.VpcOriginConfig).toBeDefined();
  });

  test('it is asked by its own name, whether ECS says that as a name or as an address', () => {
    const { Outputs } = template.toJSON() as { Outputs: Record<string, { Value: unknown }> };
    const value = JSON.stringify(Outputs[origin.DomainName['Fn::GetStackOutput'].OutputName]?.Value);
    expect(value).toContain('"Endpoint"');
    for (const endpoint of ['ab-1.ecs.eu-west-1.on.aws', 'https://ab-1.ecs.eu-west-1.on.aws/'])
      expect(evaluated(Outputs[origin.DomainName['Fn::GetStackOutput'].OutputName]?.Value, endpoint)).toBe(
        'ab-1.ecs.eu-west-1.on.aws',
      );
  });

  test('the only rule we add is for CloudFront', () => {
    const rule = only(
      propertiesOf<{ FromPort: number; SourceSecurityGroupId: unknown; CidrIp?: string }>(
        template,
        'AWS::EC2::SecurityGroupIngress',
      ).filter(({ FromPort }) => FromPort === 443),
    );
    const [found] = Object.keys(template.findResources('Custom::CloudFrontSecurityGroup'));
    expect(rule.SourceSecurityGroupId).toEqual({ 'Fn::GetAtt': [found, 'GroupId'] });
  });

  test('CloudFront gives up a silent connection before the load balancer does, after 60 s', () => {
    expect(origin.VpcOriginConfig?.OriginKeepaliveTimeout).toBeLessThan(60);
  });

  test('nothing is open, so no password is needed', () => {
    template.resourceCountIs('AWS::WAFv2::WebACL', 0);
  });
});

test('a public load balancer behind CloudFront blocks requests that do not come through it', () => {
  const shop = expressShop({ edge: { loadBalancer: 'public' } });
  const template = Template.fromStack(shop.service);
  const association = only(propertiesOf(template, 'AWS::WAFv2::WebACLAssociation'));
  expect(JSON.stringify(association)).toContain('IngressPath.LoadBalancerArn');
  const origin = originOf(Template.fromStack(shop.edge));
  expect(origin.CustomOriginConfig?.OriginProtocolPolicy).toBe('https-only');
  expect(origin.OriginCustomHeaders).toHaveLength(1);
});

test('without CloudFront the whole firewall stands before the load balancer', () => {
  const { edge } = expressShop({ edge: { cdn: optedOut } });
  const association = only(propertiesOf(Template.fromStack(edge), 'AWS::WAFv2::WebACLAssociation'));
  expect(JSON.stringify(association)).toContain('IngressPathLoadBalancerArn');
});

/** What CloudFormation makes of a value that has only the endpoint to look up. */
function evaluated(value: unknown, endpoint: string): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const [[intrinsic, argument] = ['', undefined]] = Object.entries(value) as [string, unknown][];
  const parts = () => (argument as unknown[]).map((part) => evaluated(part, endpoint));
  switch (intrinsic) {
    case 'Fn::GetAtt':
      return endpoint;
    case 'Fn::Split': {
      const [separator, text] = parts();
      return String(text).split(String(separator));
    }
    case 'Fn::Join': {
      const [separator, list] = parts();
      return (list as string[]).join(String(separator));
    }
    case 'Fn::Select': {
      const [index, list] = parts();
      return (list as string[])[Number(index)];
    }
    default:
      throw new Error(`${intrinsic} is nothing this test evaluates`);
  }
}
