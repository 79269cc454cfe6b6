import {
  ConfigurationError,
  readEnvironment,
} from '../../../../app-image/server/configuration/read-environment';

function problemsOf(variables: Record<string, string>): readonly string[] {
  try {
    readEnvironment(variables);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
  return [];
}

const production = {
  NODE_ENV: 'production',
  TRUSTED_PROXY_HOPS: '2',
  DATABASE_HOST: 'database.internal',
  DATABASE_USER: 'shop',
  DATABASE_PASSWORD: 'a-password',
  JWT_SECRET: 'x'.repeat(32),
  AI_PROVIDER: 'local',
  VECTORS: 'embedded',
  EMBEDDINGS: 'titan',
};

describe('C24: the environment is validated at start-up', () => {
  test('a laptop needs no variable', () => {
    expect(readEnvironment({})).toMatchObject({ PORT: 8080, VECTORS: 'embedded', AI_PROVIDER: 'local' });
  });

  test('a complete production environment is accepted', () => {
    expect(readEnvironment(production).TRUSTED_PROXY_HOPS).toBe(2);
  });

  test('malformed, missing and contradicting variables are named in one message', () => {
    const problems = problemsOf({
      NODE_ENV: 'production',
      PORT: 'eighty',
      VECTORS: 'chroma',
      AI_PROVIDER: 'bedrock',
      JWT_SECRET: 'short',
    });
    expect(problemsOf({ ...production, VECTORS: '', AI_PROVIDER: '' })).toHaveLength(2);
    const named = problems.map((problem) => /^\w+/.exec(problem)?.[0]);
    expect(named.sort()).toEqual(
      [
        'AI_MODEL_ID',
        'CHROMA_URL',
        'DATABASE_HOST',
        'DATABASE_PASSWORD',
        'DATABASE_USER',
        'EMBEDDINGS',
        'JWT_SECRET',
        'PORT',
        'TRUSTED_PROXY_HOPS',
      ].sort(),
    );
    expect(problems).toContainEqual(expect.stringContaining('"eighty"'));
  });

  test('C22: a wrong secret is not repeated, and neither is a password in an address', () => {
    expect(problemsOf({ JWT_SECRET: 'hunter2' }).join()).not.toContain('hunter2');
    const [problem = ''] = problemsOf({ CACHE_URL: 'http://user:hunter2@cache:6379' });
    expect(problem).toContain('CACHE_URL');
    expect(problem).not.toContain('hunter2');
  });

  test('an empty variable counts as one that is not set', () => {
    expect(readEnvironment({ PORT: '', CACHE_URL: '' })).toMatchObject({ PORT: 8080 });
    expect(problemsOf({ ...production, DATABASE_HOST: '' })).toHaveLength(1);
  });

  test('C7: an origin may not be a wildcard', () => {
    expect(problemsOf({ CORS_ORIGINS: 'https://a.example,*' })).toHaveLength(1);
  });

  test('C3: production does not run without TLS to its database', () => {
    expect(problemsOf({ ...production, DATABASE_TLS: 'off' })).toEqual([
      expect.stringContaining('DATABASE_TLS'),
    ]);
  });

  test('C3: production refuses debug mode, in its own log and in that of libraries', () => {
    for (const level of ['debug', 'trace'])
      expect(problemsOf({ ...production, LOG_LEVEL: level })).toEqual([
        expect.stringMatching(/^LOG_LEVEL \("(debug|trace)"\): must be info/),
      ]);
    expect(problemsOf({ ...production, LOG_LEVEL: 'info' })).toEqual([]);
    expect(problemsOf({ ...production, DEBUG: 'ioredis:*', NODE_DEBUG: 'http' })).toEqual([
      expect.stringMatching(/^DEBUG .*must not be set in production/),
      expect.stringMatching(/^NODE_DEBUG .*must not be set in production/),
    ]);
    expect(problemsOf({ LOG_LEVEL: 'debug', DEBUG: '*' })).toEqual([]);
  });

  test('C25: a flag is on, off or a share', () => {
    expect(problemsOf({ FEATURE_FLAGS: 'reviews=on, wishlist=off,checkout=25%' })).toEqual([]);
    for (const wrong of ['reviews', 'reviews=yes', 'reviews=101%', '=on'])
      expect(problemsOf({ FEATURE_FLAGS: wrong })).toHaveLength(1);
  });
});
