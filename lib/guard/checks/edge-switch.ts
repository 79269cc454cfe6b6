import type { TemplateResource } from '../../plan/assembly';
import type { AssemblyChange, ResourceChange, StackChange } from '../changes';
import { readResources } from '../readers';
import { localReferences } from '../references';
import type { Risk } from '../risk';

/* The edge is deployed last. Until then its deployed version uses the target as it was. */

const elb = 'AWS::ElasticLoadBalancingV2';

/** CloudFront checks the load balancer's certificate against the domain name of its origin. */
export function* certificateInUse(change: AssemblyChange): Iterable<Risk> {
  const before = originNames(change.before);
  const after = originNames(change.after);
  const abandoned = [...before].filter((name) => !after.has(name));
  if (abandoned.length === 0) return;
  for (const { id, resources, after: template } of change.stacks) {
    const certificates = (all: Iterable<TemplateResource>) =>
      new Set(
        [...all]
          .filter(({ Type }) => Type === `${elb}::Listener` || Type === `${elb}::ListenerCertificate`)
          .flatMap(({ Properties }) => listOf(Properties?.Certificates))
          .map((certificate) => JSON.stringify(certificate)),
      );
    const earlier = certificates([...resources.values()].map((resource) => resource.before));
    const later = certificates(Object.values(template.Resources));
    const removed = [...earlier].filter((certificate) => !later.has(certificate));
    if (removed.length === 0) continue;
    yield {
      kind: 'certificate-in-use',
      stack: id,
      resources: removed.flatMap((certificate) => localReferences(JSON.parse(certificate))),
      message: `The load balancer loses the certificate of ${abandoned.join(' and ')} while the deployed distribution still checks for that name. CloudFront answers every request with 502 until the edge is deployed.`,
    };
  }
}

/** Names, not references, that a distribution asks of an origin inside the VPC. */
function originNames(stacks: AssemblyChange['before']): Set<string> {
  return new Set(
    stacks
      .flatMap(({ template }) => Object.values(template.Resources))
      .filter(({ Type }) => Type === 'AWS::CloudFront::Distribution')
      .flatMap(({ Properties }) => originsOf(Properties?.DistributionConfig))
      .flatMap(({ DomainName }) => (typeof DomainName === 'string' ? [DomainName] : [])),
  );
}

function originsOf(config: unknown): { readonly DomainName?: unknown }[] {
  const origins: unknown = isObject(config) ? config.Origins : undefined;
  return Array.isArray(origins) ? origins.filter(isObject) : [];
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** App Runner has one ingress: its public name is gone at once when the service becomes private, and the other way round. */
export function* ingressCloses(change: AssemblyChange): Iterable<Risk> {
  for (const stack of change.stacks)
    for (const service of stack.resources.values()) {
      if (service.type !== 'AWS::AppRunner::Service' || !ingressDiffers(service)) continue;
      if (!isLive(change, stack)) continue;
      yield {
        kind: 'ingress-closes',
        stack: stack.id,
        resources: [service.logicalId],
        message: `App Runner service ${service.logicalId} changes between public and private, and the address that the deployed edge uses closes at once.`,
      };
    }
}

function ingressDiffers({ before, after }: ResourceChange): boolean {
  const [earlier, later] = [before, after].map((resource) => {
    const network = resource?.Properties?.NetworkConfiguration;
    return JSON.stringify(isObject(network) ? network.IngressConfiguration : undefined);
  });
  return after !== undefined && earlier !== later;
}

const isLive = (change: AssemblyChange, stack: StackChange) =>
  readResources(change).some(
    ({ producer, readers }) => producer.id === stack.id && readers.some((id) => id.startsWith('edge')),
  );

/** The way from customers to the target is one of two kinds, and the names of one are in use until the other has them. */
export function* edgeKindChanges({ before, after }: AssemblyChange): Iterable<Risk> {
  const has = (stacks: AssemblyChange['before']) =>
    stacks.some(({ template }) =>
      Object.values(template.Resources).some(({ Type }) => Type === 'AWS::CloudFront::Distribution'),
    );
  if (has(before) === has(after)) return;
  yield {
    kind: 'edge-kind-changes',
    stack: 'edge',
    resources: [],
    message: `The deployed version serves customers ${has(before) ? 'through CloudFront' : 'without CloudFront'}, and this version does not. DNS points to the old way until its records have expired, and the old way is deleted before.`,
  };
}
