import { aws_ecs as ecs, Fn, type aws_ec2 as ec2 } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { ContainerSettings } from '../../lib/deployment/schema/container';
import type { EdgeSettings } from '../../lib/deployment/schema/edge';
import type { ExpressSettings } from '../../lib/deployment/schema/targets';
import { containerNames } from '../../lib/stacks/names';
import { attachmentsOf } from '../attachments';
import type { LoadBalancerName } from '../ecs/service-metrics';
import { ignoreLintRules } from '../findings/ignore-lint-rule';
import { privateSubnets, publicSubnets } from '../network/tiers';
import type { ApplicationContainer } from '../application/application-container';
import { stackValue } from '../stack-value';
import type { EcsServiceName } from '../target';
import { InfrastructureRole } from './infrastructure-role';

export interface ExpressServiceProps {
  readonly settings: ExpressSettings;
  readonly container: ContainerSettings;
  readonly edge: EdgeSettings;
  readonly vpc: ec2.IVpc;
  readonly cluster: ecs.ICluster;
  readonly application: ApplicationContainer;
  readonly securityGroup: ec2.ISecurityGroup;
}

export interface WatchedService extends LoadBalancerName, EcsServiceName {
  readonly serviceArn: string;
  readonly cluster: ecs.ICluster;
}

/** Express finds the application's container by this name, and its port by being a named one. */
export const expressContainer = { containerName: containerNames.express, portName: 'http' };

/**
 * The application on ECS Express Mode, in our cluster, network and task definition: what Express
 * would otherwise choose (x86, a writable root, a log without end) is chosen there. Load balancer,
 * certificate, scaling and rollout are its own; docs/architecture.md lists them.
 */
export class ExpressService extends Construct {
  /** The only host name that the service answers to, over HTTPS. */
  readonly domainName: string;
  readonly loadBalancerArn: string;
  readonly loadBalancerSecurityGroupId: string;
  readonly isPublic: boolean;
  readonly service: ecs.IBaseService;
  /** The names by which metrics and events know the service, for stacks that read them. */
  readonly watched: WatchedService;

  constructor(scope: Construct, id: string, props: ExpressServiceProps) {
    super(scope, id);
    const { settings, container, vpc, cluster, application, securityGroup } = props;
    this.isPublic = isPublic(props.edge);
    const role = new InfrastructureRole(this, 'InfrastructureRole');
    const service = new ecs.CfnExpressGatewayService(this, 'Service', {
      cluster: cluster.clusterName,
      infrastructureRoleArn: role.roleArn,
      taskDefinitionArn: application.taskDefinition.taskDefinitionArn,
      healthCheckPath: container.healthPath,
      scalingTarget: {
        minTaskCount: settings.tasks.min,
        maxTaskCount: settings.tasks.max,
        autoScalingMetric: 'AVERAGE_CPU',
        autoScalingTargetValue: settings.tasks.cpuPercent,
      },
      networkConfiguration: {
        // Express takes the scheme of its load balancer from the subnets of the tasks: internal in private ones.
        // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/express-service-work.html
        subnets: vpc.selectSubnets(this.isPublic ? publicSubnets : privateSubnets).subnetIds,
        securityGroups: [securityGroup.securityGroupId],
      },
    });
    ignoreLintRules(service, ...newSchema);
    // The roles' rights and the way to the database have to be there before the first task.
    const { taskRole } = application.taskDefinition;
    const executionRole = application.taskDefinition.obtainExecutionRole();
    service.node.addDependency(taskRole, executionRole, attachmentsOf(securityGroup));

    this.domainName = hostOf(service.attrEndpoint);
    this.loadBalancerArn = service.attrEcsManagedResourceArnsIngressPathLoadBalancerArn;
    this.loadBalancerSecurityGroupId = Fn.select(
      1,
      Fn.split('/', Fn.select(0, service.attrEcsManagedResourceArnsIngressPathLoadBalancerSecurityGroups)),
    );
    this.service = ecs.FargateService.fromFargateServiceAttributes(this, 'Running', {
      cluster,
      serviceArn: service.attrServiceArn,
    });
    this.watched = {
      loadBalancerFullName: stackValue(this, 'LoadBalancerName', fullNameOf(this.loadBalancerArn)),
      serviceArn: service.attrServiceArn,
      serviceName: stackValue(this, 'ServiceName', this.service.serviceName),
      cluster,
    };
  }
}

/** The load balancer's metrics name it by the end of its ARN: `…:loadbalancer/app/NAME/ID`. */
function fullNameOf(loadBalancerArn: string): string {
  return Fn.select(1, Fn.split(':loadbalancer/', loadBalancerArn));
}

/** Behind CloudFront it is in the private subnets, unless `edge.loadBalancer` is `public`. */
function isPublic(edge: EdgeSettings): boolean {
  return edge.cdn !== true || edge.loadBalancer === 'public';
}

/** The name alone, whether ECS says it with `https://` and a path or without. */
function hostOf(endpoint: string): string {
  return Fn.select(0, Fn.split('/', Fn.join('', Fn.split('https://', endpoint))));
}

/** https://aws.amazon.com/about-aws/whats-new/2026/07/amazon-ecs-express-mode-task-def/ */
const newSchema = [
  {
    rule: 'E3002',
    reason: 'cfn-lint 1.51 has the schema from before July 2026, without TaskDefinitionArn.',
  },
  {
    rule: 'E3003',
    reason:
      'cfn-lint 1.51 requires ExecutionRoleArn and PrimaryContainer, which the task definition now has.',
  },
];
