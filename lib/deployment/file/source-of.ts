import type { Deployment } from '../schema';

/** Files that deployments come from. A deployment itself holds only what its file states. */
const sources = new WeakMap<Deployment, string>();

export function withSource(deployment: Deployment, source: string | undefined): Deployment {
  if (source !== undefined) sources.set(deployment, source);
  return deployment;
}

/** The file of a deployment; undefined for one that no file states. */
export const sourceOf = (deployment: Deployment) => sources.get(deployment);
