import { Template } from 'aws-cdk-lib/assertions';
import { Stack } from 'aws-cdk-lib';
import { deploymentNames, loadDeployment, parseDeployment, type Deployment } from '../../lib/deployment';
import { buildShop } from '../../stacks/shop-deployment';
import { testApp } from './stack-tests';

/* Every stack of every deployment, for tests of what holds everywhere. */

export interface Resource {
  readonly stack: string;
  readonly id: string;
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
  readonly DependsOn?: readonly string[];
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly Metadata?: Record<string, unknown>;
}

export interface Shop {
  readonly deployment: Deployment;
  /** By the id that `cdk deploy` takes, such as `data`. */
  readonly templates: ReadonlyMap<string, { readonly Metadata?: unknown; readonly Outputs?: Outputs }>;
  readonly resources: readonly Resource[];
}

type Outputs = Readonly<Record<string, { readonly Value: unknown }>>;

/** What no file in deployments/ states: another region with named zones, a domain, every target. */
const elsewhere = {
  name: 'elsewhere',
  aws: { region: 'eu-west-1', zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'] },
  domain: { name: 'shop.example.com', hostedZoneId: 'Z0123456789ABC' },
  logs: { retentionDays: 14 },
  network: { egress: 'endpoints', flowLogRetentionDays: 7 },
  database: { instance: 't4g.large' },
} as const;

const further: Record<string, () => Deployment> = {
  'every setting of Fargate and EC2': () =>
    parseDeployment({
      ...elsewhere,
      container: { healthPath: '/alive', stopTimeoutSeconds: 40 },
      targets: { fargate: { exec: true, rollout: 'blue-green' }, ec2: { spotMaxPriceShare: 0.5 } },
      live: 'fargate',
    }),
  'Express and a private App Runner': () =>
    parseDeployment({
      ...elsewhere,
      vectors: 'embedded',
      container: { healthPath: '/alive', stopTimeoutSeconds: 40 },
      targets: { express: {}, apprunner: { ingress: 'private', acknowledgeClosed: true } },
      live: 'express',
    }),
};

export const shopNames = [...deploymentNames(), ...Object.keys(further)];

const synthesized = new Map<string, Shop>();

/** Synthesized once a test file. */
export function shopOf(name: string): Shop {
  const shop = synthesized.get(name) ?? synthesize(further[name]?.() ?? loadDeployment(name));
  synthesized.set(name, shop);
  return shop;
}

function synthesize(deployment: Deployment): Shop {
  const app = testApp();
  buildShop(app, deployment);
  const stacks = app.node.children.filter((child) => Stack.isStack(child));
  const templates = new Map(stacks.map((stack) => [stack.node.id, Template.fromStack(stack).toJSON()]));
  const resources = [...templates].flatMap(([stack, { Resources = {} }]) =>
    Object.entries(Resources as Record<string, Partial<Resource>>).map(([id, resource]) => ({
      Type: '',
      ...resource,
      Properties: resource.Properties ?? {},
      stack,
      id,
    })),
  );
  return { deployment, templates, resources };
}

export const ofType = ({ resources }: Shop, type: string): readonly Resource[] =>
  resources.filter(({ Type }) => Type === type);

export const nameOf = ({ stack, id }: Resource): string => `${stack}/${id}`;

/** The resource that `Ref`, `Fn::GetAtt` or the output of another stack leads to. */
export function referred(shop: Shop, stack: string, value: unknown): Resource | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { Ref, 'Fn::GetAtt': attribute, 'Fn::GetStackOutput': output } = value as Reference;
  if (output) {
    const producer = output.StackName.slice(shop.deployment.name.length + 1);
    return referred(shop, producer, shop.templates.get(producer)?.Outputs?.[output.OutputName]?.Value);
  }
  const id = Ref ?? attribute?.[0];
  return shop.resources.find((resource) => resource.stack === stack && resource.id === id);
}

interface Reference {
  readonly Ref?: string;
  readonly 'Fn::GetAtt'?: readonly [string, string];
  readonly 'Fn::GetStackOutput'?: { readonly StackName: string; readonly OutputName: string };
}
