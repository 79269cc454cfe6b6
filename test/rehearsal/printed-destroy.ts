import { z } from 'zod';
import { RehearsalError } from './rehearsal-error';
import type { Rehearsal } from './rehearsal';
import type { StackState } from './stacks';

/** What the rehearsal reads of `shop destroy DEPLOYMENT --json`. */
const destroyed = z.object({
  /** Functions and variables of the shell that the commands use. */
  shell: z.array(z.string()).default([]),
  /** In order. */
  commands: z.array(z.string()),
});

/** The commands that `shop destroy` prints, each complete for a shell of its own. */
export async function destroyCommands(rehearsal: Rehearsal): Promise<string[]> {
  const printed = await rehearsal.operator.run(
    `node -r ts-node/register bin/shop.ts destroy ${rehearsal.file.path} --json 2>&1`,
  );
  if (printed.output.includes('unknown command')) return commandsUntilShopDestroyExists(rehearsal);
  if (printed.exitCode !== 0) throw new RehearsalError(`shop destroy failed:\n${printed.output}`);
  const { shell, commands } = destroyed.parse(JSON.parse(printed.output));
  return commands.map((command) => [...shell, command].join('\n'));
}

/** What an operator has to find out alone today; removed when the command exists. */
async function commandsUntilShopDestroyExists({ stacks, file }: Rehearsal): Promise<string[]> {
  const states = await stacks.states();
  const physicalIds = (await stacks.resources()).filter(({ stack }) => /^(service-|data$)/.test(stack));
  const ofType = (type: string) =>
    physicalIds.filter((one) => one.type === type).map(({ physicalId }) => physicalId);
  return [
    ...ofType('AWS::ElasticLoadBalancingV2::LoadBalancer').map(
      (arn) =>
        `aws elbv2 modify-load-balancer-attributes --load-balancer-arn ${arn} --attributes Key=deletion_protection.enabled,Value=false`,
    ),
    ...ofType('AWS::RDS::DBInstance').map(
      (id) =>
        `aws rds modify-db-instance --db-instance-identifier ${id} --no-deletion-protection --apply-immediately`,
    ),
    ...states.map(
      ({ arn, region }: StackState) =>
        `aws cloudformation update-termination-protection --stack-name ${arn} --no-enable-termination-protection --region ${region}`,
    ),
    `npx cdk destroy --all --force --context deployment=${file.path}`,
  ];
}
