import { z } from 'zod';
import { plainVariables, secretVariables, type Variable } from '../../../app-image/contract/environment';
import { container as bundled } from '../../../app-image/contract/paths';
import { absolutePath, text, variableName, wholeBetween } from './shapes';

const contractVariables = [...Object.keys(plainVariables), ...Object.keys(secretVariables)] as [
  Variable,
  ...Variable[],
];

const contractVariable = z.enum(contractVariables).meta({
  title: 'a variable of the container contract (app-image/contract/environment.ts)',
  examples: ['DATABASE_URL'],
});

const secretSource = z.union([
  z.strictObject({
    /** A random value of this many letters and digits is generated in Secrets Manager. Range 32–128. */
    generate: wholeBetween(32, 128),
  }),
  z.strictObject({
    /** An existing secret, by complete ARN. */
    arn: text(
      /^arn:aws[\w-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:.+-[A-Za-z0-9]{6}$/,
      'the complete ARN of a Secrets Manager secret',
      'arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/mail-AbCdEf',
    ),
    /** Key inside a JSON secret. @default - the whole string */
    key: z.string().optional(),
  }),
]);

export const container = z
  .strictObject({
    /** TCP port it listens on. @default 8080 */
    port: wholeBetween(1, 65535).default(bundled.port),
    /** Answers 200 while the process is alive. @default '/api/health' */
    healthPath: absolutePath.default(bundled.healthPath),
    /** Path that gets the tighter rate rule at the edge. @default '/api/chat' */
    chatPath: absolutePath.default(bundled.chatPath),
    /**
     * Which of the contract's variables the image gets, by the name it reads them under. `{}` gives it
     * none. Allowed with every image, also the bundled one.
     * @default - all of them, under their own names
     */
    variables: z.record(variableName, contractVariable).optional(),
    /** Further variables, readable by anyone who can read the task definition. @default {} */
    environment: z.record(variableName, z.string()).default({}),
    /** Further variables that reach the container through Secrets Manager only: $0.40 a month each. @default {} */
    secrets: z.record(variableName, secretSource).default({}),
    /** Replaces the image's command. @default - the image's own */
    command: z.array(z.string()).min(1).optional(),
    /** One-off command that migrates the database before new tasks start. @default - the bundled image's; none for others */
    migrateCommand: z.array(z.string()).min(1).optional(),
    /** Numeric user, or user:group; never root. @default '65532:65532' */
    user: text(/^[1-9]\d*(:\d+)?$/, 'a numeric user or user:group, not 0', '65532:65532').default(
      bundled.user,
    ),
    /** Directories that stay writable on a read-only root; each task has its own, gone with the task. @default ['/tmp'] */
    writablePaths: z.array(absolutePath).default([...bundled.writablePaths]),
    /** Seconds between SIGTERM and SIGKILL. Range 2–120. @default 30 */
    stopTimeoutSeconds: wholeBetween(2, 120).default(30),
    /** Where the image keeps what a session remembers; `memory` cannot have two tasks. @default 'cache' */
    sessions: z.enum(['cache', 'database', 'cookie', 'memory']).default('cache'),
  })
  .prefault({});

export type ContainerSettings = z.output<typeof container>;
