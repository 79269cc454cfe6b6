import { CloudWatchLogsClient, paginateDescribeLogGroups } from '@aws-sdk/client-cloudwatch-logs';
import type { Rehearsal } from './rehearsal';

/** Lambda makes a log group that no template has: nothing limits its retention or deletes it. */
export async function unmanagedLogGroups(
  rehearsal: Rehearsal,
  managed: ReadonlySet<string>,
): Promise<string[]> {
  const { name } = rehearsal.deployment;
  const findings: string[] = [];
  for (const region of regionsOf(rehearsal)) {
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

/** Commands that print what an account has, without its bootstrap stack. */
const listings: Readonly<Record<string, string>> = {
  bucket: `aws s3api list-buckets --query "Buckets[?!starts_with(Name, 'cdk-')].Name" --output text`,
  'database snapshot':
    'aws rds describe-db-snapshots --query "DBSnapshots[].DBSnapshotIdentifier" --output text',
  'file system': 'aws efs describe-file-systems --query "FileSystems[].FileSystemId" --output text',
  // Without those that are in their recovery window.
  secret: 'aws secretsmanager list-secrets --query "SecretList[].Name" --output text',
  'log group': 'aws logs describe-log-groups --query "logGroups[].logGroupName" --output text',
  key:
    'for key in $(aws kms list-keys --query "Keys[].KeyId" --output text); do aws kms describe-key --key-id "$key" ' +
    `--query "KeyMetadata.[KeyState, Description]" --output text; done | grep -v "^PendingDeletion" || true`,
};

/** What an account still has of a deployment, once its stacks are deleted. */
export async function remainsIn(rehearsal: Rehearsal): Promise<string[]> {
  const findings: string[] = [];
  for (const region of regionsOf(rehearsal)) {
    for (const [what, command] of Object.entries(listings)) {
      const script = `export AWS_REGION=${region} AWS_DEFAULT_REGION=${region}\n${command}`;
      const { exitCode, output } = await rehearsal.operator.run(script);
      if (exitCode !== 0) findings.push(`the command that lists each ${what} failed`);
      else if (output !== '') findings.push(`${region} still has ${what} ${output.split(/\s+/).join(', ')}`);
    }
  }
  return findings;
}

const regionsOf = ({ deployment }: Rehearsal) => new Set([deployment.aws.region, 'us-east-1']);
