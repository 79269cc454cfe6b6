import {
  ElasticLoadBalancingV2Client,
  LoadBalancerNotFoundException,
  ModifyLoadBalancerAttributesCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import {
  DBInstanceNotFoundFault,
  DescribeDBInstancesCommand,
  ModifyDBInstanceCommand,
  RDSClient,
} from '@aws-sdk/client-rds';
import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import { z } from 'zod';
import { customResource } from '../lambda/custom-resource';
import { stackStatus } from '../lambda/stack-status';

/** CloudFormation hands over every value as text. */
const properties = z.object({
  Protected: z.enum(['true', 'false']),
  /** Its deletion protection is the switch of the whole deployment. */
  DatabaseInstance: z.string(),
  /** Region of the database. */
  Region: z.string(),
  /** The stack of this resource holds the database. */
  HoldsDatabase: z.enum(['true', 'false']).default('false'),
  /** The stack must not be deleted while the database is protected. */
  RefusesDeletion: z.enum(['true', 'false']).default('true'),
  LoadBalancers: z.array(z.string()).default([]),
});
type Properties = z.output<typeof properties>;

const loadBalancing = new ElasticLoadBalancingV2Client({});

/** Milliseconds; without the status of the stack a deletion fails and can be repeated. */
const statusMs = 20_000;

/**
 * Switches deletion protection on once everything else in the stack is there, and refuses to delete the
 * stack while the database is protected. When the first deployment fails, it switches the protection
 * off again, so that the stack can be deleted and deployed again.
 *
 * @throws when the stack is being deleted and the database is protected
 */
export async function protectFromDeletion(event: CloudFormationCustomResourceEvent): Promise<undefined> {
  if (event.RequestType !== 'Delete') {
    const wanted = properties.parse(event.ResourceProperties);
    await protect(wanted);
    if (event.RequestType === 'Update') await release(event.OldResourceProperties, wanted);
    return;
  }
  // What another version of this product wrote may lack a property; then nothing is switched.
  const { data: wanted } = properties.safeParse(event.ResourceProperties);
  if (!wanted) return;
  const status = await stackStatus(event.StackId, statusMs);
  // An update, or its rollback, deletes this resource as well, and the stack stays.
  if (status !== 'ROLLBACK_IN_PROGRESS' && status !== 'DELETE_IN_PROGRESS') return;
  if (status === 'ROLLBACK_IN_PROGRESS') await setOnDatabase(wanted, 'false').catch(unlessGone);
  else if (wanted.RefusesDeletion === 'true' && (await isDatabaseProtected(wanted)))
    throw new Error(refusal(wanted));
  await setOnLoadBalancers(wanted.LoadBalancers, 'false');
}

/** A load balancer that this update removes is deleted afterwards, so its protection ends here. */
async function release(old: unknown, { LoadBalancers }: Properties): Promise<void> {
  const before = properties.pick({ LoadBalancers: true }).safeParse(old);
  const removed = before.data?.LoadBalancers.filter((arn) => !LoadBalancers.includes(arn)) ?? [];
  await setOnLoadBalancers(removed, 'false');
}

async function protect(wanted: Properties): Promise<void> {
  await setOnDatabase(wanted, wanted.Protected);
  await setOnLoadBalancers(wanted.LoadBalancers, wanted.Protected);
}

async function setOnDatabase(
  { DatabaseInstance, HoldsDatabase, Region }: Properties,
  value: Properties['Protected'],
): Promise<void> {
  if (HoldsDatabase !== 'true') return;
  await databaseIn(Region).send(
    new ModifyDBInstanceCommand({
      DBInstanceIdentifier: DatabaseInstance,
      DeletionProtection: value === 'true',
      ApplyImmediately: true,
    }),
  );
}

/** A load balancer that no longer exists needs no protection. */
async function setOnLoadBalancers(arns: readonly string[], Value: Properties['Protected']): Promise<void> {
  const Attributes = [{ Key: 'deletion_protection.enabled', Value }];
  for (const LoadBalancerArn of arns) {
    const change = loadBalancing.send(
      new ModifyLoadBalancerAttributesCommand({ LoadBalancerArn, Attributes }),
    );
    await (Value === 'true' ? change : change.catch(unlessGone));
  }
}

async function isDatabaseProtected({ DatabaseInstance, Region }: Properties): Promise<boolean> {
  const found = await databaseIn(Region)
    .send(new DescribeDBInstancesCommand({ DBInstanceIdentifier: DatabaseInstance }))
    .catch(unlessGone);
  return found?.DBInstances?.some(({ DeletionProtection }) => DeletionProtection === true) ?? false;
}

/** A request that is delivered twice finds nothing the second time. */
function unlessGone(error: unknown): undefined {
  if (error instanceof DBInstanceNotFoundFault || error instanceof LoadBalancerNotFoundException) return;
  throw error;
}

const databaseIn = (region: string) => new RDSClient({ region });

const refusal = ({ DatabaseInstance, Region }: Properties) =>
  `Database ${DatabaseInstance} has deletion protection, so this stack stays as it is. To take the deployment down, ` +
  `run: aws rds modify-db-instance --db-instance-identifier ${DatabaseInstance} --region ${Region} --no-deletion-protection --apply-immediately`;

export const handler = customResource(protectFromDeletion);
