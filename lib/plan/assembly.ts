import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface TemplateResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly DependsOn?: string | readonly string[];
  readonly DeletionPolicy?: string;
}

/** The parts of a CloudFormation template that a plan reads. */
export interface Template {
  readonly Description?: string;
  readonly Resources: Readonly<Record<string, TemplateResource>>;
  readonly Outputs?: Readonly<Record<string, { readonly Value: unknown }>>;
}

export interface PlannedStack {
  /** Construct id: `network`, `data`, … */
  readonly id: string;
  /** Name in CloudFormation. */
  readonly name: string;
  readonly region: string;
  readonly description: string;
  readonly terminationProtection: boolean;
  readonly template: Template;
  /** Findings that a construct acknowledges, with the reason. */
  readonly acknowledgements: readonly Acknowledgement[];
}

export interface Acknowledgement {
  readonly construct: string;
  readonly rule: string;
  readonly reason: string;
}

interface StackArtifact {
  readonly type: string;
  readonly environment: string;
  readonly properties: {
    readonly templateFile: string;
    readonly stackName?: string;
    readonly terminationProtection?: boolean;
  };
  readonly dependencies?: readonly string[];
  readonly additionalMetadataFile?: string;
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** Reads the stacks of a cloud assembly in deployment order. */
export function readStacks(assembly: string): PlannedStack[] {
  const { artifacts } = readJson(join(assembly, 'manifest.json')) as {
    artifacts: Record<string, StackArtifact>;
  };
  return inDeployOrder(artifacts).map(([id, artifact]) => {
    const template = readJson(join(assembly, artifact.properties.templateFile)) as Template;
    return {
      id,
      name: artifact.properties.stackName ?? id,
      region: artifact.environment.split('/').at(-1) ?? '',
      description: template.Description ?? '',
      terminationProtection: artifact.properties.terminationProtection ?? false,
      template,
      acknowledgements: artifact.additionalMetadataFile
        ? acknowledgementsIn(readJson(join(assembly, artifact.additionalMetadataFile)) as Metadata)
        : [],
    };
  });
}

/** Each stack comes after those it depends on; otherwise the order is alphabetical. */
function inDeployOrder(artifacts: Record<string, StackArtifact>): [string, StackArtifact][] {
  const waiting = new Map(
    Object.entries(artifacts)
      .filter(([, artifact]) => artifact.type === 'aws:cloudformation:stack')
      .sort(([one], [other]) => one.localeCompare(other)),
  );
  const ordered: [string, StackArtifact][] = [];
  while (waiting.size > 0) {
    const next = [...waiting].find(
      ([, { dependencies = [] }]) => !dependencies.some((id) => waiting.has(id)),
    );
    if (!next) throw new Error(`stacks depend on each other in a circle: ${[...waiting.keys()].join(', ')}`);
    ordered.push(next);
    waiting.delete(next[0]);
  }
  return ordered;
}

type Metadata = Record<string, readonly { readonly type: string; readonly data?: unknown }[]>;

function acknowledgementsIn(metadata: Metadata): Acknowledgement[] {
  return Object.entries(metadata).flatMap(([construct, entries]) =>
    entries
      .filter(({ type }) => type === 'aws:cdk:acknowledged-rules')
      .flatMap(({ data }) =>
        Object.entries(data as Record<string, string>).map(([id, reason]) => ({
          construct: construct.replace(/^\//, ''),
          rule: id.replace(/^Annotation::/, ''),
          reason,
        })),
      ),
  );
}
