export { defineDeployment } from './define';
export { deploymentNames, loadDeployment, readDeployment, type DeploymentFile } from './load';
export { parseDeployment } from './parse';
export { DeploymentError, type Problem } from './problem';
export { deploymentSchema } from './deployment';
export type { Deployment, DeploymentInput } from './schema';
export type { TargetName } from './schema/targets';
export { warningsFor, type Warning } from './warnings';
