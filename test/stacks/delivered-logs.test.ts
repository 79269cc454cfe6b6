import { ofType, referred, shopNames, shopOf, type Resource, type Shop } from '../setup/every-deployment';

/*
 * Log groups that a service delivers to by a resource policy. Names under /aws/vendedlogs/ share one policy;
 * each other name takes a part of the 5,120 characters that a policy of the account has. WAF takes names with
 * its own prefix only.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-V2-CloudWatchLogs.html
 */

/** Properties by which a resource type has a service deliver its log. */
const deliveries: Readonly<Record<string, string>> = {
  'AWS::ElastiCache::ReplicationGroup': 'LogDeliveryConfigurations',
  'AWS::Logs::DeliveryDestination': 'DestinationResourceArn',
  'AWS::WAFv2::LoggingConfiguration': 'LogDestinationConfigs',
  'AWS::Route53::HostedZone': 'QueryLoggingConfig',
  'AWS::StepFunctions::StateMachine': 'LoggingConfiguration',
  'AWS::ApiGatewayV2::Stage': 'AccessLogSettings',
};

/** Log groups that a part of a template refers to. */
function groupsIn(shop: Shop, stack: string, part: unknown): Resource[] {
  if (typeof part !== 'object' || part === null) return [];
  const found = referred(shop, stack, part);
  if (found?.Type === 'AWS::Logs::LogGroup') return [found];
  return Object.values(part).flatMap((inner) => groupsIn(shop, stack, inner));
}

const delivered = (shop: Shop) =>
  Object.entries(deliveries).flatMap(([type, property]) =>
    ofType(shop, type).flatMap(({ stack, Properties }) => groupsIn(shop, stack, Properties[property])),
  );

/** A name as text, or the first part of one that CloudFormation joins. */
function beginningOf(name: unknown): unknown {
  const joined = (name as { 'Fn::Join'?: [string, unknown[]] } | undefined)?.['Fn::Join'];
  return joined ? joined[1][0] : name;
}

describe.each(shopNames)('the logs that services of %s deliver', (name) => {
  const shop = shopOf(name);
  const names = delivered(shop).map(({ Properties }) => JSON.stringify(Properties.LogGroupName ?? ''));
  const beginnings = delivered(shop).map(({ Properties }) => beginningOf(Properties.LogGroupName));

  test('go to groups that share one resource policy', () => {
    for (const beginning of beginnings) expect(beginning).toMatch(/^(\/aws\/vendedlogs\/|aws-waf-logs-)/);
  });

  test('are those of cache, CDN and firewall, where there are these', () => {
    const { cache, edge } = shop.deployment;
    const expected =
      (cache === 'none' ? 0 : 2) + (edge.cdn === true ? 1 : 0) + ('enabled' in edge.waf ? 0 : 1);
    expect(names.length).toBeGreaterThanOrEqual(expected);
    expect(new Set(names).size).toBe(names.length);
  });

  test('leave no name behind that would stop a later deployment of the same name', () => {
    for (const { DeletionPolicy, UpdateReplacePolicy } of delivered(shop))
      expect([DeletionPolicy, UpdateReplacePolicy]).toEqual(['Delete', 'Delete']);
  });
});
