import { aws_ecs as ecs, aws_logs as logs, Duration, RemovalPolicy, Size, Validations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { LogSettings } from '../../lib/deployment/schema/logs';
import { containerNames } from '../../lib/stacks/names';
import { ApplicationImage, type ApplicationImageProps } from './application-image';
import { grantApplicationPermissions } from './application-permissions';
import {
  containerEnvironment,
  type ContainerEnvironment,
  type ContainerEnvironmentProps,
} from './container-environment';
import { taskSecrets } from './task-secrets';

/** The task definition has no container yet: its CPU, memory and platform are the target's. */
export interface ApplicationContainerProps
  extends
    ApplicationImageProps,
    ContainerEnvironmentProps,
    Pick<ecs.ContainerDefinitionProps, 'taskDefinition'> {
  readonly logs: LogSettings;
  /** ECS Exec needs writable directories of its own. */
  readonly exec: boolean;
  /** @default 'app' */
  readonly containerName?: string;
  /** Name of the container's port. @default - none */
  readonly portName?: string;
}

/** Size of each writable directory, which is in memory; only what is used counts against the task. */
const writableMiB = 128;

/** First part of every log stream's name; the container's name and the task's id follow. */
export const logStreamPrefix = 'task';

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html */
const execDirectories = ['/managed-agents', '/var/lib/amazon/ssm', '/var/log/amazon/ssm'];

/**
 * The application's container in a task definition: not root, on a read-only file system. The jobs
 * (migrate, reindex, export) run the same definition with another command, so they can never differ
 * from the server in image, environment or rights.
 */
export class ApplicationContainer extends ecs.ContainerDefinition {
  /** What it runs. */
  readonly source: ApplicationImage;
  /** What it is started with. */
  readonly runtimeEnvironment: ContainerEnvironment;
  readonly logGroupName: string;

  constructor(scope: Construct, id: string, props: ApplicationContainerProps) {
    const { container } = props;
    // eslint-disable-next-line awscdk/require-passing-this -- there is no `this` before super()
    const source = new ApplicationImage(scope, 'Image', props);
    const environment = containerEnvironment(props);
    const logGroup = applicationLog(scope, props.logs);
    super(scope, id, {
      taskDefinition: props.taskDefinition,
      containerName: props.containerName ?? containerNames.application,
      image: source.container,
      command: container.command,
      user: container.user,
      environment: environment.plain,
      secrets: taskSecrets(scope, environment.secret, props.taskDefinition.obtainExecutionRole()),
      portMappings: [{ containerPort: container.port, name: props.portName }],
      readonlyRootFilesystem: true,
      linuxParameters: writableInMemory(scope, container.writablePaths),
      stopTimeout: Duration.seconds(container.stopTimeoutSeconds),
      // A log that cannot be delivered must not stop the shop, so lines are dropped instead.
      logging: ecs.LogDrivers.awsLogs({
        logGroup,
        streamPrefix: logStreamPrefix,
        mode: ecs.AwsLogDriverMode.NON_BLOCKING,
        maxBufferSize: Size.mebibytes(8),
      }),
      // No health check here: the load balancer's looks at the same path, and one in the container
      // would start a second Node every few seconds on a quarter of a vCPU.
    });
    this.source = source;
    this.runtimeEnvironment = environment;
    this.logGroupName = logGroup.logGroupName;
    if (props.exec) execDirectories.forEach((directory) => this.makeWritable(directory));

    grantApplicationPermissions(scope, props.taskDefinition.taskRole, props);
    this.acknowledge();
  }

  private makeWritable(containerPath: string): void {
    const name = containerPath.slice(1).replaceAll('/', '-');
    this.taskDefinition.addVolume({ name });
    this.addMountPoints({ sourceVolume: name, containerPath, readOnly: false });
  }

  private acknowledge(): void {
    Validations.of(this.taskDefinition).acknowledge({
      id: 'AwsSolutions-ECS2',
      reason:
        'The variables in plain text are addresses and settings. Secrets have a type of their own in the contract and come from Secrets Manager.',
    });
    Validations.of(this.taskDefinition.obtainExecutionRole()).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason:
        'ecr:GetAuthorizationToken takes no resource; pulling is limited to the repository of the image.',
    });
  }
}

/** It is kept when a release fails or the target is removed, so that it can be read then. Its lines expire. */
function applicationLog(parent: Construct, { retentionDays }: LogSettings): logs.ILogGroup {
  return new logs.LogGroup(parent, 'Log', {
    retention: retentionDays,
    removalPolicy: RemovalPolicy.RETAIN,
  });
}

/**
 * Any user can write to a tmpfs. A Fargate bind mount belongs to root unless the image declares the
 * directory as a volume.
 * https://aws.amazon.com/about-aws/whats-new/2026/01/amazon-ecs-tmpfs-mounts-aws-fargate-managed-instances/
 */
function writableInMemory(parent: Construct, directories: readonly string[]): ecs.LinuxParameters {
  const parameters = new ecs.LinuxParameters(parent, 'Linux', { initProcessEnabled: true });
  parameters.addTmpfs(
    ...directories.map((containerPath) => ({
      containerPath,
      size: writableMiB,
      mountOptions: [ecs.TmpfsMountOption.NOSUID, ecs.TmpfsMountOption.NODEV],
    })),
  );
  return parameters;
}
