import type { Deployment, TargetName } from '../deployment';
import type { Move } from './move';

/** Construct ids of the stacks, as `cdk deploy` takes them. The test of moving holds them to what is synthesized. */
export const network = 'network';
export const data = 'data';
export const service = (target: TargetName) => `service-${target}`;

/** docs/adr/0001-edge-stands-in-us-east-1.md */
const edgeRegion = 'us-east-1';
export const edge = ({ aws }: Deployment) => (aws.region === edgeRegion ? 'edge' : `edge-${aws.region}`);

/** Name CloudFormation knows a stack by. */
export const stackName = ({ start }: Move, id: string) => `${start.name}-${id}`;

/**
 * Looks at what a stack would change, then deploys it. Each stack alone: with its dependencies a NAT
 * instance, say, could be replaced by one with a newer image in the middle of a move.
 */
export function deploy({ source }: Move, ids: readonly string[]): string[] {
  return ids.flatMap((id) => [
    `npx cdk diff ${id} --exclusively --context deployment=${source}`,
    `npx cdk deploy ${id} --exclusively --context deployment=${source}`,
  ]);
}

/** Two words for the shell that the commands of the steps use; once in each new terminal. */
export function shellWords({ start }: Move): string[] {
  const region = '${3:-$AWS_REGION}';
  const about = (call: string, query: string) =>
    `aws cloudformation ${call} --stack-name ${start.name}-$1 --region ${region} --query "${query}" --output text`;
  return [
    `export AWS_REGION=${start.aws.region}`,
    `output() { ${about('describe-stacks', "Stacks[0].Outputs[?OutputKey=='$2'].OutputValue")}; }`,
    `resource() { ${about('list-stack-resources', "StackResourceSummaries[?ResourceType=='$2'].PhysicalResourceId")}; }`,
  ];
}

/** The same for the data, unless something in it would be replaced or deleted. */
export function deployKeepingData(move: Move): string[] {
  const [diff = '', ...others] = deploy(move, [data]);
  return [`${diff} --fail-on=destructive`, ...others];
}

/** An output of a stack. */
export const output = (id: string, key: string) => `$(output ${id} ${key}${regionOf(id)})`;

/** The physical id of a stack's resource, or of several, of one type. */
export const resource = (id: string, type: string) => `$(resource ${id} ${type}${regionOf(id)})`;

/** The edge of a deployment of another region stands in us-east-1, and says so in its id. */
const regionOf = (id: string) => (id.startsWith('edge-') ? ` ${edgeRegion}` : '');
