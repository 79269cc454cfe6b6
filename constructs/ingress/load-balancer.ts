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
 * Silence each part bears, longer from the customer to the task, so that a connection is always closed
 * by who would write to it next: CloudFront 60 s, the load balancer 70 s, the shop's server 75 s. It is
 * silence that counts; a chat answer may stream for minutes, and its pauses are seconds.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html
 */
export const originReadTimeout = Duration.seconds(60);
const idleTimeout = Duration.seconds(70);

export interface ILoadBalancer extends elbv2.IApplicationLoadBalancer {
  /** Takes the requests. No inbound traffic is allowed on an internal load balancer by default. */
  readonly listener: elbv2.IApplicationListener;
  readonly isPublic: boolean;
  readonly isHttps: boolean;
}

/**
 * Takes requests for the tasks. It stands inside the VPC, for CloudFront only, unless the deployment
 * asks for a public one; a public one speaks HTTPS or does not exist.
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
      // Whatever no rule forwards is refused.
      defaultAction: elbv2.ListenerAction.fixedResponse(404),
    });
  }

  private openToAll(): void {
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-EC23',
      reason:
        'edge.loadBalancer is public, so everyone may reach the two ports: HTTPS, and HTTP that redirects to it.',
    });
    this.addListener('Redirect', {
      protocol: elbv2.ApplicationProtocol.HTTP,
      open: true,
      defaultAction: elbv2.ListenerAction.redirect({ protocol: 'HTTPS', port: '443', permanent: true }),
    });
  }

  /** The bucket is the service's, as it comes and goes with the load balancer; its files stay until they expire. */
  private logRequests(logs: LogSettings): void {
    const accessLogs = new AccessLogBucket(this, 'AccessLogs', { logs });
    this.logAccessLogs(accessLogs);
    Validations.of(accessLogs).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'It holds the access logs of the load balancer; logging the access to logs would never end.',
    });
  }
}

const publicNeedsCertificate =
  'edge.loadBalancer: public speaks HTTPS only, and there is no certificate; state domain.loadBalancerCertificateArn or domain.hostedZoneId';
