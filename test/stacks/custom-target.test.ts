import {
  aws_cloudfront_origins as origins,
  aws_cloudwatch as cloudwatch,
  aws_iam as iam,
  aws_s3 as s3,
  Stack,
} from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { Construct } from 'constructs';
import { DeploymentStack } from '../../stacks/deployment-stack';
import type { Target, TargetMetrics, TargetOrigin } from '../../constructs/target';
import type { Deployment } from '../../lib/deployment/schema';
import { EdgeStack } from '../../stacks/edge-stack';
import { testApp, testDeployment, testInstance } from '../setup/stack-tests';
import { propertiesOf, statementsOf } from '../setup/templates';

const domainName = 'shop.platform.example.com';

/** A platform that the product has never heard of: all that a target has to say is here. */
class PlatformStack extends DeploymentStack implements Target {
  readonly origin: TargetOrigin = {
    cloudFrontOrigin: () => new origins.HttpOrigin(domainName),
    ownNameOnly: true,
    publicEndpoint: { domainName },
  };
  readonly metrics: TargetMetrics = {
    requests: measure('Requests', 'Sum'),
    serverErrors: measure('Errors', 'Sum'),
    latencyP95Ms: measure('Latency', 'p95'),
    cpuPercent: measure('Cpu', 'Average'),
    memoryPercent: measure('Memory', 'Average'),
    healthyTasks: measure('Healthy', 'Minimum'),
  };
  readonly grantPrincipal: iam.IPrincipal;

  constructor(scope: Construct, deployment: Deployment) {
    super(scope, 'service-platform', { deployment, description: 'A shop elsewhere' });
    this.grantPrincipal = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('platform.amazonaws.com'),
    });
  }
}

function measure(metricName: string, statistic: string): cloudwatch.Metric {
  return new cloudwatch.Metric({ namespace: 'Platform', metricName, statistic });
}

/** Every stack that has to do with the platform, made before any of them is synthesized. */
const app = testApp();
const deployment = testDeployment();
const platform = new PlatformStack(app, deployment);
const target: Target = platform;
const data = new Stack(app, 'data', { stackName: 'shop-data', env: { region: deployment.aws.region } });
const assets = new s3.Bucket(data, 'Assets');
const edge = new EdgeStack(app, { deployment, origin: target.origin, assets, instance: testInstance });
const watch = new Stack(app, 'watch', { env: { region: deployment.aws.region } });
for (const [name, metric] of Object.entries<cloudwatch.IMetric>({ ...target.metrics }))
  new cloudwatch.Alarm(watch, name, { metric, threshold: 1, evaluationPeriods: 1 });
assets.grantRead(target);

test('the edge routes to it', () => {
  const [distribution] = propertiesOf<{ DistributionConfig: { Origins: { DomainName: unknown }[] } }>(
    Template.fromStack(edge),
    'AWS::CloudFront::Distribution',
  );
  const names = distribution?.DistributionConfig.Origins.map(({ DomainName }) => DomainName);
  expect(names).toContain(domainName);
});

test('alarms watch it', () => {
  const watched = propertiesOf<{ Namespace: string }>(Template.fromStack(watch), 'AWS::CloudWatch::Alarm');
  expect(watched.map(({ Namespace }) => Namespace)).toEqual(Array(6).fill('Platform'));
});

test('it is granted what a store has', () => {
  const actions = statementsOf(Template.fromStack(platform)).flatMap(({ Action }) => Action);
  expect(actions).toContain('s3:GetObject*');
});
