import { setTimeout } from 'node:timers/promises';
import {
  CreateServiceLinkedRoleCommand,
  GetRoleCommand,
  IAMClient,
  InvalidInputException,
  NoSuchEntityException,
} from '@aws-sdk/client-iam';
import { z } from 'zod';
import { customResource, type Work } from '../lambda/custom-resource';

const roles = z.array(z.object({ Service: z.string(), Role: z.string() }));
const properties = z.object({ Roles: roles });
type Role = z.output<typeof roles>[number];

/** IAM takes seconds until a service can use a new role; 10 s were enough in public reports. */
const propagationMs = 20_000;

const iam = new IAMClient({});

/**
 * Makes the service-linked roles that the account lacks. They stay when the resource is deleted: other
 * resources of the account use them, and they cost nothing.
 */
export function ensureRoles(pause: (milliseconds: number) => Promise<unknown>): Work {
  return async (event) => {
    if (event.RequestType === 'Delete') return undefined;
    const { Roles } = properties.parse(event.ResourceProperties);
    const made: Role[] = [];
    for (const role of Roles) {
      if (!(await exists(role)) && (await create(role))) made.push(role);
    }
    if (made.length > 0) await pause(propagationMs);
    return undefined;
  };
}

async function exists({ Role }: Role): Promise<boolean> {
  try {
    await iam.send(new GetRoleCommand({ RoleName: Role }));
    return true;
  } catch (error) {
    if (error instanceof NoSuchEntityException) return false;
    throw error;
  }
}

/** @returns false when another deployment has made it in the meantime */
async function create({ Service, Role }: Role): Promise<boolean> {
  try {
    await iam.send(new CreateServiceLinkedRoleCommand({ AWSServiceName: Service }));
    return true;
  } catch (error) {
    if (error instanceof InvalidInputException && error.message.includes('has been taken')) return false;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The account lacks the role ${Role}, and it could not be created: ${reason}. Let an administrator run: aws iam create-service-linked-role --aws-service-name ${Service}`,
      { cause: error },
    );
  }
}

export const handler = customResource(ensureRoles(setTimeout));
