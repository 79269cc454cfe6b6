import { aws_ec2 as ec2 } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { NetworkSettings } from '../../lib/deployment/schema/network';
import type { TargetSettings } from '../../lib/deployment/schema/targets';
import { privateSubnets } from './tiers';

const { ECR, ECR_DOCKER, CLOUDWATCH_LOGS, SECRETS_MANAGER, BEDROCK_RUNTIME, SSM, SSM_MESSAGES } =
  ec2.InterfaceVpcEndpointAwsService;
const { ECS, ECS_AGENT, ECS_TELEMETRY } = ec2.InterfaceVpcEndpointAwsService;

export interface EndpointsProps {
  readonly network: NetworkSettings;
  readonly targets: TargetSettings;
  readonly vpc: ec2.IVpc;
}

/**
 * The services that private subnets without any internet talk to, each by its own name through an
 * interface in the VPC: $0.01 × 730 h = $7 a month, endpoint and zone. KMS is not among them: S3,
 * Secrets Manager and the like call it themselves.
 */
export class Endpoints extends Construct {
  constructor(scope: Construct, id: string, props: EndpointsProps) {
    super(scope, id);
    const { network, targets, vpc } = props;
    const securityGroup = new ec2.SecurityGroup(this, 'SecurityGroup', {
      vpc,
      description: 'AWS services, for callers inside the VPC',
      allowAllOutbound: false,
    });
    securityGroup.addIngressRule(ec2.Peer.ipv4(network.cidr), ec2.Port.tcp(443), 'HTTPS from inside the VPC');
    for (const [name, service] of Object.entries(neededBy(targets))) {
      vpc.addInterfaceEndpoint(name, {
        service,
        subnets: privateSubnets,
        securityGroups: [securityGroup],
        open: false,
      });
    }
  }
}

type Services = Record<string, ec2.InterfaceVpcEndpointAwsService>;

function neededBy(targets: TargetSettings): Services {
  // Session Manager is the only way to open a shell on an instance.
  const shell = targets.fargate?.exec === true || targets.ec2 !== undefined;
  return {
    // https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html
    EcrApi: ECR,
    EcrImages: ECR_DOCKER,
    Logs: CLOUDWATCH_LOGS,
    SecretsManager: SECRETS_MANAGER,
    Bedrock: BEDROCK_RUNTIME,
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
    ...(shell ? { Exec: SSM_MESSAGES } : {}),
    // The agent on an instance of one's own; Fargate's is not in the VPC.
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html
    ...(targets.ec2
      ? { Ecs: ECS, EcsAgent: ECS_AGENT, EcsTelemetry: ECS_TELEMETRY, SessionManager: SSM }
      : {}),
  };
}
