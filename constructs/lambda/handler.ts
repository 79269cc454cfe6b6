import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  Stack,
  Validations,
  type Duration,
  aws_ec2 as ec2,
  aws_iam as iam,
  aws_lambda as lambda,
  aws_logs as logs,
} from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { LogSettings } from '../../lib/deployment/schema/logs';
import { ignoreLintRules } from '../findings/ignore-lint-rule';
import { handlersDirectory } from './handlers-directory';
import { privateSubnets } from '../network/tiers';

export interface HandlerProps {
  readonly logs: LogSettings;
  /** File name of the handler without `.lambda.ts`. */
  readonly name: string;
  readonly description: string;
  /** Range 1 s – 15 min. */
  readonly timeout: Duration;
  /** @default - no variables besides Lambda's own */
  readonly environment?: Readonly<Record<string, string>>;
  /** Where it stands, in the private tier. @default - outside any VPC */
  readonly network?: { readonly vpc: ec2.IVpc; readonly securityGroup: ec2.ISecurityGroup };
  /** CloudFormation calls it, so it may read the status of its own stack, by which it recognizes a rollback. @default true */
  readonly isCustomResource?: boolean;
}

/** A bundled `NAME.lambda.ts`, with a role that may write its own log: what it works on is granted to it. */
export class Handler extends lambda.Function {
  constructor(scope: Construct, id: string, props: HandlerProps) {
    const { name, description, timeout, environment, network } = props;
    const { logGroup, role } = ownLogAndRole(scope, id, props);
    if (network) allowNetworkInterfaces(role);
    super(scope, id, {
      description,
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      code: bundled(name),
      handler: 'index.handler',
      memorySize: 256,
      timeout,
      environment,
      role,
      logGroup,
      loggingFormat: lambda.LoggingFormat.JSON,
      ...(network && {
        vpc: network.vpc,
        vpcSubnets: privateSubnets,
        securityGroups: [network.securityGroup],
      }),
    });
    ignoreLintRules(this, {
      rule: 'W3005',
      reason: 'CDK makes every function depend on its role and the policies of it; the role is also named.',
    });
  }
}

/** CDK's own role would have a managed policy that writes to every log group. */
function ownLogAndRole(scope: Construct, id: string, { logs: kept, isCustomResource = true }: HandlerProps) {
  /* eslint-disable awscdk/require-passing-this, awscdk/no-variable-construct-id -- there is no `this` before super() */
  const logGroup = new logs.LogGroup(scope, `${id}Logs`, { retention: kept.retentionDays });
  const role = new iam.Role(scope, `${id}Role`, {
    assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
  });
  /* eslint-enable awscdk/require-passing-this, awscdk/no-variable-construct-id */
  logGroup.grants.write(role);
  if (isCustomResource)
    role.addToPolicy(
      new iam.PolicyStatement({
        actions: ['cloudformation:DescribeStacks'],
        resources: [Stack.of(scope).stackId],
      }),
    );
  return { logGroup, role };
}

function bundled(name: string): lambda.Code {
  const directory = join(handlersDirectory, name);
  if (!existsSync(directory)) {
    throw new Error(`Handler ${name} is not bundled: nothing at ${directory}. Run \`npm run build\` first.`);
  }
  return lambda.Code.fromAsset(directory);
}

/**
 * Lambda itself, not the code, puts the function's interfaces into the VPC, with the function's role.
 * The second statement keeps the code from using the right.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-best-practice
 */
function allowNetworkInterfaces(role: iam.Role): void {
  const statement = {
    actions: [
      'ec2:CreateNetworkInterface',
      'ec2:DescribeNetworkInterfaces',
      'ec2:DescribeSubnets',
      'ec2:DeleteNetworkInterface',
      'ec2:AssignPrivateIpAddresses',
      'ec2:UnassignPrivateIpAddresses',
    ],
    resources: ['*'],
  };
  role.addToPolicy(new iam.PolicyStatement(statement));
  role.addToPolicy(
    new iam.PolicyStatement({
      ...statement,
      effect: iam.Effect.DENY,
      conditions: { Null: { 'lambda:SourceFunctionArn': 'false' } },
    }),
  );
  Validations.of(role).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason:
      'Lambda requires these actions on every resource to attach a function to a VPC; a Deny in the same role keeps the code from using them. https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
  });
}
