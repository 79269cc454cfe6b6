import { aws_wafv2 as wafv2, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { FirewallSettings, GeoSettings } from '../../lib/deployment/schema/edge';
import type { LogSettings } from '../../lib/deployment/schema/logs';
import { credentialHeaders, FirewallLog } from './firewall-log';
import { countries, managedRules, rateLimit } from './firewall-rules';

export interface FirewallProps {
  /** CLOUDFRONT is in us-east-1, REGIONAL in the region of the load balancer it protects. */
  readonly scope: 'CLOUDFRONT' | 'REGIONAL';
  readonly waf: FirewallSettings;
  /** Path with the tighter limit. */
  readonly chatPath: string;
  /** @default - every country may enter, or CloudFront sees to it */
  readonly geo?: GeoSettings;
  readonly logs: LogSettings;
}

/**
 * Web application firewall: known attackers and floods are turned away before the rules that read
 * the request. $5 + $1 × 6 rules = $11 a month and $0.60 a million requests; 1,130 of the 1,500
 * capacity units that this price includes.
 */
export class Firewall extends Construct {
  readonly webAclArn: string;
  /** Name of the web ACL in its metrics. */
  readonly metricName: string;
  /** Of the requests that it blocked or counted. */
  readonly logGroupName: string;

  constructor(scope: Construct, id: string, props: FirewallProps) {
    super(scope, id);
    const { waf, geo, logs } = props;
    const rules = [
      ...(geo ? [countries(geo)] : []),
      managedRules('AWSManagedRulesAmazonIpReputationList'),
      rateLimit({
        name: 'ChatRequestsPerAddress',
        requests: waf.chatRequestsPerMinute,
        windowSeconds: 60,
        path: props.chatPath,
      }),
      rateLimit({ name: 'RequestsPerAddress', requests: waf.requestsPer5Minutes, windowSeconds: 300 }),
      managedRules('AWSManagedRulesKnownBadInputsRuleSet'),
      managedRules('AWSManagedRulesSQLiRuleSet'),
      managedRules('AWSManagedRulesCommonRuleSet'),
    ];
    this.metricName = `${Stack.of(this).stackName}-firewall`;
    const webAcl = new wafv2.CfnWebACL(this, 'WebAcl', {
      scope: props.scope,
      defaultAction: { allow: {} },
      rules: rules.map((rule, priority) => ({ ...rule, priority, visibilityConfig: visibility(rule.name) })),
      // CloudWatch keeps metrics of all web ACLs of an account together.
      visibilityConfig: visibility(this.metricName),
      // The log redacts these as well; this keeps them out of the samples that the console shows.
      dataProtectionConfig: {
        dataProtections: [
          { action: 'SUBSTITUTION', field: { fieldType: 'SINGLE_HEADER', fieldKeys: credentialHeaders } },
        ],
      },
    });
    this.webAclArn = webAcl.attrArn;
    this.logGroupName = new FirewallLog(this, 'Log', { webAclArn: webAcl.attrArn, logs }).logGroupName;
  }
}

function visibility(metricName: string): wafv2.CfnWebACL.VisibilityConfigProperty {
  return { metricName, cloudWatchMetricsEnabled: true, sampledRequestsEnabled: true };
}
