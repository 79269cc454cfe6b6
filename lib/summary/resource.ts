/** The parts of a CloudFormation template that a summary reads. */
export interface SummarizedTemplate {
  readonly Resources: Readonly<
    Record<
      string,
      {
        readonly Type: string;
        readonly Properties?: unknown;
        readonly DeletionPolicy?: string;
        readonly UpdatePolicy?: unknown;
      }
    >
  >;
  readonly Outputs?: Readonly<Record<string, { readonly Value: unknown }>>;
  readonly Parameters?: Readonly<Record<string, { readonly Default?: string }>>;
}

/** A synthesized stack; lib/plan/assembly.ts reads it from a cloud assembly. */
export interface SummarizedStack {
  /** Construct id, such as `data`. */
  readonly id: string;
  /** Name CloudFormation has for it. */
  readonly name: string;
  readonly region: string;
  readonly description: string;
  readonly terminationProtection: boolean;
  readonly template: SummarizedTemplate;
}

/** A resource of a template, with every reference in its properties replaced by a readable name. */
export interface Resource {
  /** Stack and logical id without its hash, such as `data/DatabaseInstance`. */
  readonly name: string;
  /** Construct id of its stack, such as `data`. */
  readonly stack: string;
  readonly type: string;
  readonly properties: unknown;
  /** What CloudFormation does with it when it leaves the template: `Delete`, `Retain` or `Snapshot`. */
  readonly deletionPolicy: string;
  /** How CloudFormation replaces the instances of an Auto Scaling group. */
  readonly updatePolicy: unknown;
}

/** One chapter of a summary. */
export interface Section {
  readonly title: string;
  /** Its lines, in an order that does not depend on the templates' order. */
  readonly lines: (resources: readonly Resource[], stacks: readonly SummarizedStack[]) => string[];
}

/**
 * A part of a resource's properties.
 *
 * @param path keys joined by dots; an index selects an element of a list
 */
export function at(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (part, key) => (isRecord(part) || Array.isArray(part) ? Reflect.get(part, key) : undefined),
      value,
    );
}

/** The elements of a list; of a single value, that value; of nothing, none. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const ofType = (resources: readonly Resource[], ...types: readonly string[]): Resource[] =>
  resources.filter(({ type }) => types.includes(type));
