import { aws_apprunner as apprunner, aws_iam as iam, type aws_ec2 as ec2 } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { AiSettings } from '../../lib/deployment/schema/ai';
import type { AwsSettings } from '../../lib/deployment/schema/aws';
import type { ContainerSettings } from '../../lib/deployment/schema/container';
import type { AppRunnerSettings } from '../../lib/deployment/schema/targets';
import { privateSubnets } from '../network/tiers';
import { attachmentsOf } from '../attachments';
import type { ApplicationContainer } from '../application/application-container';
import { grantApplicationPermissions } from '../application/application-permissions';
import type { Stores } from '../stores';
import { ImageAccess } from './image-access';
import { runtimeSecrets } from './runtime-secrets';
import { startCommand } from './start-command';

export interface AppRunnerServiceProps {
  readonly settings: AppRunnerSettings;
  readonly ai: AiSettings;
  readonly aws: AwsSettings;
  readonly container: ContainerSettings;
  readonly vpc: ec2.IVpc;
  readonly stores: Stores;
  /** The same image and environment run here, built for x86_64: App Runner has no other processor. */
  readonly application: ApplicationContainer;
  readonly securityGroup: ec2.ISecurityGroup;
}

/** App Runner sets it to the service's port and takes no other. https://docs.aws.amazon.com/apprunner/latest/dg/develop.html */
const reserved = 'PORT';

/**
 * The application on App Runner, which replaces instances, balances requests and ends TLS itself. All
 * its instances send goes through the VPC, so it reaches the stores, and the world as `network.egress`
 * says. It encrypts its copy of the image with a key of its own; an image holds no customer's data.
 */
export class AppRunnerService extends Construct {
  readonly service: apprunner.CfnService;
  readonly instanceRole: iam.IRole;

  constructor(scope: Construct, id: string, props: AppRunnerServiceProps) {
    super(scope, id);
    const { container } = props;
    const { cpu, memoryMiB, ingress } = props.settings;
    this.instanceRole = new iam.Role(this, 'InstanceRole', {
      assumedBy: new iam.ServicePrincipal('tasks.apprunner.amazonaws.com'),
      description: 'The application on App Runner',
    });
    grantApplicationPermissions(this, this.instanceRole, props);
    const imageAccess = new ImageAccess(this, 'ImageAccess', {
      repository: props.application.source.repository,
    });

    this.service = new apprunner.CfnService(this, 'Service', {
      sourceConfiguration: {
        authenticationConfiguration: { accessRoleArn: imageAccess.roleArn },
        autoDeploymentsEnabled: false,
        imageRepository: this.imageRepository(props),
      },
      instanceConfiguration: {
        cpu: String(cpu),
        memory: String(memoryMiB),
        instanceRoleArn: this.instanceRole.roleArn,
      },
      autoScalingConfigurationArn: this.scaling(props),
      healthCheckConfiguration: {
        protocol: 'HTTP',
        path: container.healthPath,
        interval: 5,
        timeout: 4,
        healthyThreshold: 2,
        unhealthyThreshold: 3,
      },
      networkConfiguration: {
        egressConfiguration: { egressType: 'VPC', vpcConnectorArn: this.vpcConnector(props) },
        ingressConfiguration: { isPubliclyAccessible: ingress === 'public' },
      },
      // Traces need an OpenTelemetry agent inside the image, and no image is asked to have one.
      // https://docs.aws.amazon.com/apprunner/latest/dg/monitor-xray.html
      observabilityConfiguration: { observabilityEnabled: false },
    });
    // The roles' rights and the way to the database have to be there before the first instance.
    this.service.node.addDependency(
      ...[imageAccess, this.instanceRole, props.securityGroup].map(attachmentsOf),
    );
  }

  private imageRepository({
    container,
    application: { source, runtimeEnvironment: environment },
  }: AppRunnerServiceProps): apprunner.CfnService.ImageRepositoryProperty {
    return {
      imageRepositoryType: 'ECR',
      imageIdentifier: source.repository.repositoryUriForTagOrDigest(source.tagOrDigest),
      imageConfiguration: {
        port: String(container.port),
        startCommand: container.command && startCommand(container.command),
        runtimeEnvironmentVariables: Object.entries(environment.plain)
          .filter(([name]) => name !== reserved)
          .map(([name, value]) => ({ name, value })),
        runtimeEnvironmentSecrets: runtimeSecrets(this, environment.secret, this.instanceRole),
      },
    };
  }

  private scaling({ settings: { instances } }: AppRunnerServiceProps): string {
    return new apprunner.CfnAutoScalingConfiguration(this, 'Scaling', {
      minSize: instances.min,
      maxSize: instances.max,
      maxConcurrency: instances.concurrency,
    }).attrAutoScalingConfigurationArn;
  }

  private vpcConnector({ vpc, securityGroup }: AppRunnerServiceProps): string {
    return new apprunner.CfnVpcConnector(this, 'VpcConnector', {
      subnets: vpc.selectSubnets(privateSubnets).subnetIds,
      securityGroups: [securityGroup.securityGroupId],
    }).attrVpcConnectorArn;
  }
}
