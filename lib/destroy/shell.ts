import type { Deployment } from '../deployment';

/** Functions of bash that the commands use; define them once in each new terminal. */
export function shellFunctions({ name, aws }: Deployment): string[] {
  return [
    `export AWS_REGION=${aws.region} AWS_DEFAULT_REGION=${aws.region}`,
    // The physical id of a resource: physical STACK LOGICAL_ID
    `physical() { aws cloudformation describe-stack-resource --stack-name ${name}-$1 --logical-resource-id $2 --query StackResourceDetail.PhysicalResourceId --output text; }`,
  ];
}

/** Further functions, for what the deleted stacks have left. */
export function remnantFunctions({ name }: Deployment): string[] {
  return [
    // Physical ids from the events of deleted stacks: past STACK TYPE STATUS. AWS keeps these events for 90 days.
    `past() { for stack in $(aws cloudformation list-stacks --stack-status-filter DELETE_COMPLETE --query "StackSummaries[?StackName=='${name}-$1'].StackId" --output text); do ` +
      `aws cloudformation describe-stack-events --stack-name "$stack" --query "StackEvents[?ResourceType=='$2' && ResourceStatus=='$3'].PhysicalResourceId" --output text; done | tr '\\t' '\\n' | sort -u; }`,
    // Deletes every version of every object, 400 at a time: empty BUCKET
    `empty() { while objects=$(aws s3api list-object-versions --bucket "$1" --max-items 400 --output json --query '{Quiet: \`true\`, Objects: [Versions, DeleteMarkers][].{Key: Key, VersionId: VersionId}}'); ` +
      `[ "\${objects#*VersionId}" != "$objects" ]; do aws s3api delete-objects --bucket "$1" --delete "$objects" > /dev/null || return; done; }`,
  ];
}

/** A command in the region of a stack. The default region is the deployment's. */
export function inRegion(region: string, { aws }: Deployment, command: string): string {
  return region === aws.region
    ? command
    : `( export AWS_REGION=${region} AWS_DEFAULT_REGION=${region}; ${command} )`;
}
