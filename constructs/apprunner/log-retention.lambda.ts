import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  PutRetentionPolicyCommand,
  ResourceAlreadyExistsException,
} from '@aws-sdk/client-cloudwatch-logs';
import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import { z } from 'zod';
import { customResource } from '../lambda/custom-resource';

/** CloudFormation hands over every number as text. */
const properties = z.object({ LogGroups: z.array(z.string()), RetentionDays: z.coerce.number().int() });

const client = new CloudWatchLogsClient({});

/** Sets the retention of log groups; they stay when the resource is deleted, and their lines expire. */
export async function limitRetention(event: CloudFormationCustomResourceEvent): Promise<undefined> {
  if (event.RequestType === 'Delete') return;
  const { LogGroups, RetentionDays } = properties.parse(event.ResourceProperties);
  for (const logGroupName of LogGroups) {
    await ensureLogGroup(logGroupName);
    await client.send(new PutRetentionPolicyCommand({ logGroupName, retentionInDays: RetentionDays }));
  }
}

/** App Runner makes its log groups when it has the first line for them. */
async function ensureLogGroup(logGroupName: string): Promise<void> {
  try {
    await client.send(new CreateLogGroupCommand({ logGroupName }));
  } catch (error) {
    if (!(error instanceof ResourceAlreadyExistsException)) throw error;
  }
}

export const handler = customResource(limitRetention);
