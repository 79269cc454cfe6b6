import {
  aws_cloudfront as cloudfront,
  Validations,
  type aws_certificatemanager as acm,
  type aws_s3 as s3,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { container as bundled } from '../../app-image/contract/paths';
import type { ContainerSettings } from '../../lib/deployment/schema/container';
import type { DomainSettings } from '../../lib/deployment/schema/domain';
import type { EdgeSettings, GeoSettings } from '../../lib/deployment/schema/edge';
import type { ImageSource } from '../../lib/deployment/schema/image';
import type { TargetOrigin } from '../target';
import { AssetDelivery } from './asset-delivery';
import { PageCache } from './page-cache';
import { SecurityHeaders } from './security-headers';
import { siteNames } from './site-names';

export interface ShopDistributionProps {
  /** Of the deployment; shown in the list of distributions. */
  readonly name: string;
  readonly container: ContainerSettings;
  readonly domain?: DomainSettings;
  readonly edge: EdgeSettings;
  readonly image: ImageSource;
  /** Where pages, API and chat are answered. */
  readonly origin: TargetOrigin;
  /** Static files of the bundled image. */
  readonly assets: s3.IBucket;
  /** In us-east-1. @default - CloudFront's own, for CloudFront's own name */
  readonly certificate?: acm.ICertificate;
  /** Of scope CLOUDFRONT. @default - no firewall */
  readonly webAclArn?: string;
}

const priceClasses = {
  'europe-america': cloudfront.PriceClass.PRICE_CLASS_100,
  most: cloudfront.PriceClass.PRICE_CLASS_200,
  all: cloudfront.PriceClass.PRICE_CLASS_ALL,
} as const;

/**
 * CloudFront in front of the live target. Moving to another target changes an origin of this
 * distribution and nothing else: its name, certificate and cache stay.
 *
 * Chat streams through, the API is never kept, hashed assets are kept for a year, every other path
 * as long as the application says. Errors pass as the application wrote them: a page in the place
 * of an API's problem report would hide it.
 */
export class ShopDistribution extends Construct {
  readonly distribution: cloudfront.IDistribution;

  constructor(scope: Construct, id: string, props: ShopDistributionProps) {
    super(scope, id);
    const { name, domain, edge, certificate } = props;
    this.distribution = new cloudfront.Distribution(this, 'Distribution', {
      comment: name,
      ...this.behaviors(props),
      ...(certificate && {
        certificate,
        domainNames: domain && siteNames(domain),
        minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2025,
      }),
      webAclId: props.webAclArn,
      geoRestriction: geoRestriction(edge.geo),
      priceClass: priceClasses[edge.priceClass],
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      enableIpv6: true,
    });
    acknowledgeFindings(this.distribution, props);
  }

  private behaviors({ container, image, origin, assets }: ShopDistributionProps): Behaviors {
    const application = origin.cloudFrontOrigin();
    const responseHeadersPolicy = new SecurityHeaders(this, 'SecurityHeaders');
    const dynamic = {
      origin: application,
      allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
      originRequestPolicy: origin.ownNameOnly
        ? cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER
        : cloudfront.OriginRequestPolicy.ALL_VIEWER,
      responseHeadersPolicy,
    };
    // Two policies, not one that changes: CloudFormation would change it before the origin, and for
    // that while a target would be asked for a name it does not answer to.
    const pageCache = origin.ownNameOnly
      ? new PageCache(this, 'PageCache', { byHost: false })
      : new PageCache(this, 'PageCacheByHost', { byHost: true });
    // CloudFront compresses only what it may keep, and collects it first; the application compresses
    // its JSON itself, and chat must not be collected.
    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html
    const neverKept = { ...dynamic, cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED, compress: false };
    return {
      defaultBehavior: { ...dynamic, cachePolicy: pageCache },
      // The first pattern that matches decides.
      additionalBehaviors: {
        [`${container.chatPath}*`]: neverKept,
        '/api/*': neverKept,
        // Other images serve their own static files, under names and lifetimes only they know.
        ...(image === 'bundled' && {
          [`${bundled.assetsPath}/*`]: new AssetDelivery(this, 'Assets', {
            bucket: assets,
            responseHeadersPolicy,
          }).behavior,
        }),
      },
    };
  }
}

type Behaviors = Pick<cloudfront.DistributionProps, 'defaultBehavior' | 'additionalBehaviors'>;

function geoRestriction(geo: GeoSettings | undefined): cloudfront.GeoRestriction | undefined {
  if (!geo) return undefined;
  return 'allow' in geo
    ? cloudfront.GeoRestriction.allowlist(...geo.allow)
    : cloudfront.GeoRestriction.denylist(...geo.deny);
}

function acknowledgeFindings(
  distribution: cloudfront.IDistribution,
  { edge, certificate }: ShopDistributionProps,
): void {
  const { geo, waf } = edge;
  const acknowledge = (id: string, reason: string) =>
    Validations.of(distribution).acknowledge({ id, reason });
  acknowledge(
    'AwsSolutions-CFR3',
    'Standard logging v2 logs every request: the construct AccessLog in this stack. The rule looks for the older logging only.',
  );
  if (!geo) {
    acknowledge(
      'AwsSolutions-CFR1',
      'The deployment file does not set `edge.geo`: the shop sells to every country.',
    );
  }
  if ('enabled' in waf) acknowledge('AwsSolutions-CFR2', `edge.waf is switched off: ${waf.optOutReason}`);
  if (!certificate) {
    acknowledge(
      'AwsSolutions-CFR4',
      "Without a domain the shop uses CloudFront's own name, and CloudFront sets its certificate and minimum TLS version. With a domain the minimum is TLS 1.2.",
    );
  }
}
