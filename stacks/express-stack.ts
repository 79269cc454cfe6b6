import type { aws_ec2 as ec2, aws_iam as iam } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { DeploymentStack } from './deployment-stack';
import { expressMetrics } from '../constructs/express/express-metrics';
import { ExpressOrigin, expressProxyHops } from '../constructs/express/express-origin';
import { expressContainer, ExpressService } from '../constructs/express/express-service';
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
  readonly grantPrincipal: iam.IPrincipal;

  constructor(scope: Construct, { deployment, vpc, stores }: ExpressStackProps) {
    super(scope, serviceStack('express'), {
      deployment,
      description: `${deployment.name} on ECS Express Mode`,
    });
    const { express } = deployment.targets;
    if (!express) throw new Error('targets.express is not stated, so there is nothing to build on Express');

    const cluster = new ServiceCluster(this, 'Cluster', { deployment, vpc, exec: false, insights: false });
    const securityGroup = new ApplicationSecurityGroup(this, 'ApplicationSecurityGroup', {
      vpc,
      stores,
      target: 'Express',
    });
    const taskDefinition = new FargateTaskDefinition(this, 'TaskDefinition', express);
    const container = new ApplicationContainer(taskDefinition, 'App', {
      deployment,
      stores,
      image: new ApplicationImage(this, 'Image', { deployment }),
      environment: containerEnvironment({
        deployment,
        stores,
        trustedProxyHops: expressProxyHops(deployment),
      }),
      taskDefinition,
      exec: false,
      ...expressContainer,
    });

    const application = new ExpressService(this, 'Application', {
      deployment,
      express,
      vpc,
      cluster,
      container,
      securityGroup,
    });
    const jobProps = { deployment, vpc, stores, cluster, capacityProvider, container, securityGroup };
    application.node.addDependency(...releaseSteps(this, jobProps));
    jobs(this, jobProps);
    new CredentialRefresh(this, 'CredentialRefresh', {
      service: application.service,
      rotationDays: deployment.database.rotationDays,
    });

    this.origin = new ExpressOrigin(this, 'Origin', { deployment, vpc, express: application });
    this.metrics = expressMetrics(this, application);
    this.grantPrincipal = taskDefinition.taskRole;
  }
}
