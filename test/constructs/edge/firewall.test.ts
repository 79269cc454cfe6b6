import { Match } from 'aws-cdk-lib/assertions';
import { noCdn, ownDomain, testEdge, type TestEdge } from './test-edge';
import { publicLoadBalancer } from './test-targets';

interface Rule {
  readonly Name: string;
  readonly Priority: number;
  readonly Action?: { readonly Block?: { readonly CustomResponse?: { readonly ResponseCode: number } } };
  readonly OverrideAction?: unknown;
  readonly Statement: {
    readonly ManagedRuleGroupStatement?: { readonly Name: string; readonly RuleActionOverrides?: unknown };
    readonly RateBasedStatement?: {
      readonly Limit: number;
      readonly EvaluationWindowSec: number;
      readonly AggregateKeyType: string;
      readonly ScopeDownStatement?: unknown;
    };
    readonly GeoMatchStatement?: unknown;
    readonly NotStatement?: unknown;
  };
  readonly VisibilityConfig: { readonly CloudWatchMetricsEnabled: boolean };
}

function rulesOf(edge: TestEdge): readonly Rule[] {
  const [webAcl] = Object.values(edge.template.findResources('AWS::WAFv2::WebACL'));
  const rules: readonly Rule[] = webAcl?.Properties.Rules;
  return rules;
}

const rules = rulesOf(testEdge());
const rule = (name: string) => rules.find(({ Name }) => Name === name);

describe('the firewall', () => {
  test.each([
    'AWSManagedRulesAmazonIpReputationList',
    'AWSManagedRulesKnownBadInputsRuleSet',
    'AWSManagedRulesSQLiRuleSet',
    'AWSManagedRulesCommonRuleSet',
  ])('blocks what %s finds, with no rule of it softened', (name) => {
    expect(rule(name)?.OverrideAction).toEqual({ None: {} });
    expect(rule(name)?.Statement.ManagedRuleGroupStatement).toEqual({ VendorName: 'AWS', Name: name });
  });

  test('turns floods away before it reads requests', () => {
    const order = rules.toSorted((a, b) => a.Priority - b.Priority).map(({ Name }) => Name);
    expect(order.indexOf('RequestsPerAddress')).toBeLessThan(order.indexOf('AWSManagedRulesSQLiRuleSet'));
    expect(order.indexOf('RequestsPerAddress')).toBeLessThan(order.indexOf('AWSManagedRulesCommonRuleSet'));
  });

  test('is measured, rule by rule', () => {
    expect(rules.every(({ VisibilityConfig }) => VisibilityConfig.CloudWatchMetricsEnabled)).toBe(true);
  });

  test('leaves countries to CloudFront', () => {
    const edge = testEdge({ edge: { geo: { deny: ['US'] } } });
    expect(rulesOf(edge).some(({ Name }) => Name === 'Countries')).toBe(false);
  });
});

describe('one address', () => {
  const all = rule('RequestsPerAddress')?.Statement.RateBasedStatement;
  const chat = rule('ChatRequestsPerAddress')?.Statement.RateBasedStatement;

  test('may make 2,000 requests in five minutes, of which 30 a minute to the chat', () => {
    expect(all).toMatchObject({ AggregateKeyType: 'IP', Limit: 2000, EvaluationWindowSec: 300 });
    expect(all?.ScopeDownStatement).toBeUndefined();
    expect(chat).toMatchObject({ AggregateKeyType: 'IP', Limit: 30, EvaluationWindowSec: 60 });
  });

  test('has the limits that the deployment file states', () => {
    const waf = { requestsPer5Minutes: 500, chatRequestsPerMinute: 12 };
    const limits = rulesOf(testEdge({ edge: { waf } })).flatMap(
      ({ Statement }) => Statement.RateBasedStatement?.Limit ?? [],
    );
    expect(limits.toSorted((a, b) => a - b)).toEqual([12, 500]);
  });

  test('cannot pass the chat limit by another spelling of the path', () => {
    expect(chat?.ScopeDownStatement).toMatchObject({
      ByteMatchStatement: {
        SearchString: '/api/chat',
        PositionalConstraint: 'STARTS_WITH',
        TextTransformations: [{ Type: 'URL_DECODE' }, { Type: 'NORMALIZE_PATH' }],
      },
    });
  });

  test('has the chat limit where another image chats', () => {
    const edge = testEdge({ container: { chatPath: '/ask' } });
    expect(JSON.stringify(rulesOf(edge))).toContain('"SearchString":"/ask"');
  });

  test('hears 429 beyond a limit, not that it is forbidden', () => {
    for (const name of ['RequestsPerAddress', 'ChatRequestsPerAddress']) {
      expect(rule(name)?.Action?.Block?.CustomResponse?.ResponseCode).toBe(429);
    }
  });
});

describe('the firewall’s log', () => {
  const { template } = testEdge({ logs: { retentionDays: 30 } });

  test('is kept as long as the other logs, under a name of this deployment', () => {
    template.hasResourceProperties('AWS::Logs::LogGroup', {
      LogGroupName: Match.stringLikeRegexp('^aws-waf-logs-shop-'),
      RetentionInDays: 30,
    });
  });

  test('holds what was blocked or counted, not what was let through', () => {
    template.hasResourceProperties('AWS::WAFv2::LoggingConfiguration', {
      LoggingFilter: {
        DefaultBehavior: 'DROP',
        Filters: [
          {
            Behavior: 'KEEP',
            Requirement: 'MEETS_ANY',
            Conditions: [{ ActionCondition: { Action: 'BLOCK' } }, { ActionCondition: { Action: 'COUNT' } }],
          },
        ],
      },
    });
  });

  test('and the samples beside it hold nothing that signs a customer in', () => {
    template.hasResourceProperties('AWS::WAFv2::LoggingConfiguration', {
      RedactedFields: [{ SingleHeader: { Name: 'authorization' } }, { SingleHeader: { Name: 'cookie' } }],
    });
    template.hasResourceProperties('AWS::WAFv2::WebACL', {
      DataProtectionConfig: {
        DataProtections: [{ Field: { FieldType: 'SINGLE_HEADER', FieldKeys: ['authorization', 'cookie'] } }],
      },
    });
  });
});

describe('without CloudFront the firewall', () => {
  const behindLoadBalancer = (geo?: { allow: string[] } | { deny: string[] }) =>
    testEdge({ domain: ownDomain, edge: { cdn: noCdn, loadBalancer: 'public', geo } }, publicLoadBalancer);

  test('has the same rules', () => {
    expect(rulesOf(behindLoadBalancer())).toEqual(rules);
  });

  test('keeps countries out itself', () => {
    const [first] = rulesOf(behindLoadBalancer({ deny: ['US'] }));
    expect(first).toMatchObject({
      Action: { Block: {} },
      Statement: { GeoMatchStatement: { CountryCodes: ['US'] } },
    });
  });

  test('keeps all but the allowed countries out itself', () => {
    const [first] = rulesOf(behindLoadBalancer({ allow: ['DE'] }));
    expect(first).toMatchObject({
      Action: { Block: {} },
      Statement: { NotStatement: { Statement: { GeoMatchStatement: { CountryCodes: ['DE'] } } } },
    });
  });
});
