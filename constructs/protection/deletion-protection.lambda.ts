import {
  ElasticLoadBalancingV2Client,
  ModifyLoadBalancerAttributesCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { DescribeDBInstancesCommand, ModifyDBInstanceCommand, RDSClient } from '@aws-sdk/client-rds';
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
  /** Set where the stack of this resource holds the database. */
  HoldsDatabase: z.enum(['true', 'false']).default('false'),
  LoadBalancers: z.array(z.string()).default([]),
});
type Properties = z.output<typeof properties>;

/** Names of the errors about a database or a load balancer that does not exist. */
const gone = new Set(['DBInstanceNotFoundFault', 'LoadBalancerNotFoundException']);
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
  if (event.RequestType !== 'Delete') return protect(properties.parse(event.ResourceProperties));
  // What another version of this product wrote may lack a property; then nothing is switched.
  const { data: wanted } = properties.safeParse(event.ResourceProperties);
  if (!wanted) return;
  const status = await stackStatus(event.StackId, statusMs);
  if (status === 'ROLLBACK_IN_PROGRESS') return release(wanted);
  // An update, or its rollback, deletes this resource as well, and the stack stays.
  if (status !== 'DELETE_IN_PROGRESS') return;
  if (await isDatabaseProtected(wanted)) throw new Error(refusal(wanted));
  return release({ ...wanted, HoldsDatabase: 'false' });
}

type Attempt = (change: Promise<unknown>) => Promise<unknown>;

/** Leaves out what no longer exists: a request that is delivered twice finds nothing the second time. */
const release = (wanted: Properties) =>
  protect({ ...wanted, Protected: 'false' }, (change) => change.catch(unlessGone));

async function protect(wanted: Properties, attempt: Attempt = (change) => change): Promise<undefined> {
  const isProtected = wanted.Protected === 'true';
  if (wanted.HoldsDatabase === 'true') {
    await attempt(
      databaseIn(wanted.Region).send(
        new ModifyDBInstanceCommand({
          DBInstanceIdentifier: wanted.DatabaseInstance,
          DeletionProtection: isProtected,
          ApplyImmediately: true,
        }),
      ),
    );
  }
  for (const LoadBalancerArn of wanted.LoadBalancers) {
    await attempt(
      loadBalancing.send(
        new ModifyLoadBalancerAttributesCommand({
          LoadBalancerArn,
          Attributes: [{ Key: 'deletion_protection.enabled', Value: String(isProtected) }],
        }),
      ),
    );
  }
}

async function isDatabaseProtected({ DatabaseInstance, Region }: Properties): Promise<boolean> {
  const found = await databaseIn(Region)
    .send(new DescribeDBInstancesCommand({ DBInstanceIdentifier: DatabaseInstance }))
    .catch(unlessGone);
  return found?.DBInstances?.some(({ DeletionProtection }) => DeletionProtection === true) ?? false;
}

function unlessGone(error: unknown): undefined {
  if (!(error instanceof Error && gone.has(error.name))) throw error;
}

const databaseIn = (region: string) => new RDSClient({ region });

const refusal = ({ DatabaseInstance, Region }: Properties) =>
  `Database ${DatabaseInstance} has deletion protection, so this stack stays as it is. To take the deployment down, ` +
  `run: aws rds modify-db-instance --db-instance-identifier ${DatabaseInstance} --region ${Region} --no-deletion-protection --apply-immediately`;

export const handler = customResource(protectFromDeletion);
