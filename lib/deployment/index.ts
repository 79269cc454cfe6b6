export { defineDeployment } from './define';
export { deploymentNames, loadDeployment, readDeployment, type DeploymentFile } from './load';
export { parseDeployment } from './parse';
export { DeploymentError, type Problem } from './problem';
export { deploymentSchema, type Deployment, type DeploymentInput, type TargetName } from './schema';
export { warningsFor, type Warning } from './warnings';
