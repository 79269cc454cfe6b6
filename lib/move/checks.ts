import type { TargetName } from '../deployment';
import { dataStack, jobOutputs, serviceStack, urlOutput } from '../stacks/names';
import type { Move } from './move';
import { edge, output, resource } from './stacks';
import type { Check } from '../steps/check';

/** All desired tasks run, and no rollout is in progress. */
export function runs(target: TargetName): Check {
  const stack = serviceStack(target);
  if (target === 'apprunner') {
    return {
      what: 'App Runner reports the service as running',
      commands: [
        `aws apprunner describe-service --service-arn ${resource(stack, 'AWS::AppRunner::Service')} --query Service.Status --output text`,
      ],
      expect: 'RUNNING',
      matches: '^RUNNING$',
    };
  }
  return {
    what: 'all desired tasks run and are healthy; until then ECS does not report the rollout as completed',
    commands: [
      `cluster=${output(stack, jobOutputs.cluster)}`,
      'aws ecs describe-services --cluster "$cluster" --services $(aws ecs list-services --cluster "$cluster" --query serviceArns --output text) --query "services[].[serviceName,runningCount,desiredCount,deployments[0].rolloutState]" --output text',
    ],
    expect: 'for each service two equal numbers and COMPLETED',
    matches: '^(\\S+\\s+(\\d+)\\s+\\2\\s+COMPLETED\\s*)+$',
  };
}

/** Target health as the load balancer sees it; it requests the health path of each task every five seconds. */
export function answers(target: TargetName): Check[] {
  if (target !== 'fargate' && target !== 'ec2') return [];
  const groups = resource(serviceStack(target), 'AWS::ElasticLoadBalancingV2::TargetGroup');
  return [
    {
      what: 'the health check of each task passes',
      commands: [
        `for group in ${groups}; do aws elbv2 describe-target-health --target-group-arn "$group" --query "TargetHealthDescriptions[].TargetHealth.State" --output text; done`,
      ],
      expect: 'healthy, once for each task',
      matches: '^(healthy\\s*)+$',
    },
  ];
}

/** CloudFront has deployed the new origin everywhere, and the shop answers through it. */
export function arrives(move: Move): Check[] {
  const { start } = move;
  const stack = edge(start);
  const ready = start.image === 'bundled' ? '/api/ready' : start.container.healthPath;
  return [
    {
      what: 'CloudFront has deployed the new origin to all edge locations',
      commands: [
        `distribution=${resource(stack, 'AWS::CloudFront::Distribution')}`,
        'aws cloudfront wait distribution-deployed --id "$distribution"',
        'aws cloudfront get-distribution --id "$distribution" --query "Distribution.[Status,DistributionConfig.Origins.Items[].DomainName]" --output text',
      ],
      expect: `Deployed, and two domain names: that of ${move.to} and that of the bucket`,
      matches: '^Deployed\\s+\\S+\\s+\\S+$',
    },
    {
      what: 'the shop answers at its address',
      commands: [`curl -fsS ${output(stack, urlOutput)}${ready}`],
      expect:
        start.image === 'bundled'
          ? '"ready":true, and every dependency is up'
          : 'a response without an error',
      matches: start.image === 'bundled' ? '"ready":true' : '',
    },
  ];
}

/** Requests that a target answered in the last ten minutes. A person judges whether they are the usual ones. */
export function requests(target: TargetName, expect: string, matches?: string): Check {
  const { namespace, metric, dimensions, before } = requestMetric(serviceStack(target), target);
  return {
    what: `requests that ${target} answered, minute by minute`,
    commands: [
      ...before,
      `aws cloudwatch get-metric-statistics --namespace ${namespace} --metric-name ${metric} --dimensions ${dimensions} ` +
        `--statistics Sum --period 60 --start-time ${minutesAgo(10)} --end-time ${minutesAgo(0)} --query "Datapoints[].[Timestamp,Sum]" --output text`,
    ],
    expect,
    matches,
  };
}

interface RequestMetric {
  readonly namespace: string;
  readonly metric: string;
  readonly dimensions: string;
  readonly before: readonly string[];
}

function requestMetric(stack: string, target: TargetName): RequestMetric {
  if (target === 'apprunner') {
    return {
      namespace: 'AWS/AppRunner',
      metric: 'Requests',
      // arn:…:service/NAME/ID
      dimensions:
        'Name=ServiceName,Value="$(echo "$arn" | cut -d/ -f2)" Name=ServiceID,Value="$(echo "$arn" | cut -d/ -f3)"',
      before: [`arn=${resource(stack, 'AWS::AppRunner::Service')}`],
    };
  }
  return {
    namespace: 'AWS/ApplicationELB',
    metric: 'RequestCount',
    dimensions: 'Name=LoadBalancer,Value="${balancer#*loadbalancer/}"',
    before: [`balancer=${target === 'express' ? expressBalancer(stack) : loadBalancer(stack)}`],
  };
}

const loadBalancer = (stack: string) => resource(stack, 'AWS::ElasticLoadBalancingV2::LoadBalancer');

/** Express creates the load balancer, so it is in no stack. The description of the service has its ARN. */
const expressBalancer = (stack: string) =>
  `"$(aws cloudcontrol get-resource --type-name AWS::ECS::ExpressGatewayService --identifier ${resource(stack, 'AWS::ECS::ExpressGatewayService')} ` +
  `--query ResourceDescription.Properties --output text | node -p "JSON.parse(fs.readFileSync(0)).ECSManagedResourceArns.IngressPath.LoadBalancerArn")"`;

/** Written with Node, which is installed; the options of `date` differ between systems. */
const minutesAgo = (minutes: number) =>
  `$(node -p "new Date(Date.now() - ${minutes} * 60000).toISOString()")`;

/** Attributes of the database as RDS reports them, separated by white space. */
export function databaseIs(query: string, expect: string): Check {
  return {
    what: 'RDS has completed the change',
    commands: [
      `aws rds describe-db-instances --db-instance-identifier ${resource(dataStack, 'AWS::RDS::DBInstance')} --query "DBInstances[0].[${query}]" --output text`,
    ],
    expect,
    matches: `^${expect.split(/\s+/).join('\\s+')}$`,
  };
}
