import { createServer } from 'node:http';
import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import { customResource, type Outcome } from '../../../constructs/lambda/custom-resource';

interface Reply {
  readonly Status: string;
  readonly Reason?: string;
  readonly PhysicalResourceId: string;
  readonly Data?: unknown;
}

async function reply(
  work: () => Promise<Outcome>,
): Promise<{ answer: Reply; contentType: string | undefined }> {
  let answer: Reply | undefined;
  let contentType: string | undefined;
  const server = createServer((request, response) => {
    let body = '';
    contentType = request.headers['content-type'];
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      answer = JSON.parse(body) as Reply;
      response.end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  const event: CloudFormationCustomResourceEvent = {
    RequestType: 'Create',
    ServiceToken: 'token',
    ResponseURL: `http://127.0.0.1:${address.port}/`,
    StackId: 'stack',
    RequestId: 'request',
    LogicalResourceId: 'Thing',
    ResourceType: 'Custom::Thing',
    ResourceProperties: { ServiceToken: 'token' },
  };
  await customResource(work)(event);
  await new Promise((closed) => server.close(closed));
  if (!answer) throw new Error('CloudFormation was not answered');
  return { answer, contentType };
}

test('CloudFormation learns of a success and its attributes', async () => {
  const { answer } = await reply(() => Promise.resolve({ physicalId: 'sg-1', data: { GroupId: 'sg-1' } }));
  expect(answer).toMatchObject({
    Status: 'SUCCESS',
    PhysicalResourceId: 'sg-1',
    Data: { GroupId: 'sg-1' },
    StackId: 'stack',
    RequestId: 'request',
    LogicalResourceId: 'Thing',
  });
});

test('CloudFormation learns of a failure in the words of the error, cut to what it takes', async () => {
  const { answer } = await reply(() => Promise.reject(new Error(`no database. ${'x'.repeat(5000)}`)));
  expect(answer.Status).toBe('FAILED');
  expect(answer.Reason).toMatch(/^no database\./);
  expect(JSON.stringify(answer).length).toBeLessThan(4096);
});

test('the answer has no content type, as the address is signed without one', async () => {
  const { contentType } = await reply(() => Promise.resolve({ physicalId: 'x' }));
  expect(contentType).toBeUndefined();
});
