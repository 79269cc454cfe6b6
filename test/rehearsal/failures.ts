import type { StackEvent } from '@aws-sdk/client-cloudformation';

/** CloudFormation cancels what runs at the time of the failure; that is not its reason. */
const isConsequence = (reason: string) => /cancelled|The following resource\(s\) failed/i.test(reason);

/** A reason may hold a whole answer of a handler over many lines; the log has all of it. */
function oneLine(reason: string): string {
  const text = reason.replace(/\s+/g, ' ').trim();
  return text.length > longestReason ? `${text.slice(0, longestReason)} …` : text;
}
const longestReason = 300;

/** What failed in a stack and why, in order of time. */
export function failuresIn(events: readonly StackEvent[]): string[] {
  return events.flatMap(
    ({ ResourceStatus = '', ResourceStatusReason: reason = '', LogicalResourceId, ResourceType }) =>
      ResourceStatus.endsWith('_FAILED') && reason && !isConsequence(reason)
        ? [`${LogicalResourceId} (${ResourceType}) ${ResourceStatus}: ${oneLine(reason)}`]
        : [],
  );
}

/** Resources that a deletion or a rollback left in the account: they belong to no stack any more. */
export function skippedIn(events: readonly StackEvent[]): string[] {
  return events.flatMap(({ ResourceStatus, LogicalResourceId, ResourceType }) =>
    ResourceStatus === 'DELETE_SKIPPED' ? [`${LogicalResourceId} (${ResourceType})`] : [],
  );
}

/** Log groups that the reasons name, as in "See log group NAME, stream NAME". */
export function logGroupsIn(reasons: readonly string[]): string[] {
  return reasons.flatMap((reason) =>
    [...reason.matchAll(/log group ([^\s,]+)/gi)].map(([, name]) => name ?? ''),
  );
}
