import {
  CloudFormationClient,
  paginateDescribeStackEvents,
  paginateDescribeStacks,
  paginateListStackResources,
  type StackEvent,
} from '@aws-sdk/client-cloudformation';
import type { Operator } from './operator';

/** A resource as CloudFormation names it. */
export interface Resource {
  /** Stack id without the deployment's name, such as `data`. */
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  readonly physicalId: string;
}

export interface StackState {
  /** Stack id without the deployment's name, such as `service-fargate`. */
  readonly stack: string;
  readonly arn: string;
  readonly status: string;
  readonly region: string;
}

/** Reads the stacks of one deployment in the regions where they may stand. */
export class Stacks {
  private readonly clients: ReadonlyMap<string, CloudFormationClient>;

  constructor(
    operator: Operator,
    private readonly name: string,
    regions: readonly string[],
  ) {
    this.clients = new Map(
      [...new Set(regions)].map((region) => [
        region,
        new CloudFormationClient(operator.clientConfiguration(region)),
      ]),
    );
  }

  async states(): Promise<StackState[]> {
    const found: StackState[] = [];
    for (const [region, client] of this.clients) {
      for await (const { Stacks: stacks = [] } of paginateDescribeStacks({ client }, {})) {
        for (const { StackName = '', StackId: arn = '', StackStatus: status = '' } of stacks) {
          const stack = partOf(StackName, this.name);
          if (stack !== undefined) found.push({ stack, arn, status, region });
        }
      }
    }
    return found;
  }

  async resources(): Promise<Resource[]> {
    const found: Resource[] = [];
    for (const { stack, arn, region } of await this.states()) {
      for await (const page of paginateListStackResources(
        { client: this.client(region) },
        { StackName: arn },
      )) {
        for (const summary of page.StackResourceSummaries ?? []) {
          found.push({
            stack,
            logicalId: summary.LogicalResourceId ?? '',
            type: summary.ResourceType ?? '',
            physicalId: summary.PhysicalResourceId ?? '',
          });
        }
      }
    }
    return found;
  }

  /**
   * Events of a stack, also of a deleted one, the first first.
   *
   * @param since earlier events are left out. @default - all events
   */
  async events({ arn, region }: StackState, since = new Date(0)): Promise<StackEvent[]> {
    const events: StackEvent[] = [];
    for await (const page of paginateDescribeStackEvents({ client: this.client(region) }, { StackName: arn }))
      events.push(...(page.StackEvents ?? []));
    return events.reverse().filter(({ Timestamp = since }) => Timestamp >= since);
  }

  private client(region: string): CloudFormationClient {
    const client = this.clients.get(region);
    if (!client) throw new Error(`No stack of the deployment is in ${region}.`);
    return client;
  }
}

/** `service-fargate` of `production-service-fargate`; nothing when the stack is not of the deployment. */
export function partOf(stackName: string, deployment: string): string | undefined {
  const part = stackName.startsWith(`${deployment}-`) ? stackName.slice(deployment.length + 1) : '';
  return /^(network|data|service-\w+|edge(-[a-z0-9-]+)?|operations|recovery)$/.test(part) ? part : undefined;
}
