import { setTimeout } from 'node:timers/promises';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { SNSEvent } from 'aws-lambda';
import { z } from 'zod';
import { notificationOf } from './notification';
import { deliver } from './webhook-delivery';
import { endpointOf } from './webhook-endpoint';

const environment = z.object({
  SECRET_ARN: z.string(),
  DEPLOYMENT: z.string(),
  STACK_NAME: z.string(),
});

/**
 * Posts each message of the alarm topic to the webhook. When it fails, Lambda runs it twice more, and then the
 * message goes to the queue of what was not delivered.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
 */
export async function handler({ Records }: SNSEvent): Promise<void> {
  const { SECRET_ARN, DEPLOYMENT, STACK_NAME } = environment.parse(process.env);
  // Read each time: alarms are rare, and the secret may have changed.
  const endpoint = endpointOf(await readSecret(SECRET_ARN));
  for (const { Sns } of Records) {
    const notification = notificationOf(Sns, { deployment: DEPLOYMENT, stackName: STACK_NAME });
    const tries = await deliver(endpoint, notification, { pause: setTimeout });
    const what = notification.kind === 'alarm' ? notification.name : notification.subject;
    console.info({ message: 'delivered', what, id: notification.id, tries });
  }
}

/** Secrets Manager has a secret in one region; the topic may be in another one. */
async function readSecret(arn: string): Promise<string> {
  const [, , , region] = arn.split(':');
  const client = new SecretsManagerClient({ region });
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: arn }));
  return SecretString ?? '';
}
