import type { aws_wafv2 as wafv2 } from 'aws-cdk-lib';
import type { GeoSettings } from '../../lib/deployment/schema/edge';

type Rule = Omit<wafv2.CfnWebACL.RuleProperty, 'priority' | 'visibilityConfig'>;

/**
 * A rule group that AWS keeps up to date, each rule with the action AWS gave it: block.
 *
 * Two groups read bodies. The common one refuses bodies above 8 KB: the largest the shop's API takes
 * is a chat message, 2,000 characters or 6 KB in UTF-8. An image that takes uploads lets browsers send
 * them to S3 by a signed address. Both groups refuse, with 403, a chat message that reads like an
 * injection or a script.
 * https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html
 */
export function managedRules(name: string): Rule {
  return {
    name,
    statement: { managedRuleGroupStatement: { vendorName: 'AWS', name } },
    overrideAction: { none: {} },
  };
}

export interface RateLimit {
  readonly name: string;
  /** Requests one address may make in a window. Range 10–2,000,000,000. */
  readonly requests: number;
  readonly windowSeconds: 60 | 120 | 300 | 600;
  /** Counts only requests whose path starts so. @default - all requests */
  readonly path?: string;
}

/** Answers 429, as the application does, to requests of one address beyond the limit. */
export function rateLimit({ name, requests, windowSeconds, path }: RateLimit): Rule {
  return {
    name,
    statement: {
      rateBasedStatement: {
        aggregateKeyType: 'IP',
        limit: requests,
        evaluationWindowSec: windowSeconds,
        scopeDownStatement: path === undefined ? undefined : pathStartsWith(path),
      },
    },
    action: {
      block: {
        customResponse: {
          responseCode: 429,
          responseHeaders: [{ name: 'retry-after', value: String(windowSeconds) }],
        },
      },
    },
  };
}

/** Blocks countries, for deployments without CloudFront, which has its own geo restriction. */
export function countries(geo: GeoSettings): Rule {
  const among = (countryCodes: string[]) => ({ geoMatchStatement: { countryCodes } });
  return {
    name: 'Countries',
    statement: 'allow' in geo ? { notStatement: { statement: among(geo.allow) } } : among(geo.deny),
    action: { block: {} },
  };
}

/** `/api/%63hat` and `/api//chat` reach the same route, so they count the same. */
function pathStartsWith(path: string): wafv2.CfnWebACL.StatementProperty {
  return {
    byteMatchStatement: {
      fieldToMatch: { uriPath: {} },
      positionalConstraint: 'STARTS_WITH',
      searchString: path,
      textTransformations: [
        { priority: 0, type: 'URL_DECODE' },
        { priority: 1, type: 'NORMALIZE_PATH' },
      ],
    },
  };
}
