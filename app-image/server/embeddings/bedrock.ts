import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { Environment } from '../../contract/environment';

/**
 * A client with time limits. It speaks HTTP/1.1 instead of the SDK's default of HTTP/2: streaming
 * answers works over both, and a connection that hangs then delays one answer only.
 */
export function connectBedrock(
  { AWS_REGION, AWS_ENDPOINT_URL }: Pick<Environment, 'AWS_REGION' | 'AWS_ENDPOINT_URL'>,
  { attempts }: { readonly attempts: number },
): BedrockRuntimeClient {
  return new BedrockRuntimeClient({
    region: AWS_REGION,
    endpoint: AWS_ENDPOINT_URL,
    maxAttempts: attempts,
    requestHandler: new NodeHttpHandler({
      connectionTimeout: 1000,
      // Longest wait between two parts of an answer, in milliseconds.
      socketTimeout: 30_000,
      httpsAgent: { maxSockets: 200 },
    }),
  });
}
