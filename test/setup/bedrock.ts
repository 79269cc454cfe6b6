import { EventStreamCodec } from '@smithy/core/event-streams';
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** How the fake answers one request. */
export type Reply =
  | { readonly kind: 'answer'; readonly words: readonly string[]; readonly usage?: Tokens }
  /** Refused before it began, as a quota or an outage does. */
  | { readonly kind: 'refused'; readonly status: number; readonly error: string }
  /** Throttled inside a stream that was already accepted. */
  | { readonly kind: 'throttled in the stream' }
  /** The connection is cut after these words. */
  | { readonly kind: 'cut'; readonly words: readonly string[] }
  /** The model fails after these words. */
  | { readonly kind: 'failed'; readonly words: readonly string[] }
  /** Says these words and then nothing until the caller leaves. */
  | { readonly kind: 'silent'; readonly words: readonly string[] };

export interface Tokens {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

interface Received {
  readonly model: string;
  readonly operation: 'converse-stream' | 'invoke';
  readonly body: Record<string, unknown>;
}

/**
 * An endpoint that speaks Bedrock's protocol to the real SDK: signed JSON requests, answers in the
 * binary framing of https://docs.aws.amazon.com/AmazonS3/latest/API/RESTSelectObjectAppendix.html.
 */
export interface FakeBedrock {
  readonly url: string;
  readonly received: Received[];
  /** One a request, first to last; then {@link FakeBedrock.usual} is repeated. */
  readonly replies: Reply[];
  usual: Reply;
  /** Resolves once a caller has left in the middle of an answer. */
  readonly callerLeft: Promise<void>;
  stop(): Promise<void>;
}

const codec = new EventStreamCodec(
  (bytes) => Buffer.from(bytes as Uint8Array).toString('utf8'),
  (text) => Buffer.from(text, 'utf8'),
);

export async function startBedrock(): Promise<FakeBedrock> {
  let left: () => void = () => undefined;
  const callerLeft = new Promise<void>((resolve) => (left = resolve));
  const server = createServer((request, response) => {
    response.once('close', () => {
      if (!response.writableFinished) left();
    });
    void serve(bedrock, request, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const before = { id: process.env.AWS_ACCESS_KEY_ID, secret: process.env.AWS_SECRET_ACCESS_KEY };
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' });
  const bedrock: FakeBedrock = {
    url: `http://127.0.0.1:${port}`,
    received: [],
    replies: [],
    usual: { kind: 'answer', words: ['Hello', ' there'] },
    callerLeft,
    stop: async () => {
      Object.assign(process.env, {
        AWS_ACCESS_KEY_ID: before.id ?? '',
        AWS_SECRET_ACCESS_KEY: before.secret ?? '',
      });
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
  return bedrock;
}

async function serve(
  bedrock: FakeBedrock,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = /^\/model\/([^/]+)\/(converse-stream|invoke)$/.exec(request.url ?? '');
  const signed = request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 ');
  if (!path?.[1] || !signed) {
    refuse(
      response,
      signed ? 404 : 403,
      signed ? 'UnknownOperationException' : 'MissingAuthenticationTokenException',
    );
    return;
  }
  const operation = path[2] === 'invoke' ? 'invoke' : 'converse-stream';
  const body = JSON.parse(await textOf(request)) as Record<string, unknown>;
  bedrock.received.push({ model: decodeURIComponent(path[1]), operation, body });
  const reply = bedrock.replies.shift() ?? bedrock.usual;
  if (reply.kind === 'refused') refuse(response, reply.status, reply.error);
  else if (operation === 'invoke') embed(response, body);
  else await converse(response, reply);
}

async function converse(response: ServerResponse, reply: Exclude<Reply, { kind: 'refused' }>): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/vnd.amazon.eventstream' });
  response.write(event('messageStart', { role: 'assistant' }));
  if (reply.kind === 'throttled in the stream') {
    response.end(event('throttlingException', { message: 'Too many tokens, please wait.' }, 'exception'));
    return;
  }
  for (const text of reply.words) {
    response.write(event('contentBlockDelta', { contentBlockIndex: 0, delta: { text } }));
    await sleep(5);
  }
  if (reply.kind === 'silent') return;
  if (reply.kind === 'cut') response.destroy();
  else if (reply.kind === 'failed')
    response.end(event('modelStreamErrorException', { message: 'The model failed.' }, 'exception'));
  else {
    const { inputTokens, outputTokens } = reply.usage ?? { inputTokens: 100, outputTokens: 20 };
    response.write(event('contentBlockStop', { contentBlockIndex: 0 }));
    response.write(event('messageStop', { stopReason: 'end_turn' }));
    const usage = { inputTokens, outputTokens, totalTokens: inputTokens + outputTokens };
    response.end(event('metadata', { usage, metrics: { latencyMs: 5 } }));
  }
}

/** A vector that depends on the words and on nothing else. */
function embed(response: ServerResponse, { inputText, dimensions }: Record<string, unknown>): void {
  const embedding = new Array<number>(Number(dimensions)).fill(0);
  for (const word of String(inputText).toLowerCase().split(/\W+/)) {
    const place = createHash('sha256').update(word).digest().readUInt32BE() % embedding.length;
    embedding[place] = (embedding[place] ?? 0) + 1;
  }
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ embedding, inputTextTokenCount: 3 }));
}

function event(name: string, body: object, type: 'event' | 'exception' = 'event'): Uint8Array {
  return codec.encode({
    headers: {
      [`:${type}-type`]: { type: 'string', value: name },
      ':content-type': { type: 'string', value: 'application/json' },
      ':message-type': { type: 'string', value: type },
    },
    body: Buffer.from(JSON.stringify(body)),
  });
}

function refuse(response: ServerResponse, status: number, error: string): void {
  response.writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': error });
  response.end(JSON.stringify({ message: `${error} from the fake endpoint` }));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
