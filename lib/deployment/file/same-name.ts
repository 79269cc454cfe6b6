import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Deployment } from '../schema';
import { loadDeployment } from '../load';
import { DeploymentError } from '../problem';
import { deploymentNames, deploymentsFolder, shownPath } from './locate';
import { sourceOf } from './source-of';

/** A warning of `warningsFor`. */
interface SameName {
  readonly path: 'name';
  readonly message: string;
}

/** A copy of a file states values as the file does; a longer wait is not worth a warning. */
const limitSeconds = 2;

/**
 * Warns of files in deployments/ that deploy over the same stacks as the file of a deployment. Only a
 * file whose text can have the same name is loaded, so usually this reads a few kilobytes.
 *
 * @param folder compared with the file; deployments/ outside tests
 */
export function sameNameWarnings(deployment: Deployment, folder = deploymentsFolder): SameName[] {
  const file = sourceOf(deployment);
  if (file === undefined) return [];
  const others = deploymentNames(folder)
    .map((name) => join(folder, `${name}.ts`))
    .filter((other) => !isSameFile(other, file) && mayBeNamed(other, deployment.name))
    .filter((other) => deploysOver(deployment, load(other)));
  return others.map((other) => ({
    path: 'name',
    message:
      `${shownPath(file)} and ${shownPath(other)} both have the name '${deployment.name}' in ${deployment.aws.region}, ` +
      'so each deploys over the stacks of the other. Give one of them another name.',
  }));
}

/** A file that cannot be used deploys over nothing. */
function load(file: string): Deployment | undefined {
  try {
    return loadDeployment(file, limitSeconds);
  } catch (problem) {
    if (problem instanceof DeploymentError) return undefined;
    throw problem;
  }
}

/** Without an account in the file, the credentials decide, so it can be any. */
function deploysOver(one: Deployment, other: Deployment | undefined): boolean {
  if (other?.name !== one.name || other.aws.region !== one.aws.region) return false;
  const accounts = [one.aws.account, other.aws.account];
  return accounts.includes(undefined) || accounts[0] === accounts[1];
}

/** A file that states no name in its own text computes or imports it. A name with a dot is a domain. */
function mayBeNamed(file: string, name: string): boolean {
  const text = attempt(() => readFileSync(file, 'utf8')) ?? '';
  const stated = [...text.matchAll(/\bname['"]?\s*:\s*(['"`])([^'"`$]*)\1/g)]
    .map(([, , value = '']) => value)
    .filter((value) => !value.includes('.'));
  return stated.length === 0 || stated.includes(name);
}

const isSameFile = (one: string, other: string) =>
  one === other || (attempt(() => realpathSync(one)) ?? one) === attempt(() => realpathSync(other));

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
