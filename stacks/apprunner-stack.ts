import {
  aws_ecr_assets as assets,
  aws_ecs as ecs,
  type aws_ec2 as ec2,
  type aws_iam as iam,
} from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { appRunnerMetrics } from '../constructs/apprunner/apprunner-metrics';
import { AppRunnerOrigin, appRunnerProxyHops } from '../constructs/apprunner/apprunner-origin';
import { AppRunnerService } from '../constructs/apprunner/apprunner-service';
import { LogRetention } from '../constructs/apprunner/log-retention';
import { OfficeHours } from '../constructs/apprunner/office-hours';
import { DeploymentStack } from './deployment-stack';
import { ApplicationContainer } from '../constructs/application/application-container';
import { ApplicationImage } from '../constructs/application/application-image';
import { ApplicationSecurityGroup } from '../constructs/application/application-security-group';
import { capacityProvider } from '../constructs/ecs/fargate-service';
import { FargateTaskDefinition } from '../constructs/ecs/fargate-task-definition';
import { containerEnvironment } from '../constructs/application/container-environment';
import { CredentialRefresh } from '../constructs/release/credential-refresh';
import { jobs } from '../constructs/release/jobs';
import { releaseSteps } from '../constructs/release/release-steps';
import { ServiceCluster } from '../constructs/ecs/service-cluster';
import type { Stores } from '../constructs/stores';
import type { Target, TargetMetrics, TargetOrigin } from '../constructs/target';
import type { Deployment } from '../lib/deployment/schema';
import { serviceStack } from '../lib/stacks/names';

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
  readonly grantPrincipal: iam.IPrincipal;

  constructor(scope: Construct, { deployment, vpc, stores }: AppRunnerStackProps) {
    super(scope, serviceStack('apprunner'), { deployment, description: `${deployment.name} on App Runner` });
    const { apprunner } = deployment.targets;
    if (!apprunner)
      throw new Error('targets.apprunner is not stated, so there is nothing to build on App Runner');

    const securityGroup = new ApplicationSecurityGroup(this, 'ApplicationSecurityGroup', {
      vpc,
      stores,
      target: 'App Runner',
    });
    const image = new ApplicationImage(this, 'Image', { deployment, platform: assets.Platform.LINUX_AMD64 });
    const environment = containerEnvironment({
      deployment,
      stores,
      trustedProxyHops: appRunnerProxyHops(deployment),
    });

    const cluster = new ServiceCluster(this, 'Jobs', { deployment, vpc, exec: false, insights: false });
    const taskDefinition = new FargateTaskDefinition(this, 'JobDefinition', {
      ...apprunner,
      architecture: ecs.CpuArchitecture.X86_64,
    });
    const container = new ApplicationContainer(taskDefinition, 'App', {
      deployment,
      stores,
      image,
      environment,
      taskDefinition,
      exec: false,
    });

    const { service, instanceRole } = new AppRunnerService(this, 'Application', {
      deployment,
      apprunner,
      vpc,
      stores,
      image,
      environment,
      securityGroup,
    });
    const jobProps = { deployment, vpc, stores, cluster, capacityProvider, container, securityGroup };
    service.node.addDependency(...releaseSteps(this, jobProps));
    jobs(this, jobProps);
    new CredentialRefresh(this, 'CredentialRefresh', {
      service: { appRunnerArn: service.attrServiceArn },
      rotationDays: deployment.database.rotationDays,
    });
    new LogRetention(this, 'LogRetention', { deployment, service });
    if (deployment.schedule) new OfficeHours(this, 'OfficeHours', { hours: deployment.schedule, service });

    this.origin = new AppRunnerOrigin(this, 'Origin', {
      deployment,
      vpc,
      service,
      ingress: apprunner.ingress,
    });
    this.metrics = appRunnerMetrics(service, apprunner.instances.min);
    this.grantPrincipal = instanceRole;
  }
}
