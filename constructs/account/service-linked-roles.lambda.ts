import { setTimeout } from 'node:timers/promises';
import {
  CreateServiceLinkedRoleCommand,
  GetRoleCommand,
  IAMClient,
  InvalidInputException,
  NoSuchEntityException,
} from '@aws-sdk/client-iam';
import { z } from 'zod';
import { customResource, isDenied, type Work } from '../lambda/custom-resource';

const roles = z.array(z.object({ Service: z.string(), Role: z.string() }));
const properties = z.object({ Roles: roles });
type Role = z.output<typeof roles>[number];

/** IAM takes seconds until a service can use a new role; 10 s were enough in public reports. */
const propagationMs = 20_000;
/** Of the two minutes of the function: until then a denial may be a right that IAM does not apply yet. */
const denialIsFinalMs = 60_000;

const iam = new IAMClient({});

/**
 * Makes the service-linked roles that the account lacks. They stay when the resource is deleted: other
 * resources of the account use them, and they cost nothing.
 *
 * A role that cannot be read or made is a warning in the log, with the command for an administrator, and no
 * error: an organization can reserve these roles for its administrators, who have made them already. The same
 * holds when IAM does not answer.
 */
export function ensureRoles(pause: (milliseconds: number) => Promise<unknown>): Work {
  return async (event, timeLeft) => {
    if (event.RequestType === 'Delete') return undefined;
    const { Roles } = properties.parse(event.ResourceProperties);
    const abortSignal = AbortSignal.timeout(Math.max(0, timeLeft() - propagationMs));
    let made = false;
    for (const role of Roles) {
      try {
        made = (!(await exists(role, abortSignal)) && (await create(role, abortSignal))) || made;
      } catch (error) {
        // `customResource` repeats the request.
        if (isDenied(error) && timeLeft() > denialIsFinalMs) throw error;
        warn(role, error);
      }
    }
    if (made) await pause(propagationMs);
    return undefined;
  };
}

function warn({ Service, Role }: Role, error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  console.warn({
    message: `The role ${Role} could not be read or made: ${reason}. If a resource of ${Service} fails, let an administrator run: aws iam create-service-linked-role --aws-service-name ${Service}`,
  });
}

async function exists({ Role }: Role, abortSignal: AbortSignal): Promise<boolean> {
  try {
    await iam.send(new GetRoleCommand({ RoleName: Role }), { abortSignal });
    return true;
  } catch (error) {
    if (error instanceof NoSuchEntityException) return false;
    throw error;
  }
}

/** @returns false when another deployment has made it in the meantime */
async function create({ Service }: Role, abortSignal: AbortSignal): Promise<boolean> {
  try {
    await iam.send(new CreateServiceLinkedRoleCommand({ AWSServiceName: Service }), { abortSignal });
    return true;
  } catch (error) {
    if (error instanceof InvalidInputException && error.message.includes('has been taken')) return false;
    throw error;
  }
}

export const handler = customResource(ensureRoles(setTimeout));
