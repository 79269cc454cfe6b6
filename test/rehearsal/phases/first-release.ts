import { CloudWatchLogsClient, DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { failuresIn, logGroupsIn, skippedIn } from '../failures';
import { migrationFails } from '../planned-failures';
import type { Rehearsal } from '../rehearsal';
import type { StackState } from '../stacks';
import { describeFailure, mustSucceed, statesOtherThan } from './judge';
import { PhaseFailed, type Phase } from './phase';

/** The state from which `cdk deploy` deletes a stack that never succeeded, and makes it anew. */
const rolledBack = 'ROLLBACK_COMPLETE';
const complete = ['CREATE_COMPLETE', 'UPDATE_COMPLETE'];

export const bootstrap: Phase = {
  id: 'bootstrap',
  title: 'cdk bootstrap in an empty account',
  from: 'empty',
  to: 'bootstrapped',
  byDefault: true,
  run: async (rehearsal) => {
    await mustSucceed(rehearsal, 'cdk bootstrap', rehearsal.bootstrap());
    return [];
  },
};

/** The data stack never succeeded, so it holds no data. The rollback deletes all of it, and the next attempt succeeds. */
export const dataFails: Phase = {
  id: 'data-fails',
  title: 'the first release fails in the data stack, and leaves nothing behind',
  from: 'bootstrapped',
  to: 'bootstrapped',
  byDefault: true,
  run: async (rehearsal) => {
    const { exitCode } = await rehearsal.withFailures(['create Custom::DatabaseLogin'], () =>
      rehearsal.deploy(),
    );
    if (exitCode === 0) throw new PhaseFailed(['cdk deploy succeeded although the database login failed']);
    const findings = await failedStackFindings(rehearsal, 'data');
    // The next release would meet the stack that could not be rolled back.
    if ((await stateOf(rehearsal, 'data'))?.status !== rolledBack) throw new PhaseFailed(findings);
    return findings;
  },
};

/** The most likely mistake in a first release. The operator repairs it and repeats the command. */
export const firstReleaseFails: Phase = {
  id: 'first-release-fails',
  title: 'the first release fails in its migration, and its log stays',
  from: 'bootstrapped',
  to: 'first-release-failed',
  byDefault: true,
  notFor: ({ deployment }) =>
    deployment.image === 'bundled' || deployment.container.migrateCommand
      ? undefined
      : 'the image has no migration',
  run: async (rehearsal) => {
    const { exitCode } = await rehearsal.withFailures(migrationFails(rehearsal.deployment), () =>
      rehearsal.deploy(),
    );
    if (exitCode === 0) throw new PhaseFailed(['cdk deploy succeeded although the migration failed']);
    const service = `service-${rehearsal.deployment.live}`;
    const stack = await stateOf(rehearsal, service);
    if (!stack) throw new PhaseFailed([`${service} was not begun`, ...(await describeFailure(rehearsal))]);
    return [...(await failedStackFindings(rehearsal, service)), ...(await logFindings(rehearsal, stack))];
  },
};

export const retry: Phase = {
  id: 'retry',
  title: 'the same command again succeeds',
  from: 'first-release-failed',
  to: 'deployed',
  byDefault: true,
  run: async (rehearsal) => {
    await mustSucceed(rehearsal, 'cdk deploy', rehearsal.deploy());
    rehearsal.deployed = await rehearsal.stacks.resources();
    return statesOtherThan(rehearsal, complete);
  },
};

/** Checks that the next `cdk deploy` can delete a stack that never succeeded, and create it again. */
async function failedStackFindings(rehearsal: Rehearsal, id: string): Promise<string[]> {
  const stack = await stateOf(rehearsal, id);
  if (!stack) throw new PhaseFailed([`${id} was not begun`, ...(await describeFailure(rehearsal))]);
  const events = await rehearsal.stacks.events(stack);
  const orphans = skippedIn(events).filter((resource) => !isLog(resource) && !hasAccessLogs(resource));
  return [
    ...(stack.status === rolledBack
      ? []
      : [`${id} is in ${stack.status} instead of ${rolledBack}`, ...failuresIn(events).slice(1)]),
    ...orphans.map((resource) => `${id}: the rollback left ${resource}, which belongs to no stack any more`),
  ];
}

/** The log shows why the release failed. */
const isLog = (resource: string) => resource.endsWith('(AWS::Logs::LogGroup)');

/** A load balancer writes into it at once, and a bucket that is not empty cannot be deleted. */
const hasAccessLogs = (resource: string) =>
  /^LoadBalancer\w*AccessLogs\w+ \(AWS::S3::Bucket\)$/.test(resource);

async function logFindings(rehearsal: Rehearsal, stack: StackState): Promise<string[]> {
  const groups = logGroupsIn(failuresIn(await rehearsal.stacks.events(stack)));
  if (groups.length === 0) return [`${stack.stack}: the message of the failed migration names no log group`];
  const client = new CloudWatchLogsClient(rehearsal.operator.clientConfiguration(stack.region));
  const findings: string[] = [];
  for (const name of groups) {
    const { logGroups = [] } = await client.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: name }));
    if (!logGroups.some(({ logGroupName }) => logGroupName === name))
      findings.push(`${stack.stack}: the message names log group ${name}, which the rollback has deleted`);
  }
  return findings;
}

async function stateOf(rehearsal: Rehearsal, id: string): Promise<StackState | undefined> {
  return (await rehearsal.stacks.states()).find(({ stack }) => stack === id);
}
