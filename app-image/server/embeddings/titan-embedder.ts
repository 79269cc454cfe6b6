import { InvokeModelCommand, type BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { z } from 'zod';
import { normalised, type Embedder } from './embedder';

/** Takes one text per call (https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-text.html). */
const modelId = 'amazon.titan-embed-text-v2:0';
const callsAtOnce = 8;
const callMs = 3000;

const answer = z.object({ embedding: z.array(z.number()) });

/** Titan Text Embeddings v2 in Bedrock. 512 of its 1024 dimensions keep nearly all of the accuracy. */
export class TitanEmbedder implements Embedder {
  readonly model = 'titan-v2-512';
  readonly dimensions = 512;

  /** @param client - retries throttled and failed calls itself */
  constructor(private readonly client: BedrockRuntimeClient) {}

  async embed(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]> {
    const vectors: Float32Array[] = [];
    for (let start = 0; start < texts.length; start += callsAtOnce) {
      const chunk = texts.slice(start, start + callsAtOnce);
      vectors.push(...(await Promise.all(chunk.map((text) => this.#embedOne(text, signal)))));
    }
    return vectors;
  }

  async close(): Promise<void> {
    // The caller owns the client.
  }

  async #embedOne(inputText: string, signal?: AbortSignal): Promise<Float32Array> {
    const timeout = AbortSignal.timeout(callMs);
    const { body } = await this.client.send(
      new InvokeModelCommand({
        modelId,
        contentType: 'application/json',
        accept: 'application/json',
        body: JSON.stringify({ inputText, dimensions: this.dimensions, normalize: true }),
      }),
      { abortSignal: signal ? AbortSignal.any([signal, timeout]) : timeout },
    );
    return normalised(answer.parse(JSON.parse(body.transformToString())).embedding);
  }
}
