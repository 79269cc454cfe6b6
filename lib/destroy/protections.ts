import type { Deployment } from '../deployment';
import type { PlannedStack, TemplateResource } from '../plan/assembly';
import { at, listOf } from '../summary/resource';
import { inRegion } from './shell';
import type { DestroyStep } from './step';

/**
 * The steps that switch off what refuses a deletion, as the templates switch it on: deletion protection of
 * databases and load balancers, and termination protection of stacks. Nothing when the file opts out.
 */
export function protectionsOff(deployment: Deployment, stacks: readonly PlannedStack[]): DestroyStep[] {
  return stacks.flatMap((stack) => [
    ...Object.entries(stack.template.Resources).flatMap(([logicalId, resource]) => {
      const call = callFor(logicalId, resource, stack);
      return call ? [stepFor(call, stack, deployment)] : [];
    }),
    ...(stack.terminationProtection ? [stepFor(terminationProtection(stack), stack, deployment)] : []),
  ]);
}

interface SwitchCall {
  readonly id: string;
  readonly of: string;
  readonly command: (isOn: boolean) => string;
}

function stepFor(
  { id, of, command }: SwitchCall,
  { region }: PlannedStack,
  deployment: Deployment,
): DestroyStep {
  return {
    id,
    title: `Switch off the deletion protection of ${of}`,
    why: 'Nothing is deleted yet, and the shop goes on serving.',
    commands: [inRegion(region, deployment, command(false))],
    undo: { text: 'Switch it on again.', commands: [inRegion(region, deployment, command(true))] },
  };
}

function callFor(logicalId: string, resource: TemplateResource, stack: PlannedStack): SwitchCall | undefined {
  if (resource.Type === 'AWS::RDS::DBInstance')
    return isProtected(logicalId, resource, stack) ? database(logicalId, stack) : undefined;
  const attributes = listOf(at(resource.Properties, 'LoadBalancerAttributes'));
  const keeps = attributes.some(
    (one) => at(one, 'Key') === 'deletion_protection.enabled' && at(one, 'Value') === 'true',
  );
  return keeps ? loadBalancer(logicalId, stack) : undefined;
}

/** The property does it, or the custom resource that sets the property once the stack is complete. */
function isProtected(
  logicalId: string,
  { Properties }: TemplateResource,
  { template }: PlannedStack,
): boolean {
  return (
    at(Properties, 'DeletionProtection') === true ||
    Object.values(template.Resources).some(
      (other) =>
        other.Type === 'Custom::DeletionProtection' &&
        at(other.Properties, 'Protected') === 'true' &&
        at(other.Properties, 'HoldsDatabase') === 'true' &&
        at(other.Properties, 'DatabaseInstance.Ref') === logicalId,
    )
  );
}

const database = (logicalId: string, { id, name }: PlannedStack): SwitchCall => ({
  id: 'unprotect-database',
  of: `the database in ${name}`,
  command: (isOn) =>
    `aws rds modify-db-instance --db-instance-identifier "$(physical ${id} ${logicalId})" --${isOn ? '' : 'no-'}deletion-protection --apply-immediately --query DBInstance.DeletionProtection`,
});

const loadBalancer = (logicalId: string, { id, name }: PlannedStack): SwitchCall => ({
  id: `unprotect-load-balancer-of-${id}`,
  of: `the load balancer in ${name}`,
  command: (isOn) =>
    `aws elbv2 modify-load-balancer-attributes --load-balancer-arn "$(physical ${id} ${logicalId})" --attributes Key=deletion_protection.enabled,Value=${isOn}`,
});

const terminationProtection = ({ id, name }: PlannedStack): SwitchCall => ({
  id: `unprotect-stack-${id}`,
  of: `the stack ${name}`,
  command: (isOn) =>
    `aws cloudformation update-termination-protection --stack-name ${name} --${isOn ? '' : 'no-'}enable-termination-protection`,
});
