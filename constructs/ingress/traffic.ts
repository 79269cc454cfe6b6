import {
  aws_ec2 as ec2,
  aws_ecs as ecs,
  aws_elasticloadbalancingv2 as elbv2,
  Duration,
  Validations,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { container as bundled } from '../../app-image/contract/paths';
import type { ContainerSettings } from '../../lib/deployment/schema/container';
import type { Rollout } from '../../lib/deployment/schema/targets';
import type { ILoadBalancer } from './load-balancer';

export interface TrafficProps {
  readonly container: ContainerSettings;
  readonly vpc: ec2.IVpc;
  readonly loadBalancer: ILoadBalancer;
  readonly rollout: Rollout;
  /** Targets: each task's own address, or a port of the instance it runs on. @default 'ip' */
  readonly targetType?: 'ip' | 'instance';
}

/**
 * Forwards requests to the tasks. A rolling service has one group of tasks; any other has two, and ECS
 * moves the rule's weights from one to the other. A stack update that touches that rule moves them
 * back (https://github.com/aws/aws-cdk/issues/36649), which is why rolling is the default.
 */
export class Traffic extends Construct {
  readonly targetGroups: readonly [elbv2.ApplicationTargetGroup, ...elbv2.ApplicationTargetGroup[]];
  private readonly alternate?: ecs.IAlternateTarget;

  constructor(scope: Construct, id: string, props: TrafficProps) {
    super(scope, id);
    const { loadBalancer, rollout } = props;
    const { httpListener, httpsListener, listener } = loadBalancer;
    const blue = new elbv2.ApplicationTargetGroup(this, 'Tasks', targetGroup(props));
    const everything = { priority: 1, conditions: [elbv2.ListenerCondition.pathPatterns(['/*'])] };
    if (rollout === 'rolling') {
      this.targetGroups = [blue];
      const forward = { ...everything, targetGroups: [blue] };
      if (httpListener)
        new elbv2.ApplicationListenerRule(this, 'Rule', { ...forward, listener: httpListener });
      if (httpsListener)
        new elbv2.ApplicationListenerRule(this, 'HttpsRule', { ...forward, listener: httpsListener });
      return;
    }
    const green = new elbv2.ApplicationTargetGroup(this, 'NewTasks', targetGroup(props));
    this.targetGroups = [blue, green];
    // ECS moves the weights of one rule, so only the listener in use has one.
    const ruleId = listener === httpsListener ? 'HttpsRule' : 'Rule';
    // eslint-disable-next-line awscdk/no-variable-construct-id -- a rule belongs to one listener for its life
    const rule = new elbv2.ApplicationListenerRule(this, ruleId, {
      ...everything,
      listener,
      action: elbv2.ListenerAction.weightedForward([
        { targetGroup: blue, weight: 1 },
        { targetGroup: green, weight: 0 },
      ]),
    });
    this.alternate = new ecs.AlternateTarget('Alternate', {
      alternateTargetGroup: green,
      productionListener: ecs.ListenerRuleConfiguration.applicationListenerRule(rule),
    });
  }

  /** Puts the tasks of a service behind the load balancer. */
  register(service: ecs.BaseService, application: ecs.ContainerDefinition): void {
    this.targetGroups[0].addTarget(
      service.loadBalancerTarget({
        containerName: application.containerName,
        containerPort: application.containerPort,
        alternateTarget: this.alternate,
      }),
    );
    if (this.alternate) acknowledgeInfrastructureRole(service);
    // ECS refuses a target group that no listener uses yet; with an alternate the service names the rule itself.
    else service.node.addDependency(this.targetGroups[0].loadBalancerAttached);
  }
}

/** ECS uses the role to move the weights of the rule between the two target groups. */
function acknowledgeInfrastructureRole(service: ecs.BaseService): void {
  const policy = 'AmazonECSInfrastructureRolePolicyForLoadBalancers';
  Validations.of(service).acknowledge({
    id: `AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${policy}]`,
    reason:
      'Only ECS can assume the role, and AWS updates the policy when ECS needs other actions on rules and target groups. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/AmazonECSInfrastructureRolePolicyForLoadBalancers.html',
  });
}

/** A new task takes traffic after ten seconds; a task that stops has 15 s to finish its requests. */
function targetGroup({ container, vpc, targetType = 'ip' }: TrafficProps): elbv2.ApplicationTargetGroupProps {
  return {
    vpc,
    targetType: targetType === 'ip' ? elbv2.TargetType.IP : elbv2.TargetType.INSTANCE,
    protocol: elbv2.ApplicationProtocol.HTTP,
    // ECS registers each task with its own port; this one is for targets without. A change would
    // replace the group, and requests would fail until the service has registered its tasks again.
    port: bundled.port,
    healthCheck: {
      path: container.healthPath,
      port: 'traffic-port',
      interval: Duration.seconds(5),
      timeout: Duration.seconds(4),
      healthyThresholdCount: 2,
      unhealthyThresholdCount: 2,
    },
    deregistrationDelay: Duration.seconds(15),
    // Requests differ a thousandfold: a product list takes milliseconds, a chat answer minutes.
    loadBalancingAlgorithmType: elbv2.TargetGroupLoadBalancingAlgorithmType.LEAST_OUTSTANDING_REQUESTS,
  };
}
