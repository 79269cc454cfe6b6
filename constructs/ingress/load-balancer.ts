import {
  aws_certificatemanager as acm,
  aws_ec2 as ec2,
  aws_elasticloadbalancingv2 as elbv2,
  Duration,
  RemovalPolicy,
  Validations,
} from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { AwsSettings } from '../../lib/deployment/schema/aws';
import type { DomainSettings } from '../../lib/deployment/schema/domain';
import type { EdgeSettings } from '../../lib/deployment/schema/edge';
import type { LogSettings } from '../../lib/deployment/schema/logs';
import { AccessLogBucket } from '../storage/access-log-bucket';
import { privateSubnets, publicSubnets } from '../network/tiers';
import { loadBalancerCertificate } from './load-balancer-certificate';

export interface LoadBalancerProps {
  readonly aws: AwsSettings;
  /** Internal to the VPC, or open to the internet. */
  readonly access: EdgeSettings['loadBalancer'];
  readonly domain?: DomainSettings;
  /** A domain of the deployed version whose certificate stays. @default - none */
  readonly keptDomain?: DomainSettings;
  /** Of the requests. */
  readonly logs: LogSettings;
  readonly vpc: ec2.IVpc;
}

/**
 * Idle timeouts grow from CloudFront to the task: origin read timeout 60 s, load balancer 70 s, the
 * shop's server 75 s. So the client side of each connection closes it first and never writes to one
 * that the other side has closed. A chat answer may stream for minutes; its pauses are seconds.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html
 */
export const originReadTimeout = Duration.seconds(60);
const { HTTP, HTTPS } = elbv2.ApplicationProtocol;
const idleTimeout = Duration.seconds(70);

export interface ILoadBalancer extends elbv2.IApplicationLoadBalancer {
  /** Its name in metrics: `app/NAME/ID`. */
  readonly loadBalancerFullName: string;
  /**
   * Inside the VPC only, where no inbound traffic is allowed by default. It stays when there is a
   * certificate: CloudFront uses it until the edge is deployed.
   */
  readonly httpListener?: elbv2.IApplicationListener;
  readonly httpsListener?: elbv2.IApplicationListener;
  /** The listener that CloudFront or customers use. */
  readonly listener: elbv2.IApplicationListener;
  readonly isPublic: boolean;
  /** It has a certificate for the domain. */
  readonly isHttps: boolean;
}

/**
 * Takes requests for the tasks: internal, for CloudFront only, unless `edge.loadBalancer` is `public`.
 *
 * @throws when it is public and there is no certificate
 */
export class LoadBalancer extends elbv2.ApplicationLoadBalancer implements ILoadBalancer {
  readonly httpListener?: elbv2.IApplicationListener;
  readonly httpsListener?: elbv2.IApplicationListener;
  readonly listener: elbv2.IApplicationListener;
  readonly isPublic: boolean;
  readonly isHttps: boolean;

  constructor(scope: Construct, id: string, props: LoadBalancerProps) {
    const { access, aws, domain, keptDomain, vpc } = props;
    const isPublic = access === 'public';
    super(scope, id, {
      vpc,
      internetFacing: isPublic,
      vpcSubnets: isPublic ? publicSubnets : privateSubnets,
      idleTimeout,
      dropInvalidHeaderFields: true,
    });
    // Deletion protection comes when the stack is complete (constructs/protection).
    this.removeAttribute('deletion_protection.enabled');
    const kept = keptDomain && loadBalancerCertificate(this, aws, keptDomain);
    const own = domain && loadBalancerCertificate(this, aws, domain);
    this.isPublic = isPublic;
    this.isHttps = own !== undefined;
    if (!isPublic) this.httpListener = this.listen('Listener', { protocol: HTTP });
    const certificates = [kept, own].filter((certificate) => certificate !== undefined);
    if (certificates.length > 0) this.httpsListener = this.listen('HttpsListener', https(certificates));
    const listener = this.isHttps || isPublic ? this.httpsListener : this.httpListener;
    if (!listener) throw new Error(publicNeedsCertificate);
    this.listener = listener;
    if (isPublic) this.openToAll();
    this.logRequests(props.logs);
  }

  private listen(id: string, settings: elbv2.BaseApplicationListenerProps): elbv2.IApplicationListener {
    // A request that no rule forwards is answered with 404.
    const defaultAction = elbv2.ListenerAction.fixedResponse(404);
    return this.addListener(id, { open: this.isPublic, defaultAction, ...settings });
  }

  private openToAll(): void {
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-EC23',
      reason:
        'The deployment file states `edge.loadBalancer: public`: everyone may reach HTTPS, and HTTP, which redirects to it.',
    });
    this.addListener('Redirect', {
      protocol: HTTP,
      open: true,
      defaultAction: elbv2.ListenerAction.redirect({ protocol: 'HTTPS', port: '443', permanent: true }),
    });
  }

  /** The bucket is in the stack of the load balancer, because it is made with it; its files stay until they expire. */
  private logRequests(logs: LogSettings): void {
    const accessLogs = new AccessLogBucket(this, 'AccessLogs', { logs });
    // Elastic Load Balancing writes a test object at once, and a bucket with an object cannot be deleted in a rollback.
    accessLogs.applyRemovalPolicy(RemovalPolicy.RETAIN);
    this.logAccessLogs(accessLogs);
    Validations.of(accessLogs).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'It holds access logs itself. Logs of the access to logs would need another such bucket.',
    });
  }
}

/** The first certificate is the default one; a client chooses among all of them by name (SNI). */
function https(certificates: acm.ICertificate[]): elbv2.BaseApplicationListenerProps {
  return { protocol: HTTPS, certificates, sslPolicy: elbv2.SslPolicy.TLS13_12_RES_PQ };
}

const publicNeedsCertificate =
  'edge.loadBalancer: public needs HTTPS, and there is no certificate. State domain.loadBalancerCertificateArn or domain.hostedZoneId.';
