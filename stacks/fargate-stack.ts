import type { aws_ec2 as ec2, aws_iam as iam } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { publishWatched } from '../constructs/alarms/publish-watched';
import { ApplicationContainer } from '../constructs/application/application-container';
import { ApplicationSecurityGroup } from '../constructs/application/application-security-group';
import { ChromaService } from '../constructs/ecs/chroma-service';
import { capacityProvider, FargateService } from '../constructs/ecs/fargate-service';
import { FargateTaskDefinition } from '../constructs/ecs/fargate-task-definition';
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
import { DeploymentStack } from './deployment-stack';

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
  readonly events: TargetEvents;
  readonly logGroupName: string;
  readonly chroma?: EcsServiceName;
  readonly rollbackAlarms: readonly string[];
  readonly grantPrincipal: iam.IPrincipal;

  constructor(scope: Construct, { deployment, vpc, stores }: FargateStackProps) {
    super(scope, serviceStack('fargate'), { deployment, description: `${deployment.name} on ECS Fargate` });
    const { name, ai, aws, container, database, domain, edge, flags, image, keep, logs, schedule } =
      deployment;
    const settings = deployment.targets.fargate;
    if (!settings) throw new Error('targets.fargate is not stated, so there is nothing to build on Fargate');
    const { exec, rollout } = settings;

    const securityGroup = new ApplicationSecurityGroup(this, 'ApplicationSecurityGroup', {
      vpc,
      stores,
      target: 'Fargate',
    });
    const cluster = new ServiceCluster(this, 'Cluster', { logs, vpc, exec });
    const place = { vpc, cluster, capacityProvider, securityGroup };

    const ingress = ingresses(this, { aws, container, domain, edge, keep, logs, vpc, rollout });
    const [{ loadBalancer, origin, traffic: live }] = ingress;

    const chroma =
      stores.vectorFiles &&
      new ChromaService(this, 'Chroma', {
        name,
        target: 'fargate',
        chroma: settings.chroma,
        logs,
        vpc,
        cluster,
        files: stores.vectorFiles,
        clients: securityGroup,
      });
    const taskDefinition = new FargateTaskDefinition(this, 'TaskDefinition', settings);
    const application = new ApplicationContainer(taskDefinition, 'App', {
      name: deployment.name,
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
      taskDefinition,
      exec,
    });
    const rollback = new RollbackAlarms(this, 'Rollback', {
      selection: selectAlarms({ ...deployment, live: 'fargate' }),
      metrics: requestMetrics(loadBalancer),
    });
    const service = new FargateService(this, 'Tasks', {
      settings,
      schedule,
      cluster,
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
    const refusesDeletion = deployment.live === 'fargate';
    new DeletionProtection(this, 'DeletionProtection', {
      database,
      logs,
      instance,
      loadBalancers,
      refusesDeletion,
    });
  }
}
