import { aws_route53 as route53 } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { DomainSettings } from '../../lib/deployment/schema/domain';

/** Every name customers may use, the main one first. */
export function siteNames(domain: DomainSettings): string[] {
  return [domain.name, ...domain.aliases];
}

/** The zone that holds the names; undefined when their records are kept elsewhere. */
export function siteZone(
  scope: Construct,
  id: string,
  domain: DomainSettings,
): route53.IHostedZone | undefined {
  if (!domain.hostedZoneId) return undefined;
  // Every record states its full name, so the zone's own name, which the deployment does not know, is never used.
  return route53.HostedZone.fromHostedZoneAttributes(scope, id, {
    hostedZoneId: domain.hostedZoneId,
    zoneName: domain.name,
  });
}

export interface SiteRecordsProps {
  readonly domain: DomainSettings;
  /** Where every name points. */
  readonly target: route53.IAliasRecordTarget;
}

/** Points each name of the site, over IPv4 and IPv6; makes nothing when the zone is kept elsewhere. */
export class SiteRecords extends Construct {
  constructor(scope: Construct, id: string, props: SiteRecordsProps) {
    super(scope, id);
    const { domain, target } = props;
    const zone = siteZone(this, 'Zone', domain);
    if (!zone) return;
    for (const name of siteNames(domain)) {
      const record = { zone, recordName: `${name}.`, target: route53.RecordTarget.fromAlias(target) };
      new route53.ARecord(this, `A ${name}`, record);
      new route53.AaaaRecord(this, `AAAA ${name}`, record);
    }
  }
}
