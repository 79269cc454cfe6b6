import { CfnOutput, aws_ec2 as ec2, aws_ecs as ecs, type aws_iam as iam } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { DeploymentStack } from '../constructs/deployment-stack';
import { privateSubnets } from '../constructs/network/tiers';
import { ApplicationContainer } from '../constructs/service/application-container';
import { ApplicationImage } from '../constructs/service/application-image';
import { ApplicationService, capacityProvider } from '../constructs/service/application-service';
import { ChromaService } from '../constructs/service/chroma-service';
import { containerEnvironment } from '../constructs/service/container-environment';
import { CredentialRefresh } from '../constructs/service/credential-refresh';
import { LoadBalancer } from '../constructs/service/load-balancer';
import { LoadBalancerOrigin } from '../constructs/service/load-balancer-origin';
import { MigrationGate } from '../constructs/service/migration-gate';
import { ServiceCluster } from '../constructs/service/service-cluster';
import { serviceMetrics } from '../constructs/service/service-metrics';
import { StaticAssets } from '../constructs/service/static-assets';
import { Traffic } from '../constructs/service/traffic';
import type { Stores } from '../constructs/stores';
import type { Target, TargetMetrics, TargetOrigin } from '../constructs/target';
import type { Deployment } from '../lib/deployment/schema';

export interface FargateStackProps {
  readonly deployment: Deployment;
  readonly vpc: ec2.IVpc;
  readonly stores: Stores;
}

/**
 * The shop on ECS Fargate.
 *
 *     CloudFront ──▶ load balancer ──▶ tasks over the zones ──▶ database, cache, Bedrock
 *                                        └──▶ one Chroma server ──▶ EFS
 *
 * A release goes: static files, migration, then new tasks beside the old ones.
 */
export class FargateStack extends DeploymentStack implements Target {
  readonly origin: TargetOrigin;
  readonly metrics: TargetMetrics;
  readonly grantPrincipal: iam.IPrincipal;

  constructor(scope: Construct, { deployment, vpc, stores }: FargateStackProps) {
    super(scope, 'service-fargate', { deployment, description: `${deployment.name} on ECS Fargate` });
    const { fargate } = deployment.targets;
    if (!fargate) throw new Error('targets.fargate is not stated, so there is nothing to build on Fargate');

    const cluster = new ServiceCluster(this, 'Cluster', { deployment, vpc, exec: fargate.exec });
    const application = this.applicationSecurityGroup(vpc, stores);

    const loadBalancer = new LoadBalancer(this, 'LoadBalancer', { deployment, vpc });
    const origin = new LoadBalancerOrigin(this, 'Origin', { deployment, vpc, loadBalancer });
    const traffic = new Traffic(this, 'Traffic', {
      deployment,
      vpc,
      listener: loadBalancer.entrance,
      rollout: fargate.rollout,
    });

    const chroma =
      stores.vectorFiles &&
      new ChromaService(this, 'Chroma', {
        deployment,
        vpc,
        cluster,
        target: 'fargate',
        size: fargate.chroma,
        files: stores.vectorFiles,
        clients: application,
      });

    const taskDefinition = this.taskDefinition(fargate);
    const container = new ApplicationContainer(taskDefinition, 'App', {
      deployment,
      stores,
      image: new ApplicationImage(this, 'Image', { deployment }),
      environment: containerEnvironment({
        deployment,
        stores,
        chromaUrl: chroma?.url,
        trustedProxyHops: origin.proxyHops,
      }),
      taskDefinition,
      exec: fargate.exec,
    });
    const service = new ApplicationService(this, 'Tasks', {
      fargate,
      cluster,
      container,
      traffic,
      securityGroup: application,
    });
    service.node.addDependency(
      application,
      ...this.beforeNewTasks({ deployment, vpc, stores }, cluster, container, application),
    );
    new CredentialRefresh(this, 'CredentialRefresh', {
      service,
      rotationDays: deployment.database.rotationDays,
    });

    this.origin = origin;
    this.metrics = serviceMetrics({
      loadBalancer,
      targetGroups: traffic.targetGroups,
      service,
    });
    this.grantPrincipal = taskDefinition.taskRole;
    this.describeJobs(cluster, container, application, vpc);
  }

  /** The tasks reach their stores and, over HTTPS, AWS and the world; the load balancer alone enters them. */
  private applicationSecurityGroup(vpc: ec2.IVpc, { database, cache }: Stores): ec2.SecurityGroup {
    const group = new ec2.SecurityGroup(this, 'ApplicationSecurityGroup', {
      vpc,
      description: 'Application tasks',
      allowAllOutbound: false,
    });
    group.connections.allowToAnyIpv4(ec2.Port.HTTPS, 'AWS and other APIs');
    // These rules stand in this stack, so the stores do not change when a target comes or goes.
    group.connections.allowToDefaultPort(database, 'Application on Fargate');
    if (cache) group.connections.allowToDefaultPort(cache, 'Application on Fargate');
    return group;
  }

  private taskDefinition({ cpu, memoryMiB }: { cpu: number; memoryMiB: number }): ecs.FargateTaskDefinition {
    return new ecs.FargateTaskDefinition(this, 'TaskDefinition', {
      // CDK's own family is the same in every deployment.
      family: this.stackName,
      cpu,
      memoryLimitMiB: memoryMiB,
      runtimePlatform: {
        cpuArchitecture: ecs.CpuArchitecture.ARM64,
        operatingSystemFamily: ecs.OperatingSystemFamily.LINUX,
      },
    });
  }

  private beforeNewTasks(
    { deployment, vpc, stores }: FargateStackProps,
    cluster: ecs.ICluster,
    container: ApplicationContainer,
    securityGroup: ec2.ISecurityGroup,
  ): Construct[] {
    const isBundled = deployment.image === 'bundled';
    const command = deployment.container.migrateCommand ?? (isBundled ? ['migrate'] : undefined);
    const steps: Construct[] = [];
    if (isBundled) steps.push(new StaticAssets(this, 'StaticAssets', { deployment, bucket: stores.assets }));
    if (command) {
      steps.push(
        new MigrationGate(this, 'MigrationGate', {
          deployment,
          vpc,
          cluster,
          capacityProvider,
          container,
          command,
          securityGroup,
        }),
      );
    }
    return steps;
  }

  /** What `aws ecs run-task` needs for a job: the server's own task definition, with another command. */
  private describeJobs(
    cluster: ecs.ICluster,
    container: ApplicationContainer,
    securityGroup: ec2.ISecurityGroup,
    vpc: ec2.IVpc,
  ): void {
    new CfnOutput(this, 'JobCluster', { value: cluster.clusterName });
    new CfnOutput(this, 'JobTaskDefinition', { value: container.taskDefinition.taskDefinitionArn });
    new CfnOutput(this, 'JobSecurityGroup', { value: securityGroup.securityGroupId });
    new CfnOutput(this, 'JobSubnets', { value: vpc.selectSubnets(privateSubnets).subnetIds.join() });
  }
}
