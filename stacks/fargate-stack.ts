import type { aws_ec2 as ec2, aws_iam as iam } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { DeploymentStack } from './deployment-stack';
import { ApplicationContainer } from '../constructs/application/application-container';
import { ApplicationImage } from '../constructs/application/application-image';
import { ApplicationSecurityGroup } from '../constructs/application/application-security-group';
import { FargateService, capacityProvider } from '../constructs/ecs/fargate-service';
import { FargateTaskDefinition } from '../constructs/ecs/fargate-task-definition';
import { ChromaService } from '../constructs/ecs/chroma-service';
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
    super(scope, serviceStack('fargate'), { deployment, description: `${deployment.name} on ECS Fargate` });
    const { fargate } = deployment.targets;
    if (!fargate) throw new Error('targets.fargate is not stated, so there is nothing to build on Fargate');

    const cluster = new ServiceCluster(this, 'Cluster', { deployment, vpc, exec: fargate.exec });
    const application = new ApplicationSecurityGroup(this, 'ApplicationSecurityGroup', {
      vpc,
      stores,
      target: 'Fargate',
    });

    const loadBalancer = new LoadBalancer(this, 'LoadBalancer', { deployment, vpc });
    const origin = new LoadBalancerOrigin(this, 'Origin', { deployment, vpc, loadBalancer });
    const traffic = new Traffic(this, 'Traffic', {
      deployment,
      vpc,
      listener: loadBalancer.listener,
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

    const taskDefinition = new FargateTaskDefinition(this, 'TaskDefinition', fargate);
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
    const service = new FargateService(this, 'Tasks', {
      fargate,
      cluster,
      container,
      traffic,
      securityGroup: application,
      hours: deployment.schedule,
    });
    const jobProps = {
      deployment,
      vpc,
      stores,
      cluster,
      capacityProvider,
      container,
      securityGroup: application,
    };
    service.node.addDependency(application, ...releaseSteps(this, jobProps));
    jobs(this, jobProps);
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
  }
}
