import {
  aws_certificatemanager as acm,
  aws_ec2 as ec2,
  aws_elasticloadbalancingv2 as elbv2,
  Duration,
  Validations,
} from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { EdgeSettings } from '../../lib/deployment/schema/edge';
import type { LogSettings } from '../../lib/deployment/schema/logs';
import { AccessLogBucket } from '../storage/access-log-bucket';
import { privateSubnets, publicSubnets } from '../network/tiers';
import { loadBalancerCertificate, type LoadBalancerCertificateProps } from './load-balancer-certificate';

export interface LoadBalancerProps extends LoadBalancerCertificateProps {
  readonly edge: EdgeSettings;
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
const idleTimeout = Duration.seconds(70);

export interface ILoadBalancer extends elbv2.IApplicationLoadBalancer {
  /** Takes the requests. An internal load balancer allows no inbound traffic by default. */
  readonly listener: elbv2.IApplicationListener;
  readonly isPublic: boolean;
  readonly isHttps: boolean;
}

/**
 * Takes requests for the tasks: internal, for CloudFront only, unless `edge.loadBalancer` is `public`.
 *
 * @throws when it is public and there is no certificate
 */
export class LoadBalancer extends elbv2.ApplicationLoadBalancer implements ILoadBalancer {
  readonly listener: elbv2.IApplicationListener;
  readonly isPublic: boolean;
  readonly isHttps: boolean;

  constructor(scope: Construct, id: string, props: LoadBalancerProps) {
    const { edge, vpc } = props;
    const isPublic = edge.loadBalancer === 'public';
    super(scope, id, {
      vpc,
      internetFacing: isPublic,
      vpcSubnets: isPublic ? publicSubnets : privateSubnets,
      idleTimeout,
      dropInvalidHeaderFields: true,
      deletionProtection: true,
    });
    const certificate = loadBalancerCertificate(this, props);
    if (isPublic && !certificate) throw new Error(publicNeedsCertificate);

    this.isPublic = isPublic;
    this.isHttps = certificate !== undefined;
    this.listener = this.listen(certificate);
    if (isPublic) this.openToAll();
    this.logRequests(props.logs);
  }

  private listen(certificate: acm.ICertificate | undefined): elbv2.IApplicationListener {
    return this.addListener('Listener', {
      open: this.isPublic,
      ...(certificate
        ? {
            protocol: elbv2.ApplicationProtocol.HTTPS,
            certificates: [certificate],
            sslPolicy: elbv2.SslPolicy.TLS13_12_RES_PQ,
          }
        : { protocol: elbv2.ApplicationProtocol.HTTP }),
      // A request that no rule forwards is answered with 404.
      defaultAction: elbv2.ListenerAction.fixedResponse(404),
    });
  }

  private openToAll(): void {
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-EC23',
      reason:
        'The deployment file states `edge.loadBalancer: public`: everyone may reach HTTPS, and HTTP, which redirects to it.',
    });
    this.addListener('Redirect', {
      protocol: elbv2.ApplicationProtocol.HTTP,
      open: true,
      defaultAction: elbv2.ListenerAction.redirect({ protocol: 'HTTPS', port: '443', permanent: true }),
    });
  }

  /** The bucket is in the stack of the load balancer, because it is made with it; its files stay until they expire. */
  private logRequests(logs: LogSettings): void {
    const accessLogs = new AccessLogBucket(this, 'AccessLogs', { logs });
    this.logAccessLogs(accessLogs);
    Validations.of(accessLogs).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'It holds access logs itself. Logs of the access to logs would need another such bucket.',
    });
  }
}

const publicNeedsCertificate =
  'edge.loadBalancer: public needs HTTPS, and there is no certificate. State domain.loadBalancerCertificateArn or domain.hostedZoneId.';
