import { DrizzleQueryError } from 'drizzle-orm/errors';
import { z } from 'zod';
import { errorRecord, errorText } from '../../../../app-image/server/observability/error-record';
import { createLog } from '../../../../app-image/server/observability/log';

/** What a customer gave, and what only the shop holds. */
const values = {
  email: 'ada@example.test',
  name: 'Ada Lovelace',
  street: '12 St James Square',
  hash: 'scrypt$14$8$5$c2FsdHNhbHRzYWx0c2FsdA==$a2V5a2V5',
  password: 'hunter2hunter2',
};

const shows = (text: string) => Object.values(values).filter((value) => text.includes(value));
const collector = () => {
  const lines: string[] = [];
  return { text: () => lines.join(''), write: (line: string) => void lines.push(line) };
};

/** An error as node-postgres makes it, with everything the server sends along. */
function postgresError(message: string, code: string) {
  return Object.assign(new Error(message), {
    code,
    severity: 'ERROR',
    detail: `Failing row contains (7, ${values.email}, ${values.name}).`,
    where: `unnamed portal parameter $1 = '${values.email}'`,
    hint: `Perhaps you meant ${values.name}.`,
    internalQuery: `select '${values.hash}'`,
    table: 'accounts',
    constraint: 'accounts_name',
    column: 'name',
  });
}

const query = 'insert into "accounts" ("email", "name", "password_hash") values ($1, $2, $3)';
const failed = (cause: Error) =>
  new DrizzleQueryError(query, [values.email, values.name, values.hash], cause);

const confidential: Record<string, () => unknown> = {
  'a failed query': () => failed(postgresError('invalid byte sequence for encoding "UTF8": 0x00', '22021')),
  'a value that PostgreSQL repeats': () =>
    failed(postgresError(`invalid input syntax for type uuid: "${values.name}"`, '22P02')),
  'a trigger that names the row': () => postgresError(`bad row (${values.email}, ${values.name})`, 'P0001'),
  'a duplicate': () =>
    Object.assign(postgresError('duplicate key value violates unique constraint "x"', '23505'), {
      detail: `Key (email)=(${values.email}) already exists.`,
    }),
  'a detail inside another message': () =>
    new Error(`insert failed: Key (name)=(${values.name}) already exists.`),
  'an error deep in a chain of causes': () =>
    new Error('a', { cause: new Error('b', { cause: failed(postgresError('c', '23514')) }) }),
  'members of an AggregateError': () =>
    new AggregateError([failed(postgresError('a', '22001')), new Error(`to ${values.email}`)], 'all failed'),
  'a driver that repeats a parameter': () => failed(new Error(`could not send ${values.name}`)),
  'a Redis command with its arguments': () =>
    Object.assign(new Error(`ERR wrong kind of value at ${values.street}`), {
      command: { name: 'set', args: ['conversation:1', values.street] },
    }),
  'JSON that could not be parsed': () => {
    try {
      return JSON.parse(`${values.name} ${values.email}`) as unknown;
    } catch (error) {
      return error;
    }
  },
  'a value that zod refused': () =>
    z
      .object({ name: z.string().refine(() => false, { error: ({ input }) => `not ${String(input)}` }) })
      .safeParse({ name: values.name }, { reportInput: true }).error,
  'an address with a password': () =>
    new Error(`connect to postgresql://shop:${values.password}@database:5432/shop failed`),
  'a request body kept by a client': () =>
    Object.assign(new Error('400'), { config: { data: values }, request: { body: JSON.stringify(values) } }),
  'a header in a message': () => new Error(`refused: Authorization: Bearer ${values.password}`),
  'a value in an error’s code': () => Object.assign(new Error('x'), { code: `for ${values.name}` }),
  'an object that was thrown': () => ({ message: `for ${values.email}`, body: values }),
  'a text that was thrown': () => `password=${values.password}`,
  'a message with lines that look like frames': () =>
    new Error(`x\n    at ${values.name} (file.ts:1:1)\n    at ${values.email} (file.ts:1:1)`, {
      cause: failed(new Error('y')),
    }),
  'an error whose message was changed later': () => {
    const error = new Error(`for ${values.email}`);
    error.message = 'changed';
    return error;
  },
};

describe('personal data and secrets of an error', () => {
  test.each(Object.entries(confidential))('%s: stay out of every form it is shown in', async (_, make) => {
    const error = make();
    const out = collector();
    const log = await createLog({ LOG_LEVEL: 'trace', LOG_FILE: undefined }, out);
    log.error({ err: error }, 'failed');
    log.error({ error }, 'failed');
    if (error instanceof Error) {
      log.error({ reason: error, nested: { list: [{ error }] } });
      log.error(error);
      log.error('failed: %s %o', error, error);
    }
    log.child({ err: error }).error('failed');
    expect(out.text()).toContain('"level":"error"');
    expect(shows(out.text() + errorText(error) + JSON.stringify(errorRecord(error)))).toEqual([]);
  });
});

describe('what an error still says', () => {
  test('the statement, the SQLSTATE, the constraint, the frames and each cause', () => {
    const record = errorRecord(failed(postgresError('new row violates check constraint "x"', '23514')));
    expect(record).toMatchObject({
      message: `Failed query: ${query}`,
      stack: expect.stringMatching(/^ {4}at .*error-record\.test\.ts:\d+:\d+/),
      cause: {
        message: 'new row violates check constraint "x"',
        code: '23514',
        table: 'accounts',
        constraint: 'accounts_name',
        stack: expect.stringContaining('error-record.test.ts'),
      },
    });
  });

  test('a system error as it is', () => {
    const error = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), {
      code: 'ECONNREFUSED',
      syscall: 'connect',
      port: 5432,
    });
    expect(errorRecord(error)).toMatchObject({ message: error.message, code: 'ECONNREFUSED', port: 5432 });
    expect(errorText(error)).toMatch(/^Error: connect ECONNREFUSED 127\.0\.0\.1:5432\n {4}at /);
  });

  test('frames of packages keep their path', () => {
    const error = new Error('x');
    const frame = '    at f (file:///srv/node_modules/@fastify/cookie/plugin.js:10:5)';
    error.stack = `Error: x\n${frame}`;
    expect(errorRecord(error).stack).toBe(frame);
  });

  test('a chain that ends in itself, a getter that throws, and no error at all', () => {
    const circular = new Error('round');
    circular.cause = circular;
    expect(errorRecord(circular)).not.toHaveProperty('cause');
    const hostile = Object.defineProperty(new Error('x'), 'code', {
      get: () => {
        throw new Error('no');
      },
    });
    expect(errorRecord(hostile).message).toBe('x');
    expect(errorRecord(undefined)).toEqual({
      type: 'undefined',
      message: 'a value that is not an error was thrown',
    });
  });
});
