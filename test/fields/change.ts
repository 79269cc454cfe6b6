import type { files } from './files';

/** One field changed, and where the change shows. */
export interface Change {
  /** Path of the leaf; `NAME` in the schema's path is the name used here. */
  readonly leaf: string;
  /** Where it is written, when that is not the leaf's path. */
  readonly path?: string;
  readonly file: keyof typeof files;
  /** Replaces the value that the file has, or its default. */
  readonly value: unknown;
  /**
   * `summary`: other templates and another summary. `templates`: other templates only, as a summary has no
   * hashes, account ids and reasons. `warning`: another warning. `refusal`: a rule refuses the file,
   * although the schema allows the value.
   * @default 'summary'
   */
  readonly shows?: 'summary' | 'templates' | 'warning' | 'refusal';
}

export const fargate = (field: string, value: unknown): Change => ({
  leaf: `targets.fargate.${field}`,
  file: 'production',
  value,
});
export const express = (field: string, value: unknown): Change => ({
  leaf: `targets.express.${field}`,
  file: 'mvp-express',
  value,
});
export const appRunner = (field: string, value: unknown): Change => ({
  leaf: `targets.apprunner.${field}`,
  file: 'mvp',
  value,
});
export const ec2 = (field: string, value: unknown): Change => ({
  leaf: `targets.ec2.${field}`,
  file: 'economy',
  value,
});
/** The file has an image of Chroma for each of the two targets. */
export const chromaImage = (target: 'fargate' | 'ec2', field: string, value: unknown): Change => ({
  leaf: `targets.${target}.chroma.image.${field}`,
  file: "Chroma's images in ECR",
  value,
});
export const production = (leaf: string, value: unknown): Change => ({ leaf, file: 'production', value });
export const kept = (field: string, value: unknown): Change => ({
  leaf: `keep.${field}`,
  file: 'kept parts',
  value,
});
export const vpc = (field: string, value: unknown): Change => ({
  leaf: `network.existingVpc.${field}`,
  file: 'existing VPC',
  value,
});
