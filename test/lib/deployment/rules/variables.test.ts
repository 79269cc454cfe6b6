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
]);
