import { deploymentNames, type DeploymentInput } from '../../lib/deployment';
import { files, other } from '../fields/files';
import { outcomeOf, type Outcome } from './compare';

/* Changes that are more than one field: whole parts come, go or change places. */

const { production, economy, mvp } = files;
const domain = { name: 'shop.example.com', hostedZoneId: 'Z0123456789ABC' };
const withDomain: DeploymentInput = { ...production, domain };
const twoTargets: DeploymentInput = files['two targets'];
const alone = { ...twoTargets, targets: { fargate: twoTargets.targets.fargate } };
const noCdn = {
  ...withDomain,
  edge: {
    cdn: { enabled: false, optOutReason: 'another CDN stands in front of this shop' },
    loadBalancer: 'public',
  },
} satisfies DeploymentInput;
const secret = (source: NonNullable<NonNullable<DeploymentInput['container']>['secrets']>[string]) => ({
  ...production,
  container: { secrets: { TOKEN: source } },
});
const generated = secret({ generate: 32 });
const existing = secret({ arn: other.secret('shop/token-AbCdEf') });
const publicToo: DeploymentInput = { ...withDomain, edge: { loadBalancer: 'public' } };
const blueGreen = { fargate: { ...production.targets.fargate, rollout: 'blue-green' as const } };

test.each<[change: string, outcome: Outcome, before: DeploymentInput, after: DeploymentInput]>([
  ['a domain is added', 'in place', production, withDomain],
  ['a domain is removed', 'steps', withDomain, production],
  [
    'a domain is added while releases are blue/green',
    'steps',
    { ...production, targets: blueGreen },
    { ...withDomain, targets: blueGreen },
  ],
  ['the load balancer becomes public with a new domain', 'steps', production, publicToo],
  ['a public load balancer loses its domain', 'steps', publicToo, production],
  ['CloudFront goes', 'refused', withDomain, noCdn],
  ['CloudFront comes', 'refused', noCdn, withDomain],
  ['a second target is added', 'in place', alone, twoTargets],
  ['the traffic moves to the second target', 'in place', twoTargets, { ...twoTargets, live: 'ec2' }],
  ['a target without traffic is removed', 'in place', twoTargets, alone],
  [
    'the target with traffic is replaced',
    'steps',
    alone,
    { ...twoTargets, targets: { ec2: economy.targets.ec2 }, live: 'ec2' },
  ],
  [
    'the cache and Chroma go together',
    'steps',
    production,
    { ...production, cache: 'none', vectors: 'embedded', container: { sessions: 'database' } },
  ],
  ['a generated secret is added', 'in place', production, generated],
  ['a generated secret is removed', 'steps', generated, production],
  ['a generated secret is replaced by an existing one', 'steps', generated, existing],
  ['an existing secret is replaced by a generated one', 'in place', existing, generated],
  ['an existing secret is removed', 'in place', existing, production],
  ['office hours are removed', 'in place', files.dev, { ...files.dev, schedule: undefined }],
  ['an image of another kind', 'refused', production, files.flask],
  [
    'App Runner behind CloudFront gets a firewall',
    'in place',
    { ...mvp, edge: { waf: { enabled: false, optOutReason: 'a test of the field' } } },
    mvp,
  ],
  [
    'NAT instances become gateways',
    'in place',
    { ...production, network: { egress: 'nat-instance' } },
    production,
  ],
  [
    'endpoints take the place of NAT',
    'in place',
    production,
    { ...production, network: { egress: 'endpoints' } },
  ],
])('%s: %s', (_, outcome, before, after) => {
  expect(outcomeOf(before, after)).toBe(outcome);
});

test.each(deploymentNames())('the same file of %s is safe to deploy again', (name) => {
  const again = Object.entries(files).find(([, file]) => file.name === name)?.[1] ?? files.flask;
  expect(outcomeOf(again, again)).toBe('in place');
});
