import { withSource } from './file/source-of';
import { deploymentSchema } from './deployment';
import { imageFolderProblems, withAbsoluteFolder } from './image-folder';
import { plainCopy, type PlainCopy } from './plain-data';
import { DeploymentError, type Problem } from './problem';
import { writePath } from './report/found';
import { problemsOf } from './report/issues';
import type { Deployment } from './schema';

/**
 * Checks a deployment and fills in its defaults. Any value may be passed, also one with getters, proxies
 * or classes in it.
 *
 * @param source file it comes from, for the report and for the image's folder, which is relative to it
 * @throws DeploymentError with every problem at once; it throws nothing else
 */
export function parseDeployment(input: unknown, source?: string): Deployment {
  const copy = plainCopy(input);
  const result = deploymentSchema.safeParse(copy.data);
  const problems = [
    ...copy.problems,
    ...(result.success ? [] : withoutBroken(problemsOf(result.error.issues, copy.data), copy)),
    ...imageFolderProblems(copy.data, source),
  ];
  if (!result.success || problems.length > 0) throw DeploymentError.of(source ?? 'The deployment', problems);
  return withSource({ ...result.data, image: withAbsoluteFolder(result.data.image, source) }, source);
}

/** A value that is no plain data is reported once; the schema finds only that it is missing. */
function withoutBroken(problems: readonly Problem[], { broken }: PlainCopy): Problem[] {
  const reported = broken.map((path) => writePath(path) || 'the file');
  return problems.filter(({ path }) => !reported.includes(path));
}
