import { aws_ecr_assets as assets, type aws_ec2 as ec2, type aws_iam as iam } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { publishWatched } from '../constructs/alarms/publish-watched';
import { ApplicationContainer } from '../constructs/application/application-container';
import { ApplicationSecurityGroup } from '../constructs/application/application-security-group';
import { InstanceCapacity } from '../constructs/ec2/instance-capacity';
import { InstanceService } from '../constructs/ec2/instance-service';
import { InstanceTaskDefinition } from '../constructs/ec2/instance-task-definition';
import { ChromaService } from '../constructs/ecs/chroma-service';
import { ServiceCluster } from '../constructs/ecs/service-cluster';
import { serviceEvents } from '../constructs/ecs/service-events';
import { requestMetrics, serviceMetrics } from '../constructs/ecs/service-metrics';
import { ingresses } from '../constructs/ingress/ingress';
import { DeletionProtection } from '../constructs/protection/deletion-protection';
import { applicationRelease } from '../constructs/release/application-release';
import { RollbackAlarms } from '../constructs/release/rollback-alarms';
import type { Stores } from '../constructs/stores';
import type { EcsServiceName, Target, TargetEvents, TargetMetrics, TargetOrigin } from '../constructs/target';
import { selectAlarms } from '../lib/alarms/selection';
import type { Deployment } from '../lib/deployment/schema';
import { serviceStack } from '../lib/stacks/names';
import { architectureOf } from '../lib/sizes/compute-instances';
import { DeploymentStack } from './deployment-stack';

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
  readonly events: TargetEvents;
  readonly logGroupName: string;
  readonly chroma?: EcsServiceName;
  readonly rollbackAlarms: readonly string[];
  readonly grantPrincipal: iam.IPrincipal;

  constructor(scope: Construct, { deployment, vpc, stores }: Ec2StackProps) {
    super(scope, serviceStack('ec2'), { deployment, description: `${deployment.name} on ECS on EC2` });
    const { name, ai, aws, container, database, domain, edge, flags, image, keep, logs } = deployment;
    const settings = deployment.targets.ec2;
    if (!settings) throw new Error('targets.ec2 is not stated, so there is nothing to build on EC2');
    const { exec } = settings;
    const platform = platforms[architectureOf(settings.instanceType)];

    const securityGroup = new ApplicationSecurityGroup(this, 'ApplicationSecurityGroup', {
      vpc,
      stores,
      target: 'EC2',
    });
    const cluster = new ServiceCluster(this, 'Cluster', { logs, vpc, exec, insights: false, fargate: false });
    const instances = new InstanceCapacity(this, 'Instances', { settings, vpc, cluster, securityGroup });
    const { capacityProvider } = instances;
    const place = { vpc, cluster, capacityProvider, securityGroup };

    const ingress = ingresses(this, {
      aws,
      container,
      domain,
      edge,
      keep,
      logs,
      vpc,
      rollout: 'rolling',
      targetType: 'instance',
    });
    const [{ loadBalancer, origin, traffic: live }] = ingress;

    const chroma =
      stores.vectorFiles &&
      new ChromaService(this, 'Chroma', {
        name,
        target: 'ec2',
        chroma: settings.chroma,
        logs,
        vpc,
        cluster,
        capacityProvider,
        platform,
        files: stores.vectorFiles,
        clients: securityGroup,
      });
    const taskDefinition = new InstanceTaskDefinition(this, 'TaskDefinition', settings);
    const application = new ApplicationContainer(taskDefinition, 'App', {
      name,
      ai,
      aws,
      container,
      database,
      domain,
      flags,
      image,
      logs,
      stores,
      chromaUrl: chroma?.url,
      trustedProxyHops: origin.proxyHops,
      platform,
      taskDefinition,
      exec,
    });
    const rollback = new RollbackAlarms(this, 'Rollback', {
      selection: selectAlarms({ ...deployment, live: 'ec2' }),
      metrics: requestMetrics(loadBalancer),
    });
    const service = new InstanceService(this, 'Tasks', {
      settings,
      cluster,
      capacityProvider,
      application,
      traffic: ingress.map(({ traffic }) => traffic),
      securityGroup,
      deploymentAlarms: rollback.deploymentAlarms,
    });
    applicationRelease(this, { image, container, database, logs, stores, application, place, service });

    this.origin = origin;
    this.metrics = serviceMetrics({ loadBalancer, targetGroups: live.targetGroups, service });
    this.events = serviceEvents({ service, taskDefinition });
    this.logGroupName = application.logGroupName;
    this.chroma = chroma?.service;
    this.rollbackAlarms = rollback.names;
    this.grantPrincipal = taskDefinition.taskRole;
    publishWatched(this);
    const loadBalancers = ingress.map((each) => each.loadBalancer);
    const { instance } = stores.database;
    const refusesDeletion = deployment.live === 'ec2';
    new DeletionProtection(this, 'DeletionProtection', {
      database,
      logs,
      instance,
      loadBalancers,
      refusesDeletion,
    });
  }
}

const platforms = { arm64: assets.Platform.LINUX_ARM64, x86_64: assets.Platform.LINUX_AMD64 };
