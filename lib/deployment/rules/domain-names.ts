import { parse } from 'tldts';
import type { ParsedFields } from '../schema';
import type { DomainSettings } from '../schema/domain';
import type { Rule } from './rule';

interface SiteName {
  readonly path: string;
  readonly name: string;
}

/** Every name of the shop, the main one first. */
export function siteNames({ name, aliases }: DomainSettings): [SiteName, ...SiteName[]] {
  return [
    { path: 'domain.name', name },
    ...aliases.map((alias, index) => ({ path: `domain.aliases.${index}`, name: alias })),
  ];
}

/**
 * What the public suffix list says of a name. Its part for companies, such as github.io, is left out:
 * a company may have a hosted zone for its own name. https://publicsuffix.org/
 */
export function registration(name: string): {
  suffix: string;
  registered: string | undefined;
  isListed: boolean;
} {
  const { publicSuffix, domain, isIcann } = parse(name, { allowPrivateDomains: false });
  return { suffix: publicSuffix ?? name, registered: domain ?? undefined, isListed: isIcann === true };
}

/** Top-level domains that will never be public. https://www.iana.org/assignments/special-use-domain-names */
const neverPublic = new Set([
  'alt',
  'arpa',
  'example',
  'internal',
  'invalid',
  'local',
  'localhost',
  'onion',
  'test',
]);

/** Whether a certificate of a public authority is needed: CloudFront takes no other, and ACM makes no other. */
function needsPublicNames({ domain, edge }: ParsedFields): boolean {
  return domain?.hostedZoneId !== undefined || edge.cdn === true;
}

const publicNames: Rule = function* (deployment) {
  const { domain } = deployment;
  if (!domain || !needsPublicNames(deployment)) return;
  for (const { path, name } of siteNames(domain)) {
    const { suffix, registered } = registration(name);
    const top = name.split('.').at(-1) ?? '';
    if (neverPublic.has(top))
      yield {
        path,
        rule: `must be a name on the internet; .${top} is for private use, so no public authority certifies names in it`,
        instead: "a name below a domain that you have registered, such as 'shop.example.com'",
      };
    else if (registered === undefined)
      yield {
        path,
        rule: `must be a name below ${suffix}, which is a public suffix: only its registry can have a certificate for it`,
        instead: `'shop.${name}', or another name that you have registered`,
      };
  }
};

/** A hosted zone is at most as high as a registered domain, so names of two such domains have two zones. */
const inOneZone: Rule = function* ({ domain }) {
  if (domain?.hostedZoneId === undefined) return;
  const [{ name: main }, ...aliases] = siteNames(domain);
  const { registered } = registration(main);
  if (registered === undefined) return;
  for (const { path, name } of aliases) {
    const other = registration(name).registered;
    if (other === undefined || other === registered) continue;
    yield {
      path,
      rule: `must be in the hosted zone of ${main}: ${other} and ${registered} are two domains, so hostedZoneId can hold the names of one only`,
      instead: `a name below ${registered}, or certificateArn instead of hostedZoneId, with DNS records that you make`,
    };
  }
};

/** Longest first name of a certificate, its common name, and most names of one. https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html */
const longestFirstName = 64;
const mostNames = 100;

const certificateTakesTheNames: Rule = function* ({ domain }) {
  if (domain?.hostedZoneId === undefined || domain.name.length <= longestFirstName) return;
  const shorter = domain.aliases.find((alias) => alias.length <= longestFirstName);
  yield {
    path: 'domain.name',
    rule: `must have at most ${longestFirstName} characters, not ${domain.name.length}, when hostedZoneId is stated: ACM takes no longer first name in a certificate`,
    instead: `${shorter === undefined ? 'a shorter name' : `name: '${shorter}'`}, with the long one in aliases, or certificateArn instead of hostedZoneId`,
  };
};

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html, and acm-limits.html of ACM */
const notTooManyNames: Rule = function* ({ domain }) {
  const names = 1 + (domain?.aliases.length ?? 0);
  if (names <= mostNames) return;
  yield {
    path: 'domain.aliases',
    rule: `must be at most ${mostNames - 1} names: CloudFront and a certificate take ${mostNames} names together with domain.name, not ${names}`,
    instead: `${mostNames - 1} aliases or fewer`,
  };
};

export const domainNameRules: readonly Rule[] = [
  publicNames,
  inOneZone,
  certificateTakesTheNames,
  notTooManyNames,
];
