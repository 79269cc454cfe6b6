import type { Deployment } from '../deployment';
import { dataStack, edgeRegion, edgeStack, stackName as nameOf } from '../stacks/names';
import type { Move } from './move';

/** Id of the edge stack of a deployment. */
export const edge = ({ aws }: Deployment) => edgeStack(aws.region);

/** Name of a stack in CloudFormation. */
export const stackName = ({ start }: Move, id: string) => nameOf(start.name, id);

/**
 * Shows what a stack would change, then deploys it. Each stack is deployed alone: with its dependencies, a
 * NAT instance, for example, could be replaced by one with a newer image during a move.
 */
export function deploy({ source }: Move, ids: readonly string[]): string[] {
  return ids.flatMap((id) => [
    `npx cdk diff ${id} --exclusively --context deployment=${source}`,
    `npx cdk deploy ${id} --exclusively --context deployment=${source}`,
  ]);
}

/** Shell functions that the commands of the steps use; define them once in each new terminal. */
export function shellFunctions({ start }: Move): string[] {
  const region = '${3:-$AWS_REGION}';
  const about = (call: string, query: string) =>
    `aws cloudformation ${call} --stack-name ${start.name}-$1 --region ${region} --query "${query}" --output text`;
  return [
    `export AWS_REGION=${start.aws.region} AWS_DEFAULT_REGION=${start.aws.region}`,
    `output() { ${about('describe-stacks', "Stacks[0].Outputs[?OutputKey=='$2'].OutputValue")}; }`,
    `resource() { ${about('list-stack-resources', "StackResourceSummaries[?ResourceType=='$2'].PhysicalResourceId")}; }`,
  ];
}

/** Deploys the data stack, unless the deployment would replace or delete a resource. */
export function deployKeepingData(move: Move): string[] {
  const [diff = '', ...others] = deploy(move, [dataStack]);
  return [`${diff} --fail-on=destructive`, ...others];
}

/** An output of a stack. */
export const output = (id: string, key: string) => `$(output ${id} ${key}${regionOf(id)})`;

/** The physical ids of a stack's resources of one type. */
export const resource = (id: string, type: string) => `$(resource ${id} ${type}${regionOf(id)})`;

/** Third argument of the shell functions for a stack that is not in the deployment's region. */
const regionOf = (id: string) => (id.startsWith('edge-') ? ` ${edgeRegion}` : '');
