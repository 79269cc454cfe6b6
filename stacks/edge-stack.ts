import {
  aws_route53_targets as aliases,
  aws_wafv2 as wafv2,
  CfnOutput,
  type aws_certificatemanager as acm,
  type aws_s3 as s3,
} from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { DeploymentStack } from './deployment-stack';
import type { WatchedEdge } from '../constructs/alarms/edge-alarms';
import { AccessLog } from '../constructs/edge/access-log';
import { Firewall, type FirewallProps } from '../constructs/edge/firewall';
import { ShopDistribution } from '../constructs/edge/shop-distribution';
import { SiteCertificate } from '../constructs/edge/site-certificate';
import { siteNames, SiteRecords } from '../constructs/edge/site-names';
import { DeletionProtection } from '../constructs/protection/deletion-protection';
import { publishAlways } from '../constructs/publish-always';
import type { ProtectedDatabase } from '../constructs/stores';
import type { TargetOrigin } from '../constructs/target';
import type { Deployment } from '../lib/deployment/schema';
import type { DomainSettings } from '../lib/deployment/schema/domain';
import { edgeRegion, edgeStack, urlOutput } from '../lib/stacks/names';

export interface EdgeStackProps {
  readonly deployment: Deployment;
  /** Of the live target. */
  readonly origin: TargetOrigin;
  /** Static files of the bundled image. */
  readonly assets: s3.IBucket;
  /** The edge cannot be deleted while it is protected. */
  readonly instance: ProtectedDatabase;
}

/** Where requests come in, and what of it can be watched. */
interface Entry extends WatchedEdge {
  readonly domainName: string;
}

/**
 * Firewall, certificate, CloudFront and its log, DNS names. It has no code for a certain target.
 *
 * With a CDN the whole stack stands in us-east-1, wherever the rest does. Certificate, firewall and
 * log of a distribution exist there only, and the log needs the distribution that needs the others,
 * so no cut puts them into a stack of their own. Without a CDN it stands beside the target.
 */
export class EdgeStack extends DeploymentStack {
  /** What alarms can watch. */
  readonly watched: WatchedEdge;
  /** Address of the shop, with `https://`. */
  readonly url: string;

  constructor(scope: Construct, props: EdgeStackProps) {
    const { deployment } = props;
    const { part, region } = place(deployment);
    super(scope, part, { deployment, region, description: `Edge of ${deployment.name}` });
    this.recordOptOuts();

    const { domainName, ...watched } =
      deployment.edge.cdn === true ? this.throughCloudFront(props) : this.straightToTarget(props.origin);
    this.watched = watched;
    this.url = this.publish(domainName);
    publishAlways(this, domainName, ...Object.values(watched).filter((value) => typeof value === 'string'));
    const { database, logs } = deployment;
    new DeletionProtection(this, 'DeletionProtection', { database, logs, instance: props.instance });
  }

  private throughCloudFront({ deployment, origin, assets }: EdgeStackProps): Entry {
    const { name, container, domain, edge, image, logs } = deployment;
    const certificate = domain && this.certificate(domain);
    const firewall = this.firewall('CLOUDFRONT');
    const { distribution } = new ShopDistribution(this, 'Shop', {
      name,
      container,
      domain,
      edge,
      image,
      origin,
      assets,
      certificate,
      webAclArn: firewall?.webAclArn,
    });
    const { logGroupName: accessLogName } = new AccessLog(this, 'AccessLog', { distribution, logs });
    if (domain)
      new SiteRecords(this, 'Records', { domain, target: new aliases.CloudFrontTarget(distribution) });
    return {
      domainName: distribution.distributionDomainName,
      distributionId: distribution.distributionId,
      accessLogName,
      certificateArn: certificate?.certificateArn,
      firewall: firewall && { metricName: firewall.metricName, logGroupName: firewall.logGroupName },
    };
  }

  private certificate(domain: DomainSettings): acm.ICertificate {
    return new SiteCertificate(this, 'Certificate', { domain, existingArn: domain.certificateArn })
      .certificate;
  }

  private straightToTarget({ publicEndpoint: endpoint }: TargetOrigin): Entry {
    const { domain, edge, live } = this.deployment;
    if (!endpoint) {
      throw new Error(
        `edge.cdn: is off, but the target ${live} cannot be reached from the internet. ` +
          "Write edge.loadBalancer: 'public', or leave the CDN on.",
      );
    }
    const firewall = this.firewall('REGIONAL', edge.geo);
    if (firewall) {
      if (!endpoint.firewallResourceArn) {
        throw new Error(
          `edge.waf: is on, but the target ${live} takes no firewall of its own. Leave the CDN on, ` +
            'or write edge.waf: { enabled: false, optOutReason }.',
        );
      }
      new wafv2.CfnWebACLAssociation(this, 'FirewallAssociation', {
        webAclArn: firewall.webAclArn,
        resourceArn: endpoint.firewallResourceArn,
      });
    }
    if (domain && endpoint.alias) new SiteRecords(this, 'Records', { domain, target: endpoint.alias });
    return {
      domainName: endpoint.domainName,
      firewall: firewall && {
        metricName: firewall.metricName,
        logGroupName: firewall.logGroupName,
        region: this.region,
      },
    };
  }

  private firewall(scope: FirewallProps['scope'], geo?: FirewallProps['geo']): Firewall | undefined {
    const { logs, container, edge } = this.deployment;
    if ('enabled' in edge.waf) return undefined;
    return new Firewall(this, 'Firewall', {
      scope,
      waf: edge.waf,
      chatPath: container.chatPath,
      geo,
      logs,
    });
  }

  /**
   * @param domainName the DNS name that the custom domain points to
   * @returns the address of the shop
   */
  private publish(domainName: string): string {
    const { domain } = this.deployment;
    const url = `https://${domain?.name ?? domainName}`;
    new CfnOutput(this, urlOutput, {
      value: url,
      description: 'Where customers shop',
    });
    if (domain && !domain.hostedZoneId) {
      new CfnOutput(this, 'DnsTarget', {
        value: domainName,
        description: `What ${siteNames(domain).join(' and ')} must point to, where their DNS is kept`,
      });
    }
    return url;
  }

  /** The template shows which protection is off, and why. */
  private recordOptOuts(): void {
    const { cdn, waf } = this.deployment.edge;
    if (cdn !== true) this.addMetadata('edge.cdn is off', cdn.optOutReason);
    if ('enabled' in waf) this.addMetadata('edge.waf is off', waf.optOutReason);
  }
}

/** In us-east-1 the stack's name carries the region it serves, so one account can have the same deployment in several. */
function place({ aws, edge }: Deployment): { part: string; region: string } {
  return edge.cdn === true
    ? { part: edgeStack(aws.region), region: edgeRegion }
    : { part: edgeStack(edgeRegion), region: aws.region };
}
