import type { DeploymentInput } from './schema';

/**
 * States a deployment: `export default defineDeployment({ … })` in deployments/NAME.ts. The compiler
 * checks fields and values as they are written; the rules between fields are checked when it is loaded.
 */
export function defineDeployment(input: DeploymentInput): DeploymentInput {
  return input;
}
