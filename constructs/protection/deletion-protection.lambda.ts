import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import {
  ElasticLoadBalancingV2Client,
  LoadBalancerNotFoundException,
  ModifyLoadBalancerAttributesCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { DBInstanceNotFoundFault, DescribeDBInstancesCommand, ModifyDBInstanceCommand, RDSClient } from '@aws-sdk/client-rds';
import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import { z } from 'zod';
import { customResource, physicalIdOf, type Outcome } from '../lambda/custom-resource';

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

const cloudFormation = new CloudFormationClient({});
const loadBalancing = new ElasticLoadBalancingV2Client({});

/**
 * Switches deletion protection on once everything else in the stack is there, and refuses to delete the
 * stack while the database is protected. In a rollback it refuses nothing: a stack that never
 * succeeded can be deleted and deployed again.
 *
 * @throws when the stack is being deleted and the database is protected
 */
export async function protectFromDeletion(event: CloudFormationCustomResourceEvent): Promise<Outcome> {
  const physicalId = physicalIdOf(event);
  if (event.RequestType !== 'Delete') {
    const wanted = properties.parse(event.ResourceProperties);
    await protect(wanted);
    if (event.RequestType === 'Update') await release(event.OldResourceProperties, wanted);
    return { physicalId };
  }
  // What another version of this product wrote may lack a property; then nothing is switched.
  const wanted = properties.safeParse(event.ResourceProperties);
  if (!wanted.success || !(await isBeingDeleted(event.StackId))) return { physicalId };
  if (wanted.data.RefusesDeletion === 'true' && (await isDatabaseProtected(wanted.data)))
    throw new Error(refusal(wanted.data));
  await setOnLoadBalancers(wanted.data.LoadBalancers, 'false');
  return { physicalId };
}

/** A load balancer that this update removes is deleted afterwards, so its protection ends here. */
async function release(old: unknown, { LoadBalancers }: Properties): Promise<void> {
  const before = properties.pick({ LoadBalancers: true }).safeParse(old);
  const removed = before.data?.LoadBalancers.filter((arn) => !LoadBalancers.includes(arn)) ?? [];
  await setOnLoadBalancers(removed, 'false');
}

async function protect(wanted: Properties): Promise<void> {
  if (wanted.HoldsDatabase === 'true') {
    await databaseIn(wanted.Region).send(
      new ModifyDBInstanceCommand({
        DBInstanceIdentifier: wanted.DatabaseInstance,
        DeletionProtection: wanted.Protected === 'true',
        ApplyImmediately: true,
      }),
    );
  }
  await setOnLoadBalancers(wanted.LoadBalancers, wanted.Protected);
}

/** A load balancer that somebody has deleted needs no protection. */
async function setOnLoadBalancers(arns: readonly string[], Value: Properties['Protected']): Promise<void> {
  const Attributes = [{ Key: 'deletion_protection.enabled', Value }];
  for (const LoadBalancerArn of arns) {
    try {
      await loadBalancing.send(new ModifyLoadBalancerAttributesCommand({ LoadBalancerArn, Attributes }));
    } catch (error) {
      if (Value === 'true' || !(error instanceof LoadBalancerNotFoundException)) throw error;
    }
  }
}

/** A rollback and an update delete this resource as well, and must succeed. */
async function isBeingDeleted(stack: string): Promise<boolean> {
  const { Stacks = [] } = await cloudFormation.send(new DescribeStacksCommand({ StackName: stack }));
  return Stacks.some(({ StackStatus }) => StackStatus === 'DELETE_IN_PROGRESS');
}

async function isDatabaseProtected({ DatabaseInstance, Region }: Properties): Promise<boolean> {
  try {
    const { DBInstances = [] } = await databaseIn(Region).send(
      new DescribeDBInstancesCommand({ DBInstanceIdentifier: DatabaseInstance }),
    );
    return DBInstances.some(({ DeletionProtection }) => DeletionProtection === true);
  } catch (error) {
    if (error instanceof DBInstanceNotFoundFault) return false;
    throw error;
  }
}

const databaseIn = (region: string) => new RDSClient({ region });

const refusal = ({ DatabaseInstance, Region }: Properties) =>
  `Database ${DatabaseInstance} has deletion protection, so this stack stays as it is. To take the deployment down, ` +
  `run: aws rds modify-db-instance --db-instance-identifier ${DatabaseInstance} --region ${Region} --no-deletion-protection --apply-immediately`;

export const handler = customResource(protectFromDeletion);
