import { z } from 'zod';

/**
 * The environment of a container. The server validates its own with this schema, and
 * the infrastructure builds a task's environment from the types derived from it, so a variable that
 * is missing or misspelt on one side does not compile or does not start.
 */

const port = z.coerce.number().int().min(1).max(65535);
const count = (least: number, most: number) => z.coerce.number().int().min(least).max(most);
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
);
const onOff = z.enum(['on', 'off']).transform((word) => word === 'on');

/** Variables that anyone who can read a task definition may read. */
export const plainVariables = {
  NODE_ENV: z
    .enum(['production', 'development', 'test'])
    .default('development')
    .describe('`production` refuses to start without everything marked required'),
  DEPLOYMENT: z
    .string()
    .regex(/^[\w.-]{1,100}$/, 'must be 1 to 100 letters, digits, dots, hyphens and underscores')
    .default('local')
    .describe(
      'Name of the deployment: the dimension `Deployment` of its metrics, so that two deployments in one account do not mix',
    ),
  PORT: port.default(8080).describe('TCP port to listen on'),
  HOST: z.string().default('0.0.0.0').describe('Address to listen on'),
  PUBLIC_URL: z
    .url()
    .optional()
    .describe('Public address of the shop, without a trailing slash; taken from the request when not set'),
  CORS_ORIGINS: list
    .default([])
    .refine(
      (origins) => !origins.includes('*'),
      'names origins one by one; `*` would let any site act for a signed-in customer',
    )
    .describe('Comma-separated other origins that may call the API from a browser; none by default'),
  TRUSTED_PROXY_HOPS: count(0, 5)
    .optional()
    .describe(
      'Number of proxies in front whose X-Forwarded-For entries are trusted: 2 behind CloudFront and a load balancer, 0 when not set',
    ),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace'])
    .default('info')
    .describe('Least severe level that is written; `debug` and `trace` are refused in production'),
  LOG_FILE: z
    .string()
    .optional()
    .describe('Also write the log to this file, rotated at 10 MB, 10 files kept'),
  DATABASE_HOST: z
    .string()
    .optional()
    .describe('PostgreSQL host; when not set, the shop uses an embedded PostgreSQL'),
  DATABASE_PORT: port.default(5432).describe('PostgreSQL port'),
  DATABASE_NAME: z.string().default('shop').describe('Database name'),
  DATABASE_TLS: z
    .enum(['verify-full', 'off'])
    .default('verify-full')
    .describe(
      '`verify-full` checks the certificate against the RDS authorities of the region in the host name',
    ),
  DATABASE_POOL_CONNECTIONS: count(1, 100).default(10).describe('Connections kept open'),
  DATABASE_POOL_OVERFLOW: count(0, 100).default(20).describe('Further connections opened under load'),
  DATABASE_POOL_RECYCLE_SECONDS: count(60, 86_400)
    .default(3600)
    .describe('Age at which a connection is replaced, in seconds'),
  DATA_DIRECTORY: z
    .string()
    .default('.data')
    .describe('Directory of the embedded database, used when DATABASE_HOST is not set'),
  CACHE_URL: z
    .url({ protocol: /^rediss?$/ })
    .optional()
    .describe('`rediss://host:6379`; when not set, cache and limits are kept in the process'),
  VECTORS: z
    .enum(['chroma', 'embedded'])
    .default('embedded')
    .describe('Where embeddings are searched: in a Chroma server, or exactly and in the process'),
  CHROMA_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Chroma server, required with VECTORS=chroma'),
  AI_PROVIDER: z
    .enum(['bedrock', 'local'])
    .default('local')
    .describe('`local` is a stand-in without a model, and says so in its answers'),
  AI_MODEL_ID: z
    .string()
    .optional()
    .describe('Bedrock inference profile, for example `us.anthropic.claude-haiku-5-5`'),
  AI_GUARDRAIL: z.string().optional().describe('Bedrock guardrail as `id:version`'),
  AI_MONTHLY_TOKEN_BUDGET: count(0, 10_000_000_000)
    .default(0)
    .describe('Tokens a month after which chat answers 503; 0 means no limit'),
  EMBEDDINGS: z
    .enum(['titan', 'packaged'])
    .default('packaged')
    .describe(
      'Titan Text Embeddings v2 in Bedrock, or the offline model of `npm start`, which the container image does not contain',
    ),
  AWS_REGION: z.string().optional().describe('Region of Bedrock and S3; ECS sets it as well'),
  AWS_ENDPOINT_URL: z.url().optional().describe('Endpoint for every AWS call instead of AWS; for tests'),
  BACKUP_BUCKET: z.string().optional().describe('Bucket the export job writes to'),
  RATE_LIMIT_PER_DAY: count(1, 1_000_000)
    .default(200)
    .describe(
      'Most requests in any 24 h, in each of three classes: log-ins and registrations per address, chat messages per address, orders per account',
    ),
  RATE_LIMIT_PER_HOUR: count(1, 1_000_000).default(50).describe('The same in any 60 min'),
  RATE_LIMIT_CHAT_PER_MINUTE: count(1, 10_000)
    .default(10)
    .describe('Most chat messages per address in any 60 s'),
  RATE_LIMIT_READS_PER_MINUTE: count(1, 1_000_000)
    .default(1200)
    .describe('Most catalogue reads and pages per address in any 60 s'),
  RATE_LIMIT_SEARCHES_PER_MINUTE: count(1, 1_000_000)
    .default(300)
    .describe('Most searches per address in any 60 s; with Titan embeddings each new text is a paid call'),
  RATE_LIMIT_CART_PER_HOUR: count(1, 1_000_000)
    .default(300)
    .describe(
      'Most changes of a cart in any 60 min, per account or visitor; requests without a visitor’s cookie count per address',
    ),
  RATE_LIMIT_ADDRESS_PER_HOUR: count(1, 1_000_000)
    .default(3000)
    .describe(
      'Most changes of carts and orders together, and most session refreshes, in any 60 min by all customers of one address',
    ),
  FEATURE_FLAGS: z
    .string()
    .regex(
      /^(\s*[\w-]+\s*=\s*(on|off|100%|\d{1,2}%)\s*(,|$))*$/,
      'is a comma-separated list of `name=on`, `name=off` or `name=NN%`',
    )
    .default('')
    .describe('Comma-separated `name=on`, `name=off` or `name=NN%`: share of visitors that get a feature'),
  METRICS: onOff.default(true).describe('Write CloudWatch embedded metrics to the log'),
} as const;

/** Variables that reach a container through Secrets Manager only. */
export const secretVariables = {
  DATABASE_USER: z.string().optional().describe('Database login; rotated together with its password'),
  DATABASE_PASSWORD: z.string().optional().describe('Password of the database login'),
  DATABASE_URL: z
    .string()
    .optional()
    .describe('The login as one `postgresql://` address, for images that read it in this form'),
  JWT_SECRET: z.string().min(32).optional().describe('Signs access tokens; at least 32 random characters'),
  CACHE_AUTH_TOKEN: z.string().optional().describe('Password of the cache'),
  ERROR_TRACKER_DSN: z
    .string()
    .optional()
    .describe('Sentry DSN to which errors are reported as well as logged'),
} as const;

export type PlainVariable = keyof typeof plainVariables;
export type SecretVariable = keyof typeof secretVariables;
export type Variable = PlainVariable | SecretVariable;

/** Variables without a safe default in production. */
export const requiredInProduction = [
  'TRUSTED_PROXY_HOPS',
  'DATABASE_HOST',
  'DATABASE_USER',
  'DATABASE_PASSWORD',
  'JWT_SECRET',
  'AI_PROVIDER',
  'VECTORS',
  'EMBEDDINGS',
] as const satisfies readonly Variable[];

type Required = (typeof requiredInProduction)[number];

/** The plain part of a production environment: required variables present, the others optional, all strings. */
export type PlainEnvironment = Record<Extract<Required, PlainVariable>, string> &
  Partial<Record<Exclude<PlainVariable, Required>, string>>;

/** The secret part, with the caller's own type for a secret. */
export type SecretEnvironment<S> = Record<Extract<Required, SecretVariable>, S> &
  Partial<Record<Exclude<SecretVariable, Required>, S>>;

export const environmentSchema = z
  .object({ ...plainVariables, ...secretVariables })
  .superRefine((environment, context) => {
    const refuse = (variable: Variable, why: string) =>
      context.addIssue({ code: 'custom', path: [variable], message: why });
    if (environment.VECTORS === 'chroma' && !environment.CHROMA_URL)
      refuse('CHROMA_URL', 'is required with VECTORS=chroma');
    if (environment.AI_PROVIDER === 'bedrock' && !environment.AI_MODEL_ID)
      refuse('AI_MODEL_ID', 'is required with AI_PROVIDER=bedrock');
    if (environment.NODE_ENV !== 'production') return;
    for (const variable of requiredInProduction) {
      if (environment[variable] === undefined) refuse(variable, 'is required in production');
    }
    if (environment.DATABASE_TLS === 'off') refuse('DATABASE_TLS', 'must be verify-full in production');
    if (['debug', 'trace'].includes(environment.LOG_LEVEL))
      refuse(
        'LOG_LEVEL',
        'must be info or a more severe level in production: debug and trace write what customers send',
      );
  });

/** A validated environment: numbers are numbers, lists are lists, defaults are filled in. */
export type Environment = z.output<typeof environmentSchema>;
