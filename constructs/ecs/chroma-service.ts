import {
  aws_ec2 as ec2,
  type aws_ecr_assets as assets,
  aws_ecs as ecs,
  aws_efs as efs,
  aws_iam as iam,
  aws_logs as logs,
  aws_servicediscovery as servicediscovery,
  Duration,
  RemovalPolicy,
  Stack,
  Validations,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { LogSettings } from '../../lib/deployment/schema/logs';
import type { ChromaSettings } from '../../lib/deployment/schema/targets';
import { attachmentsOf } from '../attachments';
import { privateSubnets } from '../network/tiers';
import { ChromaImage } from './chroma-image';

export interface ChromaServiceProps {
  /** Of the deployment; part of the server's DNS name. */
  readonly name: string;
  readonly logs: LogSettings;
  readonly vpc: ec2.IVpc;
  readonly cluster: ecs.ICluster;
  /** Name of the target it belongs to; two targets never share a server or a path. */
  readonly target: string;
  readonly chroma: ChromaSettings;
  readonly files: efs.IFileSystem;
  /** Capacity provider of instances that run it. @default - Fargate */
  readonly capacityProvider?: string;
  /** Of those instances. @default LINUX_ARM64 */
  readonly platform?: assets.Platform;
  /** What may connect to it: Chroma 1 has no authentication. */
  readonly clients: ec2.IConnectable;
}

const port = 8000;
const dataPath = '/data';
const user = '1000';

/**
 * The one Chroma server of a target. Two processes on one path corrupt it silently, so ECS stops the
 * old server before it starts the new one: at most 100 % of one task. Searches fail for about half a
 * minute. PostgreSQL stays the source of truth, and the index is rebuilt from it. The server of
 * version 1 sends no telemetry.
 */
export class ChromaService extends Construct {
  readonly url: string;
  readonly service: ecs.IBaseService;

  constructor(scope: Construct, id: string, props: ChromaServiceProps) {
    super(scope, id);
    const { chroma, capacityProvider, cluster, vpc, clients, files, logs: logSettings, platform } = props;
    const taskDefinition = this.taskDefinition(chroma, capacityProvider);
    const { container: image } = new ChromaImage(this, 'Image', { image: chroma.image, platform });
    this.mount(taskDefinition, this.container(taskDefinition, image, logSettings), props);

    const namespace = new servicediscovery.PrivateDnsNamespace(this, 'Namespace', {
      vpc,
      name: `${props.target}.${props.name}.internal`,
    });
    const securityGroup = new ec2.SecurityGroup(this, 'SecurityGroup', {
      vpc,
      description: 'Chroma server',
      allowAllOutbound: false,
    });
    const service = this.runOne(taskDefinition, securityGroup, namespace, props);
    securityGroup.connections.allowFrom(clients, ec2.Port.tcp(port), 'Only the application');
    securityGroup.connections.allowToDefaultPort(files, 'Vectors');
    securityGroup.connections.allowToAnyIpv4(ec2.Port.HTTPS, 'Image and log');
    Validations.of(taskDefinition.obtainExecutionRole()).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason:
        'ecr:GetAuthorizationToken takes no resource; pulling is limited to the repository of the image.',
    });
    // A task that starts before the rules of the file system allow it fails, and the deployment with it.
    // The same holds before its execution role may pull the image, and the capacity providers have to be
    // associated with the cluster first.
    service.node.addDependency(
      attachmentsOf(securityGroup),
      attachmentsOf(cluster),
      attachmentsOf(taskDefinition.obtainExecutionRole()),
    );
    this.service = service;
    this.url = `http://chroma.${namespace.namespaceName}:${port}`;
  }

  private runOne(
    taskDefinition: ecs.TaskDefinition,
    securityGroup: ec2.ISecurityGroup,
    cloudMapNamespace: servicediscovery.INamespace,
    { cluster, capacityProvider }: ChromaServiceProps,
  ): ecs.BaseService {
    const one = {
      cluster,
      taskDefinition,
      capacityProviderStrategies: [{ capacityProvider: capacityProvider ?? 'FARGATE', weight: 1 }],
      vpcSubnets: privateSubnets,
      securityGroups: [securityGroup],
      desiredCount: 1,
      minHealthyPercent: 0,
      maxHealthyPercent: 100,
      availabilityZoneRebalancing: ecs.AvailabilityZoneRebalancing.DISABLED,
      circuitBreaker: { rollback: true },
      propagateTags: ecs.PropagatedTagSource.SERVICE,
      enableECSManagedTags: true,
      cloudMapOptions: { cloudMapNamespace, name: 'chroma', dnsTtl: Duration.seconds(10) },
    };
    return capacityProvider
      ? new ecs.Ec2Service(this, 'Service', one)
      : new ecs.FargateService(this, 'Service', { ...one, assignPublicIp: false });
  }

  private taskDefinition(chroma: ChromaSettings, capacityProvider?: string): ecs.TaskDefinition {
    return new ecs.TaskDefinition(this, 'Task', {
      family: `${Stack.of(this).stackName}-chroma`,
      compatibility: capacityProvider ? ecs.Compatibility.EC2 : ecs.Compatibility.FARGATE,
      // Also on an instance it has its own network interface, and so its own security group.
      networkMode: ecs.NetworkMode.AWS_VPC,
      cpu: String(chroma.cpu),
      memoryMiB: String(chroma.memoryMiB),
      // On an instance the processor is that of its type.
      runtimePlatform: capacityProvider
        ? undefined
        : {
            cpuArchitecture: ecs.CpuArchitecture.ARM64,
            operatingSystemFamily: ecs.OperatingSystemFamily.LINUX,
          },
    });
  }

  private container(
    taskDefinition: ecs.TaskDefinition,
    image: ecs.ContainerImage,
    { retentionDays }: LogSettings,
  ): ecs.ContainerDefinition {
    const linuxParameters = new ecs.LinuxParameters(this, 'Linux', { initProcessEnabled: true });
    // SQLite does not open its file without a directory for temporary ones (error 6410).
    linuxParameters.addTmpfs({ containerPath: '/tmp', size: 64 });
    return taskDefinition.addContainer('chroma', {
      image,
      command: ['run', '--host', '0.0.0.0', '--port', String(port), '--path', dataPath],
      user,
      readonlyRootFilesystem: true,
      linuxParameters,
      portMappings: [{ containerPort: port }],
      stopTimeout: Duration.seconds(30),
      healthCheck: {
        command: ['CMD', 'bash', '-c', heartbeat],
        interval: Duration.seconds(10),
        timeout: Duration.seconds(5),
        retries: 3,
        startPeriod: Duration.seconds(60),
      },
      logging: ecs.LogDrivers.awsLogs({
        logGroup: new logs.LogGroup(this, 'Log', {
          retention: retentionDays,
          removalPolicy: RemovalPolicy.RETAIN,
        }),
        streamPrefix: 'task',
        mode: ecs.AwsLogDriverMode.NON_BLOCKING,
      }),
    });
  }

  private mount(
    taskDefinition: ecs.TaskDefinition,
    container: ecs.ContainerDefinition,
    { files, target }: ChromaServiceProps,
  ): void {
    const accessPoint = new efs.AccessPoint(this, 'AccessPoint', {
      fileSystem: files,
      path: `/chroma/${target}`,
      posixUser: { uid: user, gid: user },
      createAcl: { ownerUid: user, ownerGid: user, permissions: '700' },
    });
    taskDefinition.addVolume({
      name: 'vectors',
      efsVolumeConfiguration: {
        fileSystemId: files.fileSystemId,
        transitEncryption: 'ENABLED',
        authorizationConfig: { accessPointId: accessPoint.accessPointId, iam: 'ENABLED' },
      },
    });
    container.addMountPoints({ sourceVolume: 'vectors', containerPath: dataPath, readOnly: false });
    taskDefinition.taskRole.addToPrincipalPolicy(
      new iam.PolicyStatement({
        actions: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'],
        resources: [files.fileSystemArn],
        conditions: { StringEquals: { 'elasticfilesystem:AccessPointArn': accessPoint.accessPointArn } },
      }),
    );
  }
}

/** Not every version of the image has curl or wget; all have bash. */
const heartbeat = [
  `exec 3<>/dev/tcp/127.0.0.1/${port}`,
  String.raw`printf 'GET /api/v2/heartbeat HTTP/1.0\r\n\r\n' >&3`,
  'read -r _ status _ <&3',
  '[ "$status" = 200 ]',
].join(' && ');
