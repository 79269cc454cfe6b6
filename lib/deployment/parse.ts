import { withSource } from './file/source-of';
import { DeploymentError } from './problem';
import { imageFolderProblems, withAbsoluteFolder } from './image-folder';
import { problemsOf } from './report/issues';
import { deploymentSchema } from './deployment';
import type { Deployment } from './schema';

/**
 * Checks a deployment and fills in its defaults.
 *
 * @param source file it comes from, for the report and for the image's folder, which is relative to it
 * @throws DeploymentError with every problem at once
 */
export function parseDeployment(input: unknown, source?: string): Deployment {
  const result = deploymentSchema.safeParse(input);
  const problems = [
    ...(result.success ? [] : problemsOf(result.error.issues, input)),
    ...imageFolderProblems(input, source),
  ];
  if (!result.success || problems.length > 0) throw DeploymentError.of(source ?? 'The deployment', problems);
  return withSource({ ...result.data, image: withAbsoluteFolder(result.data.image, source) }, source);
}
