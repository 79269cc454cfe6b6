import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { CloudFormationCustomResourceEvent, Context, SecretsManagerRotationEvent } from 'aws-lambda';
import { rdsAuthorities } from '../../app-image/contract/rds-authorities';
import { customResource, type Work } from '../lambda/custom-resource';
import { parseLogin, type Login } from './login/login';
import { LoginRotator } from './login/login-rotator';
import { LoginSecret } from './login/login-secret';

const loginArn = variable('LOGIN_SECRET');
const client = new SecretsManagerClient();
const rotator = new LoginRotator({
  server: {
    host: variable('DATABASE_HOST'),
    port: Number(variable('DATABASE_PORT')),
    name: variable('DATABASE_NAME'),
    authorities: rdsAuthorities(variable('DATABASE_HOST')),
  },
  secret: new LoginSecret(client, loginArn),
  masterLogin,
});

/** Nothing is undone on a deletion: data and login outlive the stack. */
export function firstLogin(establish: () => Promise<void>): Work {
  return async ({ RequestType }) => {
    console.info({ message: 'First login', request: RequestType });
    if (RequestType !== 'Delete') await establish();
    return undefined;
  };
}

const answerCloudFormation = customResource(firstLogin(() => rotator.establish()));

/** CloudFormation calls it for the first login, Secrets Manager for each step of a rotation. */
export async function handler(
  event: CloudFormationCustomResourceEvent | SecretsManagerRotationEvent,
  context: Context,
): Promise<void> {
  await ('Step' in event ? rotate(event) : answerCloudFormation(event, context));
}

async function rotate({ SecretId, ClientRequestToken, Step }: SecretsManagerRotationEvent): Promise<void> {
  if (SecretId !== loginArn) throw new Error(`This function rotates ${loginArn}, not ${SecretId}.`);
  console.info({ message: 'Rotation', step: Step, version: ClientRequestToken });
  await rotator.rotate(Step, ClientRequestToken);
}

async function masterLogin(): Promise<Login> {
  const { SecretString = '' } = await client.send(
    new GetSecretValueCommand({ SecretId: variable('MASTER_SECRET') }),
  );
  return parseLogin(SecretString);
}

function variable(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; the construct DatabaseLogin sets it.`);
  return value;
}
