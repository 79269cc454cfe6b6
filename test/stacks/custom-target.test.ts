import {
  aws_cloudfront_origins as origins,
  aws_cloudwatch as cloudwatch,
  type aws_events as events,
  aws_iam as iam,
} from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { Construct } from 'constructs';
import { DeploymentStack } from '../../stacks/deployment-stack';
import type { Target, TargetEvents, TargetMetrics, TargetOrigin } from '../../constructs/target';
import type { Deployment } from '../../lib/deployment/schema';
import { DataStack } from '../../stacks/data-stack';
import { EdgeStack } from '../../stacks/edge-stack';
import { NetworkStack } from '../../stacks/network-stack';
import { OperationsStack } from '../../stacks/operations-stack';
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
    serverErrors: [measure('Errors', 'Sum')],
    responseTime: measure('Latency', 'Average'),
    responseTimeUnit: 'milliseconds',
    cpuPercent: measure('Cpu', 'Average'),
    memoryPercent: measure('Memory', 'Average'),
    healthyTasks: (period) => measure('Healthy', 'Minimum').with({ period }),
    heartbeat: measure('Cpu', 'SampleCount'),
  };
  readonly events: TargetEvents = {
    releaseFailed: happened('release failed'),
    releaseCompleted: happened('release completed'),
    jobFailed: (command) => happened(`${command} failed`),
    jobCompleted: (command) => happened(`${command} completed`),
  };
  readonly logGroupName = '/platform/shop';
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

function happened(what: string): events.EventPattern {
  return { source: ['platform'], detailType: [what] };
}

/** Every stack that has to do with the platform, made before any of them is synthesized. */
const app = testApp();
const deployment = testDeployment();
const platform = new PlatformStack(app, deployment);
const target: Target = platform;
const { vpc } = new NetworkStack(app, { deployment });
const { stores } = new DataStack(app, { deployment, vpc });
const { assets } = stores;
const edge = new EdgeStack(app, { deployment, origin: target.origin, assets, instance: testInstance });
const operations = new OperationsStack(app, {
  deployment,
  target,
  stores,
  edge: edge.watched,
  url: edge.url,
});
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
  const alarms = Template.fromStack(operations).findResources('AWS::CloudWatch::Alarm');
  const watching = Object.keys(alarms).filter((id) => JSON.stringify(alarms[id]).includes('"Platform"'));
  const expected = ['nohealthytasks', 'serviceunmeasured', 'latencyp95', 'servicecpu', 'servicememory'];
  expect(expected.filter((name) => !watching.some((id) => id.includes(name)))).toEqual([]);
  expect(watching.filter((id) => /availability|latency/.test(id))).toHaveLength(14);
});

test('it is granted what a store has', () => {
  const actions = statementsOf(Template.fromStack(platform)).flatMap(({ Action }) => Action);
  expect(actions).toContain('s3:GetObject*');
});
