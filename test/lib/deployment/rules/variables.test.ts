import { testRules } from '../rule-cases';

testRules('variables', [
  {
    rule: 'a variable that an image asks for has a value',
    passes: { container: { variables: { REDIS_URL: 'CACHE_URL' } } },
    fails: { container: { variables: { REDIS_URL: 'CACHE_URL' }, sessions: 'cookie' }, cache: 'none' },
    at: 'container.variables.REDIS_URL',
    because: /CACHE_URL, which has no value.*cache is 'none'/,
    instead: /container\.environment/,
  },
  {
    rule: 'the address of Chroma is asked for only where Chroma runs',
    passes: { container: { variables: { VECTORS: 'CHROMA_URL' } }, vectors: 'chroma' },
    fails: { container: { variables: { VECTORS: 'CHROMA_URL' } }, vectors: 'embedded' },
    at: 'container.variables.VECTORS',
    because: /vectors are 'embedded'/,
    instead: /no VECTORS here/,
  },
  {
    rule: 'a setting that no field decides is not asked of the deployment',
    passes: { container: { variables: { PORT: 'PORT' }, environment: { LEVEL: 'debug' } } },
    fails: { container: { variables: { PORT: 'PORT', LEVEL: 'LOG_LEVEL' } } },
    at: 'container.variables.LEVEL',
    because: /no field decides it/,
    instead: /no LEVEL here/,
  },
]);
