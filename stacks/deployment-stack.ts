import { Fn, Stack, Tags, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Deployment } from '../lib/deployment/schema';
import { ownTag, stackName } from '../lib/stacks/names';

export interface DeploymentStackProps extends Pick<StackProps, 'description' | 'terminationProtection'> {
  readonly deployment: Deployment;
  /** @default - the deployment's region */
  readonly region?: string;
}

const untagged = [
  // Cannot be updated while CloudFront uses it, not even in its tags. https://github.com/aws/aws-cdk/issues/35765
  'AWS::CloudFront::VpcOrigin',
  // Their tags are set when they are made; another one would replace the service and its address.
  'AWS::AppRunner::AutoScalingConfiguration',
  'AWS::AppRunner::Service',
  'AWS::AppRunner::VpcConnector',
  'AWS::ECS::ExpressGatewayService',
  // They cost nothing, or $3 a month for a dashboard after the third of an account, and cfn-lint 1.51 has their schemas from before they took tags (E3002).
  'AWS::ApplicationAutoScaling::ScalableTarget',
  'AWS::CloudWatch::Dashboard',
  'AWS::ElasticLoadBalancingV2::Listener',
  'AWS::ElasticLoadBalancingV2::ListenerRule',
];

/** A stack of one deployment: named after it, in its account and region, with zones that need no look-up. */
export abstract class DeploymentStack extends Stack {
  protected readonly deployment: Deployment;
  private readonly zones: readonly string[] | undefined;

  constructor(scope: Construct, part: string, props: DeploymentStackProps) {
    const { deployment, region = props.deployment.aws.region } = props;
    super(scope, part, {
      stackName: stackName(deployment.name, part),
      env: { region, account: deployment.aws.account },
      description: props.description,
      terminationProtection: props.terminationProtection ?? false,
    });
    this.deployment = deployment;
    this.zones = deployment.aws.zones;
    // On each resource rather than on the stack, whose tags would reach the untagged as well.
    for (const [key, value] of Object.entries({ [ownTag]: deployment.name, ...deployment.tags }))
      Tags.of(this).add(key, value, { excludeResourceTypes: untagged });
  }

  /** The deployment's zones; without any, the region's first two by CloudFormation's own order. CDK would ask AWS. */
  override get availabilityZones(): string[] {
    return this.zones ? [...this.zones] : [0, 1].map((index) => Fn.select(index, Fn.getAzs()));
  }
}
