import type { TargetName } from '../deployment/schema/targets';

/** Names that both the stacks and the commands about a deployed environment use. */

/** Construct ids of the stacks, as `cdk deploy` takes them. */
export const networkStack = 'network';
export const dataStack = 'data';
export const serviceStack = (target: TargetName) => `service-${target}`;

/** Region of the edge stack of a deployment with a CDN: docs/adr/0001-edge-stands-in-us-east-1.md */
export const edgeRegion = 'us-east-1';

/** The edge stack's id. It names the deployment's region when the edge stands in another one. */
export const edgeStack = (region: string) => (region === edgeRegion ? 'edge' : `edge-${region}`);

/** Alarms, dashboard, canary and budget, in the region of the deployment. */
export const operationsStack = 'operations';

/** The operations stack for what is in us-east-1 when the deployment is not. It names the deployment's region. */
export const edgeOperationsStack = (region: string) => `operations-${edgeStack(region)}`;

/** Name of a stack in CloudFormation. */
export const stackName = (deployment: string, id: string) => `${deployment}-${id}`;

/** Key of the tag that every resource has. Its value is the deployment's name. */
export const ownTag = 'deployment';

/** The application's container in its task definition. ECS Express requires the name Main. */
export const containerNames = { application: 'app', express: 'Main' } as const;

/** Outputs of a service stack, for `aws ecs run-task`. */
export const jobOutputs = {
  cluster: 'JobCluster',
  taskDefinition: 'JobTaskDefinition',
  subnets: 'JobSubnets',
  securityGroup: 'JobSecurityGroup',
} as const;

/** Output of the edge stack: the address of the shop. */
export const urlOutput = 'ShopUrl';

/** Name of an alarm in CloudWatch: people read it in messages, and commands need it. */
export const alarmName = (stack: string, alarm: string) => `${stack}-${alarm}`;
