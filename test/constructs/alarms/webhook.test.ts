import { deliver, DeliveryError } from '../../../constructs/alarms/webhook-delivery';
import { describeWithTls } from '../../setup/postgres';
import { invoke } from '../../setup/handlers';
import { startFakeAws, type Answer } from '../fake-aws';
import { alarmMessage, budgetMessage } from './sent-messages';
import { startReceiver } from './webhook-receiver';

/* A real HTTPS server receives; Secrets Manager is made up. The function is the bundle, in a process of its own. */

const secretArn = 'arn:aws:secretsmanager:us-west-2:111122223333:secret:webhook-AbCdEf';
const eventOf = (...messages: object[]) => ({
  Records: messages.map((Sns) => ({ EventSource: 'aws:sns', Sns })),
});

describeWithTls('the webhook', () => {
  let receiver: Awaited<ReturnType<typeof startReceiver>>;
  let aws: Awaited<ReturnType<typeof startFakeAws>>;
  let secret: string | undefined;

  beforeAll(async () => {
    receiver = await startReceiver();
    aws = await startFakeAws((): Answer =>
      secret === undefined
        ? { status: 400, body: { __type: 'ResourceNotFoundException', message: 'no secret' } }
        : { body: { SecretString: secret } },
    );
  });
  afterAll(async () => {
    await receiver.close();
    await aws.close();
  });
  beforeEach(() => {
    aws.calls.length = 0;
    receiver.answerWith(200);
    secret = JSON.stringify({ url: receiver.url, token: 'Bearer t0ken' });
  });

  /** What the function wrote. Node shows the line of an error, and a line of the bundle is very long. */
  const run = async (event: object) => {
    const output = await invoke('webhook', event, {
      SECRET_ARN: secretArn,
      DEPLOYMENT: 'shop',
      STACK_NAME: 'shop-operations',
      NODE_EXTRA_CA_CERTS: receiver.authority,
      AWS_ENDPOINT_URL: aws.url,
      AWS_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_MAX_ATTEMPTS: '1',
    });
    return output
      .split('\n')
      .filter((line) => line.length < 1000)
      .join('\n');
  };
  const documents = () => receiver.received.map(({ body }) => JSON.parse(body) as unknown);
  const secrets = () => new RegExp(['a-secret-path', 't0ken', 'belongs into no log'].join('|'));

  test('gets one JSON document for each message', async () => {
    const output = await run(eventOf(alarmMessage, budgetMessage));
    expect(documents()).toMatchObject([
      { kind: 'alarm', deployment: 'shop', name: 'edge-server-errors', severity: 'page' },
      { kind: 'message', subject: budgetMessage.Subject },
    ]);
    expect(receiver.received[0]).toMatchObject({
      path: '/hooks/a-secret-path',
      headers: { 'content-type': 'application/json', authorization: 'Bearer t0ken' },
    });
    expect(output).toContain('edge-server-errors');
    expect(output).not.toMatch(secrets());
  });

  test('has its address read from the region of the secret, which may be another one', async () => {
    await run(eventOf(alarmMessage));
    expect(aws.calls.map(({ operation }) => operation)).toEqual(['GetSecretValue']);
    expect(aws.calls[0]?.headers.authorization).toContain('/us-west-2/secretsmanager/');
  });

  test('is tried again after a failure that may pass', async () => {
    receiver.answerWith(503, 200);
    await run(eventOf(alarmMessage));
    expect(documents()).toMatchObject([{ id: alarmMessage.MessageId }, { id: alarmMessage.MessageId }]);
  });

  test.each<[string, () => void, RegExp]>([
    ['it refuses the document', () => receiver.answerWith(403), /it answered 403/],
    ['it redirects', () => receiver.answerWith(302), /it answered 302/],
    [
      'its secret has HTTP',
      () => (secret = receiver.url.replace('https', 'http')),
      /does not begin with https/,
    ],
    ['its secret is no address', () => (secret = '{"url": "a-secret-path"'), /is not JSON/],
    ['its secret is gone', () => (secret = undefined), /ResourceNotFoundException/],
    ['its name has no address', () => (secret = 'https://a-secret-path.invalid/'), /ENOTFOUND|EAI_AGAIN/],
  ])(
    'makes the function fail when %s, and the log has no part of the secret',
    async (_, arrange, message) => {
      arrange();
      const output = await run(eventOf(alarmMessage));
      expect(output).toMatch(message);
      // Node ends with the error of the function; Lambda runs it again and then keeps the message.
      expect(output).toMatch(/^Node\.js v/m);
      expect(output).not.toMatch(secrets());
    },
    20_000,
  );
});

describeWithTls('a delivery', () => {
  let receiver: Awaited<ReturnType<typeof startReceiver>>;
  const waits: number[] = [];
  const times = { pause: (ms: number) => Promise.resolve(waits.push(ms)), answerMs: 300 };
  const trusted = () => deliver({ url: receiver.url, headers: {} }, { a: 1 }, times);

  beforeAll(async () => {
    receiver = await startReceiver();
  });
  afterAll(() => receiver.close());
  beforeEach(() => void (waits.length = 0));

  test('waits longer before each further try, and ends with an error', async () => {
    // The authority of the receiver is not trusted in this process.
    const problem: unknown = await trusted().catch((thrown: unknown) => thrown);
    expect(problem).toBeInstanceOf(DeliveryError);
    expect(String(problem)).toMatch(/not delivered: UNABLE_TO_VERIFY_LEAF_SIGNATURE, tries: 3\./);
    expect(String(problem)).not.toContain('localhost');
    expect(waits).toEqual([1000, 4000]);
    expect(receiver.received).toEqual([]);
  });
});
