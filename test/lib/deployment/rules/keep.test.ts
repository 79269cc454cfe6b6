import { testRules } from '../rule-cases';

const hostedZoneId = 'Z0123456789ABC';
const domain = { name: 'shop.example.com', hostedZoneId };
const oldDomain = { name: 'old.example.com', hostedZoneId };
const inProcess = { cache: 'none', container: { sessions: 'database' } } as const;
const publicOnly = { loadBalancer: 'public' } as const;

testRules('keep', [
  {
    rule: 'a cache is kept only while there is no other',
    passes: { ...inProcess, keep: { cache: {} } },
    fails: { keep: { cache: {} } },
    at: 'keep.cache',
    because: "needs cache: 'none'; the deployment has a cache without keep.cache",
    instead: "cache: 'none', or no keep.cache",
  },
  {
    rule: 'the files of Chroma are kept only while there is no Chroma',
    passes: { vectors: 'embedded', keep: { vectors: 'chroma' } },
    fails: { keep: { vectors: 'chroma' } },
    at: 'keep.vectors',
    because:
      "needs another value of vectors; with vectors: 'chroma' the file system is there without keep.vectors",
    instead: "vectors: 'embedded', or no keep.vectors",
  },
  {
    rule: 'the load balancer that is kept is another one',
    passes: { keep: { loadBalancer: 'public', domain: oldDomain } },
    fails: { keep: { loadBalancer: 'internal' } },
    at: 'keep.loadBalancer',
    because: 'must differ from edge.loadBalancer, which is internal',
    instead: 'the value that edge.loadBalancer had before, or no keep.loadBalancer',
  },
  {
    rule: 'a public load balancer that is kept has a certificate',
    passes: { domain, keep: publicOnly },
    fails: { keep: publicOnly },
    at: 'keep.loadBalancer',
    because: "needs a certificate when it is 'public': a public load balancer serves HTTPS only",
    instead: 'keep.domain with the domain of the deployed version',
  },
  {
    rule: 'a load balancer is kept on Fargate and EC2 only',
    passes: { domain, targets: { ec2: {} }, live: 'ec2', keep: publicOnly },
    fails: { domain, targets: { express: {} }, live: 'express', vectors: 'embedded', keep: publicOnly },
    at: 'keep.loadBalancer',
    because:
      'must be left out without targets.fargate and targets.ec2; other targets have a load balancer of their own',
    instead: 'no keep.loadBalancer',
  },
  {
    rule: 'the domain that is kept is another one',
    passes: { domain, keep: { domain: oldDomain } },
    fails: { domain, keep: { domain } },
    at: 'keep.domain',
    because: 'must have another name than domain, which has shop.example.com',
    instead: 'the domain that the deployed version has, or no keep.domain',
  },
  {
    rule: 'the domain that is kept has a certificate for the load balancer',
    passes: { keep: { domain: oldDomain } },
    fails: {
      keep: {
        domain: {
          name: 'old.example.com',
          certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/1',
        },
      },
    },
    at: 'keep.domain',
    because:
      'must have a certificate for the load balancer in eu-west-1; without one there is nothing to keep',
    instead: 'hostedZoneId or loadBalancerCertificateArn as the deployed version has it, or no keep.domain',
  },
  {
    rule: 'a secret is kept only while the container does not read it',
    passes: { keep: { secrets: { TOKEN: { generate: 32 } } } },
    fails: {
      container: { secrets: { TOKEN: { generate: 32 } } },
      keep: { secrets: { TOKEN: { generate: 32 } } },
    },
    at: 'keep.secrets.TOKEN',
    because:
      'must not be an entry of container.secrets too, unless a generated secret is replaced by one of your own',
    instead: 'TOKEN in one of the two',
  },
  {
    rule: 'a domain is kept while releases are rolling',
    passes: { targets: { fargate: { rollout: 'rolling' } }, keep: { domain: oldDomain } },
    fails: { targets: { fargate: { rollout: 'canary' } }, keep: { domain: oldDomain } },
    at: 'keep.domain',
    because: "needs rollout: 'rolling'; canary moves traffic on one listener only",
    instead: "targets.fargate.rollout: 'rolling' while keep is stated",
  },
]);
