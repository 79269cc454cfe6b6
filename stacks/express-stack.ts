import type { aws_ec2 as ec2, aws_iam as iam } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { publishWatched } from '../constructs/alarms/publish-watched';
import { ApplicationContainer } from '../constructs/application/application-container';
import { ApplicationSecurityGroup } from '../constructs/application/application-security-group';
import { capacityProvider } from '../constructs/ecs/fargate-service';
import { FargateTaskDefinition } from '../constructs/ecs/fargate-task-definition';
import { serviceEvents } from '../constructs/ecs/service-events';
import { ServiceCluster } from '../constructs/ecs/service-cluster';
import { expressMetrics } from '../constructs/express/express-metrics';
import { ExpressOrigin, expressProxyHops } from '../constructs/express/express-origin';
import { expressContainer, ExpressService } from '../constructs/express/express-service';
import { DeletionProtection } from '../constructs/protection/deletion-protection';
import { applicationRelease } from '../constructs/release/application-release';
import type { Stores } from '../constructs/stores';
import type { Target, TargetEvents, TargetMetrics, TargetOrigin } from '../constructs/target';
import type { Deployment } from '../lib/deployment/schema';
import { serviceStack } from '../lib/stacks/names';
import { DeploymentStack } from './deployment-stack';

export interface ExpressStackProps {
  readonly deployment: Deployment;
  readonly vpc: ec2.IVpc;
  readonly stores: Stores;
}

/**
 * The shop on ECS Express Mode.
 *
 *     CloudFront ──▶ Express: load balancer ──▶ tasks ──▶ database, cache, Bedrock
 *
 * A release goes: static files, migration, then Express sends a part of the requests to the new
 * version before it sends all.
 */
export class ExpressStack extends DeploymentStack implements Target {
  readonly origin: TargetOrigin;
  readonly metrics: TargetMetrics;
  readonly events: TargetEvents;
  readonly logGroupName: string;
  readonly grantPrincipal: iam.IPrincipal;

  constructor(scope: Construct, { deployment, vpc, stores }: ExpressStackProps) {
    super(scope, serviceStack('express'), {
      deployment,
      description: `${deployment.name} on ECS Express Mode`,
    });
    const { ai, aws, container, database, domain, edge, flags, image, logs } = deployment;
    const settings = deployment.targets.express;
    if (!settings) throw new Error('targets.express is not stated, so there is nothing to build on Express');

    const securityGroup = new ApplicationSecurityGroup(this, 'ApplicationSecurityGroup', {
      vpc,
      stores,
      target: 'Express',
    });
    const cluster = new ServiceCluster(this, 'Cluster', { logs, vpc, exec: false, insights: false });
    const place = { vpc, cluster, capacityProvider, securityGroup };

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
      trustedProxyHops: expressProxyHops(edge),
      taskDefinition,
      exec: false,
      ...expressContainer,
    });
    const express = new ExpressService(this, 'Application', {
      settings,
      container,
      edge,
      vpc,
      cluster,
      application,
      securityGroup,
    });
    const { service } = express;
    applicationRelease(this, {
      image,
      container,
      database,
      logs,
      stores,
      application,
      place,
      service,
      madeBy: express,
    });

    this.origin = new ExpressOrigin(this, 'Origin', { edge, logs, vpc, express });
    this.metrics = expressMetrics(express.watched);
    this.events = serviceEvents({ service: express.watched, taskDefinition });
    this.logGroupName = application.logGroupName;
    this.grantPrincipal = taskDefinition.taskRole;
    publishWatched(this);
    const { instance } = stores.database;
    const refusesDeletion = deployment.live === 'express';
    new DeletionProtection(this, 'DeletionProtection', { database, logs, instance, refusesDeletion });
  }
}
