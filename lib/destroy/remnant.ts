/** What a deletion of the stacks leaves in the account: what is billed by the piece first, then the largest price. */
export const remnantKinds = [
  'key',
  'secret',
  'file system',
  'final snapshot of the database',
  'automated backups of the database',
  'final snapshot of the cache',
  'bucket',
  'log group',
  'log groups of App Runner',
  'log group of Container Insights',
  'DNS record that validates a certificate',
  'other',
] as const;

export type RemnantKind = (typeof remnantKinds)[number];

/** Something that is still in the account when its stack is deleted. */
export interface Remnant {
  readonly kind: RemnantKind;
  /** Construct id of the stack, such as `data`. */
  readonly stack: string;
  readonly region: string;
  /** Logical id, without its hash, of the resource that it is or comes from. */
  readonly name: string;
  /** CloudFormation type of that resource. */
  readonly type: string;
  /** Gigabytes that it can have at most. @default - not known from the template */
  readonly mostGB?: number;
  /** When AWS removes it, or what is in it, without a command. @default - never */
  readonly until?: string;
}
