import { isRecord, listOf, type Resource, type SummarizedStack } from './resource';

/** What CloudFormation fills in at deploy time. A summary is the same in every account. */
const pseudoParameters: Readonly<Record<string, string>> = {
  'AWS::AccountId': 'ACCOUNT',
  'AWS::Partition': 'aws',
  'AWS::Region': 'REGION',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::StackId': 'STACK',
};

/** The resources of all stacks, sorted by name, each reference resolved to the name of what it leads to. */
export function resourcesOf(stacks: readonly SummarizedStack[]): Resource[] {
  const resolver = new Resolver(stacks);
  return stacks
    .flatMap((stack) =>
      Object.entries(stack.template.Resources).map(([id, resource]) => ({
        name: resolver.nameOf(stack, id),
        stack: stack.id,
        type: resource.Type,
        properties: resolver.resolve(resource.Properties, stack),
        deletionPolicy: resource.DeletionPolicy ?? 'Delete',
        updatePolicy: resolver.resolve(resource.UpdatePolicy, stack),
      })),
    )
    .sort((one, other) => compare(one.name, other.name) || compare(one.type, other.type));
}

/** By code unit, so that the order is the same on every machine. */
export const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/**
 * Names by logical id: the id without the hashes that CDK puts at its end. Resources of one type that
 * would have the same name are numbered.
 */
function namesIn({ id: stack, template }: SummarizedStack): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Map<string, number>();
  for (const id of Object.keys(template.Resources).sort(compare)) {
    const name = `${stack}/${id.replace(/[0-9A-F]{8}$/, '').replace(/(ForTarget)[0-9a-f]{6}$/, '$1')}`;
    const key = `${name} ${template.Resources[id]?.Type ?? ''}`;
    const count = (taken.get(key) ?? 0) + 1;
    taken.set(key, count);
    names.set(id, count === 1 ? name : `${name}${count}`);
  }
  return names;
}

class Resolver {
  private readonly stacks: ReadonlyMap<string, SummarizedStack>;
  private readonly names: ReadonlyMap<string, ReadonlyMap<string, string>>;

  constructor(stacks: readonly SummarizedStack[]) {
    this.stacks = new Map(stacks.map((stack) => [stack.name, stack]));
    this.names = new Map(stacks.map((stack) => [stack.id, namesIn(stack)]));
  }

  nameOf(stack: SummarizedStack, id: string): string {
    return this.names.get(stack.id)?.get(id) ?? id;
  }

  /** The value with names in place of references, and without hashes and account ids. */
  resolve(value: unknown, stack: SummarizedStack): unknown {
    if (typeof value === 'string') return masked(value);
    if (Array.isArray(value)) return value.map((element) => this.resolve(element, stack));
    if (!isRecord(value)) return value;
    const [only, ...others] = Object.entries(value);
    if (only && others.length === 0 && /^(Ref|Fn::)/.test(only[0])) return this.call(only, stack);
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, this.resolve(part, stack)]));
  }

  /** The value of an intrinsic function. */
  private call([name, argument]: readonly [string, unknown], stack: SummarizedStack): unknown {
    if (name === 'Ref') return this.reference(String(argument), stack);
    if (name === 'Fn::GetAtt') return this.attribute(listOf(argument), stack);
    if (name === 'Fn::GetStackOutput' && isRecord(argument)) return this.output(argument);
    if (name === 'Fn::Base64') return this.resolve(argument, stack);
    if (name === 'Fn::Sub' && typeof argument === 'string')
      return masked(argument.replaceAll(/\$\{([^}]+)\}/g, (_, id: string) => this.reference(id, stack)));
    if (name === 'Fn::Join') return this.join(listOf(argument), stack);
    return { [name.replace('Fn::', '')]: this.resolve(argument, stack) };
  }

  private join([separator, parts]: readonly unknown[], stack: SummarizedStack): unknown {
    const resolved = this.resolve(parts, stack);
    return Array.isArray(resolved)
      ? masked(resolved.map(String).join(String(separator)))
      : { Join: resolved };
  }

  private reference(id: string, stack: SummarizedStack): string {
    const parameter = stack.template.Parameters?.[id];
    return pseudoParameters[id] ?? (parameter ? (parameter.Default ?? id) : this.nameOf(stack, id));
  }

  /** The ARN or the id of a resource is written as its name. */
  private attribute([id, name]: readonly unknown[], stack: SummarizedStack): string {
    const named = this.nameOf(stack, String(id));
    return /^(Arn|GroupId|Id)$/.test(String(name)) ? named : `${named}.${String(name)}`;
  }

  /** What another stack publishes. */
  private output({ StackName, OutputName }: Readonly<Record<string, unknown>>): unknown {
    const stack = this.stacks.get(String(StackName));
    const output = stack?.template.Outputs?.[String(OutputName)];
    if (!stack || !output) throw new Error(`Stack ${String(StackName)} has no output ${String(OutputName)}.`);
    return this.resolve(output.Value, stack);
  }
}

const masked = (text: string) =>
  text.replaceAll(/\b[0-9a-f]{64}\b/g, 'HASH').replaceAll(/\b\d{12}\b/g, 'ACCOUNT');
