import {
  aws_ecr_assets as assets,
  aws_ecs as ecs,
  type aws_ec2 as ec2,
  type aws_iam as iam,
} from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { publishWatched } from '../constructs/alarms/publish-watched';
import { ApplicationContainer } from '../constructs/application/application-container';
import { ApplicationSecurityGroup } from '../constructs/application/application-security-group';
import { appRunnerEvents } from '../constructs/apprunner/apprunner-events';
import { appRunnerMetrics } from '../constructs/apprunner/apprunner-metrics';
import { AppRunnerOrigin, appRunnerProxyHops } from '../constructs/apprunner/apprunner-origin';
import { AppRunnerService } from '../constructs/apprunner/apprunner-service';
import { logName, LogRetention } from '../constructs/apprunner/log-retention';
import { OfficeHours } from '../constructs/apprunner/office-hours';
import { capacityProvider } from '../constructs/ecs/fargate-service';
import { FargateTaskDefinition } from '../constructs/ecs/fargate-task-definition';
import { ServiceCluster } from '../constructs/ecs/service-cluster';
import { DeletionProtection } from '../constructs/protection/deletion-protection';
import { applicationRelease } from '../constructs/release/application-release';
import { stackValue } from '../constructs/stack-value';
import type { Stores } from '../constructs/stores';
import type { Target, TargetEvents, TargetMetrics, TargetOrigin } from '../constructs/target';
import type { Deployment } from '../lib/deployment/schema';
import { serviceStack } from '../lib/stacks/names';
import { DeploymentStack } from './deployment-stack';

export interface AppRunnerStackProps {
  readonly deployment: Deployment;
  readonly vpc: ec2.IVpc;
  readonly stores: Stores;
}

/**
 * The shop on App Runner.
 *
 *     CloudFront ──▶ App Runner ──▶ VPC connector ──▶ database, cache, Bedrock
 *     every night, and before a release ──▶ a job on Fargate ──▶ database, backups
 *
 * App Runner runs servers and nothing that ends, so the jobs run on Fargate with the same image. A
 * release goes: static files, migration, then a new version beside the old one.
 */
export class AppRunnerStack extends DeploymentStack implements Target {
  readonly origin: TargetOrigin;
  readonly metrics: TargetMetrics;
  readonly events: TargetEvents;
  readonly logGroupName: string;
  readonly jobLogGroupName: string;
  readonly grantPrincipal: iam.IPrincipal;

  constructor(scope: Construct, { deployment, vpc, stores }: AppRunnerStackProps) {
    super(scope, serviceStack('apprunner'), { deployment, description: `${deployment.name} on App Runner` });
    const { ai, aws, container, database, domain, edge, flags, image, logs, network, schedule } = deployment;
    const settings = deployment.targets.apprunner;
    if (!settings)
      throw new Error('targets.apprunner is not stated, so there is nothing to build on App Runner');
    const { ingress, instances } = settings;

    const securityGroup = new ApplicationSecurityGroup(this, 'ApplicationSecurityGroup', {
      vpc,
      stores,
      target: 'App Runner',
    });
    const cluster = new ServiceCluster(this, 'Jobs', { logs, vpc, exec: false, insights: false });
    const place = { vpc, cluster, capacityProvider, securityGroup };

    const taskDefinition = new FargateTaskDefinition(this, 'JobDefinition', {
      ...settings,
      architecture: ecs.CpuArchitecture.X86_64,
    });
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
      trustedProxyHops: appRunnerProxyHops(edge),
      platform: assets.Platform.LINUX_AMD64,
      taskDefinition,
      exec: false,
    });
    const { service, instanceRole } = new AppRunnerService(this, 'Application', {
      settings,
      ai,
      aws,
      container,
      vpc,
      stores,
      application,
      securityGroup,
    });
    applicationRelease(this, { image, container, database, logs, stores, application, place, service });
    new LogRetention(this, 'LogRetention', { logs, service });
    if (schedule) new OfficeHours(this, 'OfficeHours', { schedule, service });

    this.origin = new AppRunnerOrigin(this, 'Origin', { edge, network, vpc, service, ingress });
    this.metrics = appRunnerMetrics(service, instances.min);
    this.events = appRunnerEvents({ service, cluster, taskDefinition });
    this.logGroupName = stackValue(this, 'LogName', logName(service, 'application'));
    this.jobLogGroupName = application.logGroupName;
    this.grantPrincipal = instanceRole;
    publishWatched(this);
    const { instance } = stores.database;
    const refusesDeletion = deployment.live === 'apprunner';
    new DeletionProtection(this, 'DeletionProtection', { database, logs, instance, refusesDeletion });
  }
}
