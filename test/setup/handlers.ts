import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { handlersDirectory } from '../../constructs/lambda/handlers-directory';

/** Runs a bundled handler once, in a process of its own as Lambda does. Resolves to all that it wrote. */
export async function invoke(
  name: string,
  event: object,
  environment: Record<string, string>,
): Promise<string> {
  const bundle = join(handlersDirectory, name, 'index.mjs');
  const script = `import(${JSON.stringify(bundle)}).then(({ handler }) => handler(${JSON.stringify(event)}, { getRemainingTimeInMillis: () => 30000, logGroupName: 'log' }))`;
  const child = spawn(process.execPath, ['--eval', script], {
    env: { PATH: process.env.PATH, AWS_EC2_METADATA_DISABLED: 'true', ...environment },
    timeout: 30_000,
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  }
  await new Promise((exit) => child.once('close', exit));
  return output.join('');
}

/** Takes what a custom resource answers to CloudFormation. */
export async function startAnswerBox() {
  const received: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      received.push(body);
      response.end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('The answer box has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    received,
    close: () => new Promise((closed) => server.close(closed)),
  };
}
