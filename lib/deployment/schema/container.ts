import { z } from 'zod';
import { plainVariables, secretVariables, type Variable } from '../../../app-image/contract/environment';
import { container as bundled } from '../../../app-image/contract/paths';
import { urlPath, writableDirectory } from './paths';
import { secretSource } from './secret-source';
import { explainSwappedMap } from './swapped-map';
import { variableName, wholeBetween } from './shapes';

const contractVariables = [...Object.keys(plainVariables), ...Object.keys(secretVariables)] as [
  Variable,
  ...Variable[],
];

const contractVariable = z.enum(contractVariables).meta({
  title: 'a variable of the container contract (app-image/contract/environment.ts)',
  examples: ['DATABASE_URL'],
});

/** A value, or one that says it is no secret although its name or form looks like one. */
const plainValue = z.union([
  z.string(),
  z.strictObject({
    /** The value. Passwords in addresses, AWS keys and private keys are refused here as well. */
    notSecret: z.string(),
  }),
]);

/** The largest id that Docker and containerd take. */
const largestId = 2 ** 31 - 1;

function isUser(written: string): boolean {
  return /^[1-9]\d*(:\d+)?$/.test(written) && written.split(':').every((id) => Number(id) <= largestId);
}

const words = z.array(z.string()).min(1).meta({ title: 'a list of words, as no shell reads the command' });

export const container = z
  .strictObject({
    /** TCP port the image listens on. Range 1–65535. @default 8080 */
    port: wholeBetween(1, 65535).default(bundled.port),
    /** URL path that answers 200 while the process is alive. @default '/api/health' */
    healthPath: urlPath('/api/health').default(bundled.healthPath),
    /** URL path with the lower rate limit of `edge.waf.chatRequestsPerMinute`, and everything below it. @default '/api/chat' */
    chatPath: urlPath('/api/chat').default(bundled.chatPath),
    /**
     * Variables of the contract that the image gets: `{ NAME_THE_IMAGE_READS: 'CONTRACT_VARIABLE' }`. `{}` gives
     * it none. Every image may have it, also the bundled one.
     * @default - all of them, under their own names
     */
    variables: z
      .record(variableName, contractVariable)
      .meta({ explain: explainSwappedMap(contractVariables) })
      .optional(),
    /**
     * Further variables, in the open: everyone who can read the task definition can read them. A value that
     * looks like a secret is refused; `{ notSecret: 'value' }` says that it is none.
     * @default {}
     */
    environment: z.record(variableName, plainValue).default({}),
    /** Further variables from Secrets Manager. $0.40 a month each. @default {} */
    secrets: z.record(variableName, secretSource).default({}),
    /** Words of the command that replaces the image's own. No shell reads them. @default - the image's own */
    command: words.optional(),
    /** Words of a command that migrates the database before new tasks start. @default - the bundled image's; none for others */
    migrateCommand: words.optional(),
    /** Numeric user, or user:group. Not root; each at most 2,147,483,647. @default '65532:65532' */
    user: z
      .string()
      .refine(isUser)
      .meta({ title: 'a numeric user or user:group, not 0', examples: ['65532:65532'] })
      .default(bundled.user),
    /**
     * Directories the image may write to; the rest of its file system is read-only. Each is 128 MiB of the
     * task's memory and is lost with the task. On App Runner this holds for the jobs only.
     * @default ['/tmp']
     */
    writablePaths: z.array(writableDirectory).default([...bundled.writablePaths]),
    /** Seconds between SIGTERM and SIGKILL. Range 2–120. @default 30 */
    stopTimeoutSeconds: wholeBetween(2, 120).default(30),
    /** Where the image keeps its sessions. `memory` allows one task only. @default 'cache' */
    sessions: z.enum(['cache', 'database', 'cookie', 'memory']).default('cache'),
  })
  .prefault({});

export type ParsedContainer = z.output<typeof container>;
/** With every value of `environment` as text (lib/deployment/plain-values.ts). */
export type ContainerSettings = Omit<ParsedContainer, 'environment'> & {
  readonly environment: Readonly<Record<string, string>>;
};
