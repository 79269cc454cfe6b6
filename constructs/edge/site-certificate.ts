import { aws_certificatemanager as acm } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { DomainSettings } from '../../lib/deployment/schema/domain';
import { siteZone } from './site-names';

export interface SiteCertificateProps {
  readonly domain: DomainSettings;
  /** Of a certificate in the stack's region that is there already. @default - a new one */
  readonly existingArn?: string;
}

/**
 * The certificate for all names of the site, in the region of its stack. A new one is proven by a
 * record in the domain's zone; ACM uses the same record in every region, so CloudFront's
 * certificate and the load balancer's do not conflict
 * (https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html).
 *
 * @throws when there is neither a certificate nor a zone to make one with
 */
export class SiteCertificate extends Construct {
  readonly certificate: acm.ICertificate;

  constructor(scope: Construct, id: string, props: SiteCertificateProps) {
    super(scope, id);
    const { domain, existingArn } = props;
    this.certificate = existingArn
      ? acm.Certificate.fromCertificateArn(this, 'Existing', existingArn)
      : this.proven(domain);
  }

  private proven(domain: DomainSettings): acm.ICertificate {
    const zone = siteZone(this, 'Zone', domain);
    if (!zone) {
      throw new Error(
        `domain: ${domain.name} has neither hostedZoneId nor a certificate, and HTTPS needs one. ` +
          'Write hostedZoneId to have a certificate made, or the ARN of one that exists.',
      );
    }
    return new acm.Certificate(this, 'Certificate', {
      domainName: domain.name,
      subjectAlternativeNames: domain.aliases,
      validation: acm.CertificateValidation.fromDns(zone),
    });
  }
}
