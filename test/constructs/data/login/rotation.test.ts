import {
  CreateSecretCommand,
  GetSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { connected } from '../../../../constructs/data/login/connection';
import { parseLogin, type Login, type StoredLogin } from '../../../../constructs/data/login/login';
import { LoginRotator } from '../../../../constructs/data/login/login-rotator';
import { LoginSecret } from '../../../../constructs/data/login/login-secret';
import { invoke, startAnswerBox } from '../../../setup/handlers';
import { describeWithMoto, startMoto, type Moto } from '../../../setup/moto';
import { describeWithTls, startRdsLikePostgres, type RdsLikePostgres } from '../../../setup/postgres';

/** Milliseconds for servers to start and answer on a busy machine. */
const timeoutMs = 60_000;
jest.setTimeout(timeoutMs);

const steps = ['createSecret', 'setSecret', 'testSecret', 'finishSecret'];

describeWithMoto('the application login, with a real PostgreSQL and an emulated Secrets Manager', () => {
  describeWithTls('over TLS', () => {
    let postgres: RdsLikePostgres;
    let moto: Moto;
    let client: SecretsManagerClient;
    let databases = 0;

    const ends: (() => Promise<void>)[] = [];

    beforeAll(async () => {
      postgres = await startRdsLikePostgres('market');
      ends.push(() => postgres.remove());
      moto = await startMoto();
      ends.push(() => moto.stop());
      client = new SecretsManagerClient(moto.configuration);
    }, timeoutMs);
    // What was started is ended even when the rest did not come up; a server left behind keeps jest waiting.
    afterAll(async () => {
      await Promise.all(ends.map((end) => end()));
    }, timeoutMs);

    /** A deployment's secret as CloudFormation generates it, its rotator, and what a test needs to look at it. */
    async function deployed() {
      const { ARN = '' } = await client.send(
        new CreateSecretCommand({
          Name: `login-${databases++}`,
          SecretString: JSON.stringify({ username: 'market_a', password: `GeneratedFirst${databases}` }),
        }),
      );
      const rotator = new LoginRotator({
        server: postgres.server,
        secret: new LoginSecret(client, ARN),
        masterLogin: () => Promise.resolve(postgres.master),
      });
      await rotator.establish();
      return { ARN, rotator };
    }

    // moto moves the label, yet without one it still answers with the version written last.
    const labelled = (arn: string) =>
      client.send(new GetSecretValueCommand({ SecretId: arn, VersionStage: 'AWSCURRENT' }));
    const current = async (arn: string) =>
      JSON.parse((await labelled(arn)).SecretString ?? '') as StoredLogin;
    const versionOf = async (arn: string) => (await labelled(arn)).VersionId;

    const query = (login: Login, sql: string) =>
      connected(postgres.server, login, async (session) => (await session.query(sql)).rows as unknown[]);

    async function rotate(rotator: LoginRotator, token: string, only = steps): Promise<void> {
      for (const step of only) await rotator.rotate(step, token);
    }

    /** Version ids are 32 to 64 characters long. */
    const token = (name: string) => name.padEnd(32, '-');

    test('works from the first deployment on, with its address beside it', async () => {
      const { ARN } = await deployed();
      const login = await current(ARN);
      expect(login).toEqual({
        engine: 'postgres',
        host: 'localhost',
        port: postgres.server.port,
        dbname: 'market',
        username: 'market_a',
        password: expect.stringMatching(/^GeneratedFirst\d+$/),
        url: `postgresql://market_a:${login.password}@localhost:${postgres.server.port}/market?sslmode=require`,
      });
      await expect(query(login, 'SELECT current_user, session_user')).resolves.toEqual([
        { current_user: 'market', session_user: 'market_a' },
      ]);
    });

    test('may make tables and schemas, and nothing that concerns the whole server', async () => {
      const { ARN } = await deployed();
      const login = await current(ARN);
      await query(
        login,
        'CREATE SCHEMA ledger; CREATE TABLE ledger.entry (id int); DROP SCHEMA ledger CASCADE',
      );
      await expect(query(login, 'CREATE ROLE intruder')).rejects.toThrow('permission denied');
      await expect(query(login, 'CREATE DATABASE other')).rejects.toThrow('permission denied');
    });

    test('deploying again changes nothing', async () => {
      const { ARN, rotator } = await deployed();
      const before = await versionOf(ARN);
      await rotator.establish();
      expect(await versionOf(ARN)).toBe(before);
      await expect(query(await current(ARN), 'SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
    });

    test('tables made before a rotation are owned and written by the login after it', async () => {
      const { ARN, rotator } = await deployed();
      const before = await current(ARN);
      await query(before, 'CREATE TABLE made_before (id int)');
      await rotate(rotator, token('tables'));
      const after = await current(ARN);
      expect(after.username).toBe('market_b');
      expect(after.password).not.toBe(before.password);
      expect(after.url).toContain(`market_b:${after.password}@`);
      await query(after, 'INSERT INTO made_before VALUES (1)');
      await query(after, 'ALTER TABLE made_before ADD COLUMN name text');
      await expect(
        query(after, `SELECT tableowner FROM pg_tables WHERE tablename = 'made_before'`),
      ).resolves.toEqual([{ tableowner: 'market' }]);
      await query(after, 'DROP TABLE made_before');
    });

    test('the login before stays valid until the next rotation, and not longer', async () => {
      const { ARN, rotator } = await deployed();
      const first = await current(ARN);
      await rotate(rotator, token('valid-1'));
      await expect(query(first, 'SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
      const second = await current(ARN);
      await rotate(rotator, token('valid-2'));
      await expect(query(first, 'SELECT 1')).rejects.toThrow('password authentication failed');
      await expect(query(second, 'SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
      expect((await current(ARN)).username).toBe('market_a');
    });

    test('a step repeated changes nothing', async () => {
      const { ARN, rotator } = await deployed();
      const secret = new LoginSecret(client, ARN);
      const version = token('repeated');
      await rotator.rotate('createSecret', version);
      const pending = await secret.pending(version);
      for (const step of steps) {
        await rotator.rotate(step, version);
        await rotator.rotate(step, version);
      }
      const done = await current(ARN);
      expect(JSON.stringify(done)).toBe(pending);
      await rotate(rotator, version);
      expect(await current(ARN)).toEqual(done);
      await expect(query(done, 'SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
    });

    test.each(steps)('a rotation that broke off at %s is completed by the next attempt', async (step) => {
      const { ARN, rotator } = await deployed();
      const version = token(`broken-${step}`);
      await rotate(rotator, version, steps.slice(0, steps.indexOf(step)));
      await expect(query(await current(ARN), 'SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
      await rotate(rotator, version);
      expect(await versionOf(ARN)).toBe(version);
      await expect(query(await current(ARN), 'SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
    });

    test('a database that lost the login gets it back when it is deployed again', async () => {
      const { ARN, rotator } = await deployed();
      await query(postgres.master, 'ALTER ROLE market_a PASSWORD NULL');
      await expect(query(await current(ARN), 'SELECT 1')).rejects.toThrow('password authentication failed');
      await rotator.establish();
      await expect(query(await current(ARN), 'SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
    });

    test('making the schedule, which only tests, needs nothing pending', async () => {
      const { rotator } = await deployed();
      await expect(rotator.rotate('testSecret', token('schedule'))).resolves.toBeUndefined();
    });

    test('a rotation does not finish with a login that cannot sign in', async () => {
      const { ARN, rotator } = await deployed();
      const version = token('no-sign-in');
      await rotate(rotator, version, ['createSecret', 'setSecret']);
      await query(postgres.master, 'ALTER ROLE market_b PASSWORD NULL');
      await expect(rotator.rotate('testSecret', version)).rejects.toThrow('password authentication failed');
      expect((await current(ARN)).username).toBe('market_a');
    });

    test('a rotation does not finish with a login that lacks the role of the owner', async () => {
      const { rotator } = await deployed();
      const version = token('no-role');
      await rotate(rotator, version, ['createSecret', 'setSecret']);
      await query(postgres.master, 'ALTER ROLE market_b RESET ROLE');
      await expect(rotator.rotate('testSecret', version)).rejects.toThrow(
        'market_b has the role market_b in the database. It must have the role market',
      );
    });

    test('a rotation refuses to change the user that is in use', async () => {
      const { ARN, rotator } = await deployed();
      const version = token('in-use');
      const login = await current(ARN);
      await new LoginSecret(client, ARN).addPending(version, { ...login, password: 'Another' });
      await expect(rotator.rotate('setSecret', version)).rejects.toThrow('market_a, which is in use');
      await expect(query(login, 'SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
    });

    test('a step out of turn is refused', async () => {
      const { rotator } = await deployed();
      await expect(rotator.rotate('setSecret', token('early'))).rejects.toThrow('Run createSecret first');
      await expect(rotator.rotate('finishSecret', token('early'))).rejects.toThrow('Run createSecret first');
      await expect(rotator.rotate('dropSecret', token('early'))).rejects.toThrow('"dropSecret" is not');
    });

    test('two runs at the same time do not disturb each other', async () => {
      const { ARN, rotator } = await deployed();
      await Promise.all([rotator.establish(), rotator.establish(), rotator.establish()]);
      await expect(query(await current(ARN), 'SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
    });

    test('a server that no known authority signed is refused before a password is sent', async () => {
      const { ARN } = await deployed();
      const stranger = { ...postgres.server, authorities: [] };
      await expect(connected(stranger, await current(ARN), () => Promise.resolve())).rejects.toThrow(
        'certificate',
      );
    });

    test('a server of another name is refused', async () => {
      const { ARN } = await deployed();
      const renamed = { ...postgres.server, host: '127.0.0.1' };
      await expect(connected(renamed, await current(ARN), () => Promise.resolve())).rejects.toThrow(
        /IP: 127\.0\.0\.1 is not in the cert/,
      );
    });

    test('no password stands in the log of the database', async () => {
      const { ARN, rotator } = await deployed();
      const before = parseLogin(JSON.stringify(await current(ARN)));
      await rotate(rotator, token('log'));
      const after = await current(ARN);
      const log = postgres.log();
      expect(log).toMatch(/ROLE "market_b" LOGIN PASSWORD 'SCRAM-SHA-256\$/);
      expect(log).not.toContain(before.password);
      expect(log).not.toContain(after.password);
    });

    describe('as the function that is deployed', () => {
      async function run(event: object, login: string): Promise<{ output: string; answer: string }> {
        const answers = await startAnswerBox();
        const { ARN: master = '' } = await client.send(
          new CreateSecretCommand({
            Name: `master-${databases++}`,
            SecretString: JSON.stringify(postgres.master),
          }),
        );
        const output = await invoke(
          'database-login',
          { ...event, ResponseURL: answers.url },
          {
            LOGIN_SECRET: login,
            MASTER_SECRET: master,
            DATABASE_HOST: postgres.server.host,
            DATABASE_PORT: String(postgres.server.port),
            DATABASE_NAME: postgres.server.name,
            AWS_ENDPOINT_URL: moto.configuration.endpoint,
            AWS_REGION: moto.configuration.region,
            AWS_ACCESS_KEY_ID: 'test',
            AWS_SECRET_ACCESS_KEY: 'test',
          },
        );
        await answers.close();
        return { output, answer: answers.received.join() };
      }
      const request = { StackId: 'stack', RequestId: 'request', LogicalResourceId: 'FirstLogin' };

      test('accepts the authorities of RDS only, and reports the error to CloudFormation', async () => {
        const { ARN } = await deployed();
        const { password } = await current(ARN);
        const { output, answer } = await run({ ...request, RequestType: 'Create' }, ARN);
        expect(JSON.parse(answer)).toMatchObject({
          ...request,
          Status: 'FAILED',
          Reason: expect.stringContaining('certificate'),
        });
        for (const secret of [password, postgres.master.password]) {
          expect(output + answer).not.toContain(secret);
        }
      });

      test('changes nothing when the stack is deleted', async () => {
        const { ARN } = await deployed();
        const { answer } = await run(
          { ...request, RequestType: 'Delete', PhysicalResourceId: 'FirstLogin' },
          ARN,
        );
        expect(JSON.parse(answer)).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: 'FirstLogin' });
        await expect(query(await current(ARN), 'SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
      });

      test('rotates no secret but its own', async () => {
        const { ARN } = await deployed();
        const event = { Step: 'createSecret', SecretId: 'another', ClientRequestToken: token('other') };
        const { output } = await run(event, ARN);
        expect(output).toContain(`This function rotates ${ARN}, not another.`);
      });
    });
  });
});
