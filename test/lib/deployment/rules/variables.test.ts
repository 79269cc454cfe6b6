import { testRules } from '../rule-cases';

testRules('variables', [
  {
    rule: 'a variable that an image asks for has a value',
    passes: { container: { variables: { REDIS_URL: 'CACHE_URL' } } },
    fails: { container: { variables: { REDIS_URL: 'CACHE_URL' }, sessions: 'cookie' }, cache: 'none' },
    at: 'container.variables.REDIS_URL',
    because:
      "must name a variable that has a value in this deployment; CACHE_URL has none, as cache is 'none'",
    instead:
      'no REDIS_URL here; if the image needs it, state it in container.environment or container.secrets',
  },
  {
    rule: 'the address of Chroma is asked for only where Chroma runs',
    passes: { container: { variables: { VECTORS: 'CHROMA_URL' } }, vectors: 'chroma' },
    fails: { container: { variables: { VECTORS: 'CHROMA_URL' } }, vectors: 'embedded' },
    at: 'container.variables.VECTORS',
    because:
      "must name a variable that has a value in this deployment; CHROMA_URL has none, as vectors are 'embedded'",
    instead: 'no VECTORS here; if the image needs it, state it in container.environment or container.secrets',
  },
  {
    rule: 'a setting that no field decides is not asked of the deployment',
    passes: { container: { variables: { PORT: 'PORT' }, environment: { LEVEL: 'debug' } } },
    fails: { container: { variables: { PORT: 'PORT', LEVEL: 'LOG_LEVEL' } } },
    at: 'container.variables.LEVEL',
    because:
      "must name a variable that has a value in this deployment; LOG_LEVEL has none, as no field sets it, and the image's own default is used",
    instead: 'no LEVEL here; if the image needs it, state it in container.environment or container.secrets',
  },
  {
    rule: 'AI_GUARDRAIL needs a guardrail',
    passes: {
      container: { variables: { G: 'AI_GUARDRAIL' } },
      ai: { guardrail: { id: 'abcdef123456', version: '1' } },
    },
    fails: { container: { variables: { G: 'AI_GUARDRAIL' } } },
    at: 'container.variables.G',
    because:
      'must name a variable that has a value in this deployment; AI_GUARDRAIL has none, as ai.guardrail is not stated',
    instead: 'no G here; if the image needs it, state it in container.environment or container.secrets',
  },
  {
    rule: 'FEATURE_FLAGS needs a flag',
    passes: { container: { variables: { F: 'FEATURE_FLAGS' } }, flags: { checkout: true } },
    fails: { container: { variables: { F: 'FEATURE_FLAGS' } } },
    at: 'container.variables.F',
    because:
      'must name a variable that has a value in this deployment; FEATURE_FLAGS has none, as flags is empty',
    instead: 'no F here; if the image needs it, state it in container.environment or container.secrets',
  },
  {
    rule: 'PUBLIC_URL needs a domain',
    passes: {
      container: { variables: { U: 'PUBLIC_URL' } },
      domain: { name: 'shop.example.com', hostedZoneId: 'Z0123456789' },
    },
    fails: { container: { variables: { U: 'PUBLIC_URL' } } },
    at: 'container.variables.U',
    because:
      'must name a variable that has a value in this deployment; PUBLIC_URL has none, as domain is not stated',
    instead: 'no U here; if the image needs it, state it in container.environment or container.secrets',
  },
  {
    rule: 'CACHE_AUTH_TOKEN needs a cache',
    passes: { container: { variables: { U: 'CACHE_AUTH_TOKEN' } } },
    fails: { container: { variables: { U: 'CACHE_AUTH_TOKEN' }, sessions: 'cookie' }, cache: 'none' },
    at: 'container.variables.U',
    because:
      "must name a variable that has a value in this deployment; CACHE_AUTH_TOKEN has none, as cache is 'none'",
    instead: 'no U here; if the image needs it, state it in container.environment or container.secrets',
  },
  {
    rule: 'a name that the platform sets is not given to another value',
    passes: { container: { variables: { AWS_REGION: 'AWS_REGION', REGION: 'AWS_REGION' } } },
    fails: { container: { variables: { AWS_REGION: 'DATABASE_HOST' } } },
    at: 'container.variables.AWS_REGION',
    because:
      'must have a name that the platform does not set: names with ECS_, AWS_CONTAINER_ and the like are its own',
    instead: 'the name that the image reads, or no such line',
  },
]);
