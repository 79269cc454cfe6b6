import { aws_ecr_assets as assets, type aws_ec2 as ec2, type aws_iam as iam } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { DeploymentStack } from './deployment-stack';
import { InstanceCapacity } from '../constructs/ec2/instance-capacity';
import { InstanceService } from '../constructs/ec2/instance-service';
import { InstanceTaskDefinition } from '../constructs/ec2/instance-task-definition';
import { ApplicationContainer } from '../constructs/application/application-container';
import { ApplicationImage } from '../constructs/application/application-image';
import { ApplicationSecurityGroup } from '../constructs/application/application-security-group';
import { ChromaService, type ChromaServiceProps } from '../constructs/ecs/chroma-service';
import { containerEnvironment } from '../constructs/application/container-environment';
import { CredentialRefresh } from '../constructs/release/credential-refresh';
import { jobs } from '../constructs/release/jobs';
import { LoadBalancer } from '../constructs/ingress/load-balancer';
import { LoadBalancerOrigin } from '../constructs/ingress/load-balancer-origin';
import { releaseSteps } from '../constructs/release/release-steps';
import { ServiceCluster } from '../constructs/ecs/service-cluster';
import { serviceMetrics } from '../constructs/ecs/service-metrics';
import { Traffic } from '../constructs/ingress/traffic';
import type { Stores } from '../constructs/stores';
import type { Target, TargetMetrics, TargetOrigin } from '../constructs/target';
import type { Deployment } from '../lib/deployment/schema';
import { serviceStack } from '../lib/stacks/names';
import { architectureOf } from '../lib/sizes/compute-instances';

export interface Ec2StackProps {
  readonly deployment: Deployment;
  readonly vpc: ec2.IVpc;
  readonly stores: Stores;
}

/**
 * The shop on one or two instances of its own.
 *
 *     CloudFront ──▶ load balancer ──▶ instances: tasks ──▶ database, cache, Bedrock
 *                                                  └──▶ one Chroma server ──▶ EFS
 *
 * A release goes: static files, migration, then a new task beside the old one. Every week a patched
 * instance takes the place of the old one.
 */
export class Ec2Stack extends DeploymentStack implements Target {
  readonly origin: TargetOrigin;
  readonly metrics: TargetMetrics;
  readonly grantPrincipal: iam.IPrincipal;

  constructor(scope: Construct, { deployment, vpc, stores }: Ec2StackProps) {
    super(scope, serviceStack('ec2'), { deployment, description: `${deployment.name} on ECS on EC2` });
    const settings = deployment.targets.ec2;
    if (!settings) throw new Error('targets.ec2 is not stated, so there is nothing to build on EC2');

    const { exec } = settings;
    const securityGroup = new ApplicationSecurityGroup(this, 'ApplicationSecurityGroup', {
      vpc,
      stores,
      target: 'EC2',
    });
    const cluster = new ServiceCluster(this, 'Cluster', {
      deployment,
      vpc,
      exec,
      insights: false,
      fargate: false,
    });
    const { capacityProvider } = new InstanceCapacity(this, 'Instances', {
      settings,
      vpc,
      cluster,
      securityGroup,
    });

    const loadBalancer = new LoadBalancer(this, 'LoadBalancer', { deployment, vpc });
    const origin = new LoadBalancerOrigin(this, 'Origin', { deployment, vpc, loadBalancer });
    const traffic = new Traffic(this, 'Traffic', {
      deployment,
      vpc,
      listener: loadBalancer.listener,
      rollout: 'rolling',
      targetType: 'instance',
    });

    const chroma = this.chroma({
      deployment,
      vpc,
      stores,
      cluster,
      capacityProvider,
      clients: securityGroup,
    });
    const taskDefinition = new InstanceTaskDefinition(this, 'TaskDefinition', settings);
    const container = new ApplicationContainer(taskDefinition, 'App', {
      deployment,
      stores,
      image: new ApplicationImage(this, 'Image', {
        deployment,
        platform: platforms[architectureOf(settings.instanceType)],
      }),
      environment: containerEnvironment({
        deployment,
        stores,
        chromaUrl: chroma?.url,
        trustedProxyHops: origin.proxyHops,
      }),
      taskDefinition,
      exec,
    });
    const service = new InstanceService(this, 'Tasks', {
      settings,
      cluster,
      capacityProvider,
      container,
      traffic,
      securityGroup,
    });
    const jobProps = { deployment, vpc, stores, cluster, capacityProvider, container, securityGroup };
    service.node.addDependency(securityGroup, ...releaseSteps(this, jobProps));
    jobs(this, jobProps);
    new CredentialRefresh(this, 'CredentialRefresh', {
      service,
      rotationDays: deployment.database.rotationDays,
    });

    this.origin = origin;
    this.metrics = serviceMetrics({ loadBalancer, targetGroups: traffic.targetGroups, service });
    this.grantPrincipal = taskDefinition.taskRole;
  }

  /** Absent when embeddings live in the database. */
  private chroma({ stores, ...props }: ChromaPlace): ChromaService | undefined {
    const { vectorFiles: files } = stores;
    const size = props.deployment.targets.ec2?.chroma;
    return files && size && new ChromaService(this, 'Chroma', { ...props, target: 'ec2', size, files });
  }
}

type ChromaPlace = Omit<ChromaServiceProps, 'target' | 'size' | 'files'> & Pick<Ec2StackProps, 'stores'>;

const platforms = { arm64: assets.Platform.LINUX_ARM64, x86_64: assets.Platform.LINUX_AMD64 };
