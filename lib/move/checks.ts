import type { TargetName } from '../deployment';
import type { Move } from './move';
import { data, edge, output, resource, service } from './stacks';
import type { Check } from './step';

/** Every task or instance that is asked for runs, and no rollout is under way. */
export function runs(target: TargetName): Check {
  const stack = service(target);
  if (target === 'apprunner') {
    return {
      what: 'App Runner says that the service runs',
      commands: [
        `aws apprunner describe-service --service-arn ${resource(stack, 'AWS::AppRunner::Service')} --query Service.Status --output text`,
      ],
      expect: 'RUNNING',
    };
  }
  return {
    what: 'every task that is asked for runs and is healthy; ECS calls a rollout complete only then',
    commands: [
      `cluster=${output(stack, 'JobCluster')}`,
      'aws ecs describe-services --cluster "$cluster" --services $(aws ecs list-services --cluster "$cluster" --query serviceArns --output text) --query "services[].[serviceName,runningCount,desiredCount,deployments[0].rolloutState]" --output table',
    ],
    expect: 'for each service the same number twice, and COMPLETED',
  };
}

/** The load balancer's own view; it asks each task for the health path every five seconds. */
export function answers(target: TargetName): Check[] {
  if (target !== 'fargate' && target !== 'ec2') return [];
  const groups = resource(service(target), 'AWS::ElasticLoadBalancingV2::TargetGroup');
  return [
    {
      what: 'the load balancer gets an answer from each task',
      commands: [
        `for group in ${groups}; do aws elbv2 describe-target-health --target-group-arn "$group" --query "TargetHealthDescriptions[].TargetHealth.State" --output text; done`,
      ],
      expect: 'healthy, once a task',
    },
  ];
}

/** CloudFront has the new origin everywhere, and the shop answers through it. */
export function arrives(move: Move): Check[] {
  const { start } = move;
  const stack = edge(start);
  const ready = start.image === 'bundled' ? '/api/ready' : start.container.healthPath;
  return [
    {
      what: 'CloudFront has the new origin in every place',
      commands: [
        `distribution=${resource(stack, 'AWS::CloudFront::Distribution')}`,
        'aws cloudfront wait distribution-deployed --id "$distribution"',
        'aws cloudfront get-distribution --id "$distribution" --query "Distribution.[Status,DistributionConfig.Origins.Items[].DomainName]" --output text',
      ],
      expect: `Deployed, and the name of ${move.to}'s address beside the bucket's`,
    },
    {
      what: 'the shop answers at its address',
      commands: [`curl -fsS ${output(stack, 'ShopUrl')}${ready}`],
      expect:
        start.image === 'bundled'
          ? '"ready":true, and no dependency that is down'
          : 'an answer, not an error',
    },
  ];
}

/** Requests a target answered in the last ten minutes. */
export function requests(target: TargetName, expect: string): Check {
  const { namespace, metric, dimensions, before } = requestMetric(service(target), target);
  return {
    what: `requests that ${target} answered, minute by minute`,
    commands: [
      ...before,
      `aws cloudwatch get-metric-statistics --namespace ${namespace} --metric-name ${metric} --dimensions ${dimensions} ` +
        `--statistics Sum --period 60 --start-time ${minutesAgo(10)} --end-time ${minutesAgo(0)} --query "Datapoints[].[Timestamp,Sum]" --output text`,
    ],
    expect,
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

export const loadBalancer = (stack: string) => resource(stack, 'AWS::ElasticLoadBalancingV2::LoadBalancer');

/** Express makes the load balancer itself, so no stack has it; the service's own description does. */
const expressBalancer = (stack: string) =>
  `"$(aws cloudcontrol get-resource --type-name AWS::ECS::ExpressGatewayService --identifier ${resource(stack, 'AWS::ECS::ExpressGatewayService')} ` +
  `--query ResourceDescription.Properties --output text | node -p "JSON.parse(fs.readFileSync(0)).ECSManagedResourceArns.IngressPath.LoadBalancerArn")"`;

/** Node is here anyway, and `date` differs between systems. */
const minutesAgo = (minutes: number) =>
  `$(node -p "new Date(Date.now() - ${minutes} * 60000).toISOString()")`;

/** The database's state and class as RDS sees them. */
export function databaseIs(query: string, expect: string): Check {
  return {
    what: 'RDS has finished',
    commands: [
      `aws rds describe-db-instances --db-instance-identifier ${resource(data, 'AWS::RDS::DBInstance')} --query "DBInstances[0].[${query}]" --output text`,
    ],
    expect,
  };
}
