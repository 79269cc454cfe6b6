import { Stack, aws_s3 as s3 } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { DeploymentInput } from '../../../lib/deployment/schema';
import { EdgeStack } from '../../../stacks/edge-stack';
import { testApp, testDeployment, testInstance } from '../../setup/stack-tests';
import { privateTarget, type TestTarget } from './test-targets';

export const ownDomain = {
  name: 'shop.example.com',
  aliases: ['www.shop.example.com'],
  hostedZoneId: 'Z0123456789ABC',
};

export const noCdn = { enabled: false, optOutReason: 'reached from the company network only' } as const;
export const noFirewall = { enabled: false, optOutReason: 'another firewall stands in front' } as const;

export interface Behavior {
  readonly PathPattern?: string;
  readonly AllowedMethods?: readonly string[];
  readonly CachePolicyId: unknown;
  readonly Compress: boolean;
  readonly OriginRequestPolicyId?: string;
  readonly ResponseHeadersPolicyId: unknown;
  readonly TargetOriginId: string;
  readonly ViewerProtocolPolicy: string;
}

interface Origin {
  readonly Id: string;
  readonly OriginAccessControlId?: unknown;
  readonly S3OriginConfig?: unknown;
  readonly VpcOriginConfig?: unknown;
  readonly CustomOriginConfig?: unknown;
}

/** The part of a distribution's configuration that tests ask about. */
interface Distribution {
  readonly Aliases?: readonly string[];
  readonly CacheBehaviors: readonly Behavior[];
  readonly CustomErrorResponses?: unknown;
  readonly DefaultCacheBehavior: Behavior;
  readonly HttpVersion: string;
  readonly IPV6Enabled: boolean;
  readonly Origins: readonly Origin[];
  readonly PriceClass: string;
  readonly Restrictions?: unknown;
  readonly ViewerCertificate?: {
    readonly AcmCertificateArn: unknown;
    readonly MinimumProtocolVersion: string;
  };
  readonly WebACLId?: unknown;
}

interface Sections {
  readonly Metadata?: Readonly<Record<string, unknown>>;
  readonly Outputs: Readonly<Record<string, { readonly Value: unknown } | undefined>>;
  readonly Resources: Readonly<
    Record<string, { readonly Type: string; readonly Properties?: Record<string, unknown> }>
  >;
}

/** The edge of the test deployment; its assets are a bucket of another stack, as in the product. */
export function testEdge(
  overrides: Partial<DeploymentInput> = {},
  target: TestTarget = privateTarget,
): TestEdge {
  const deployment = testDeployment(overrides);
  const app = testApp();
  const data = new Stack(app, 'data', {
    stackName: `${deployment.name}-data`,
    env: { region: deployment.aws.region },
  });
  const stack = new EdgeStack(app, {
    deployment,
    origin: target(app, deployment),
    assets: new s3.Bucket(data, 'Assets'),
    instance: testInstance,
  });
  return new TestEdge(stack, data);
}

/** An edge that can be asked the way a request asks CloudFront. */
export class TestEdge {
  readonly template: Template;

  constructor(
    readonly stack: EdgeStack,
    readonly data: Stack,
  ) {
    this.template = Template.fromStack(stack);
  }

  get sections(): Sections {
    return this.template.toJSON() as Sections;
  }

  get distribution(): Distribution {
    const [found] = Object.values(this.template.findResources('AWS::CloudFront::Distribution'));
    const config: Distribution = found?.Properties.DistributionConfig;
    return config;
  }

  /** What answers `path`: the first pattern that matches, else the default. */
  behaviorFor(path: string): Behavior {
    const { CacheBehaviors, DefaultCacheBehavior } = this.distribution;
    const covers = ({ PathPattern = '' }: Behavior) =>
      new RegExp(`^${PathPattern.replaceAll('*', '.*')}$`).test(path);
    return CacheBehaviors.find(covers) ?? DefaultCacheBehavior;
  }

  /** Where the answer to `path` comes from. */
  originFor(path: string): Origin | undefined {
    const { TargetOriginId } = this.behaviorFor(path);
    return this.distribution.Origins.find(({ Id }) => Id === TargetOriginId);
  }
}
