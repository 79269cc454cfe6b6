import { CloudWatchLogsClient, paginateDescribeLogGroups } from '@aws-sdk/client-cloudwatch-logs';
import { destroyCommands } from '../destroy-commands';
import { failuresIn } from '../failures';
import type { Rehearsal } from '../rehearsal';
import { describeFailure, mustSucceed, statesOtherThan } from './judge';
import { PhaseFailed, type Phase } from './phase';

/** Only the printed commands take protections off. */
export const destroy: Phase = {
  id: 'destroy',
  title: 'the commands of `shop destroy` take everything down',
  from: 'deployed',
  to: 'bootstrapped',
  byDefault: true,
  run: async (rehearsal) => {
    const stacks = await rehearsal.stacks.states();
    const managed = new Set(
      (await rehearsal.stacks.resources())
        .filter(({ type }) => type === 'AWS::Logs::LogGroup')
        .map(({ physicalId }) => physicalId),
    );
    for (const command of await destroyCommands(rehearsal)) {
      const { exitCode } = await rehearsal.operator.run(command);
      if (exitCode !== 0) {
        const reasons: string[] = [];
        for (const stack of stacks)
          reasons.push(...failuresIn(await rehearsal.stacks.events(stack)).slice(-3));
        throw new PhaseFailed([
          `This command failed: ${command}`,
          ...(await describeFailure(rehearsal)),
          ...reasons,
        ]);
      }
    }
    const left = await rehearsal.stacks.states();
    if (left.length > 0)
      throw new PhaseFailed(left.map(({ stack, status }) => `${stack} is still there, in ${status}`));
    return unmanagedLogGroups(rehearsal, managed);
  },
};

export const deployAgain: Phase = {
  id: 'again',
  title: 'the same name is deployed again',
  from: 'bootstrapped',
  to: 'deployed',
  byDefault: true,
  run: async (rehearsal) => {
    rehearsal.file.restore();
    await mustSucceed(rehearsal, 'cdk deploy', rehearsal.deploy());
    rehearsal.deployed = await rehearsal.stacks.resources();
    return statesOtherThan(rehearsal, ['CREATE_COMPLETE']);
  },
};

/** Lambda makes a log group that no template has: nothing limits its retention or deletes it. */
async function unmanagedLogGroups(rehearsal: Rehearsal, managed: ReadonlySet<string>): Promise<string[]> {
  const { name, aws } = rehearsal.deployment;
  const findings: string[] = [];
  for (const region of new Set([aws.region, 'us-east-1'])) {
    const client = new CloudWatchLogsClient(rehearsal.operator.clientConfiguration(region));
    for await (const { logGroups = [] } of paginateDescribeLogGroups({ client }, {})) {
      for (const { logGroupName = '', retentionInDays } of logGroups) {
        if (logGroupName.includes(`${name}-`) && !managed.has(logGroupName) && retentionInDays === undefined)
          findings.push(`log group ${logGroupName} is left; no stack had it, and its lines never expire`);
      }
    }
  }
  return findings;
}
