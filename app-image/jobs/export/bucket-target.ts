import { S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { Readable } from 'node:stream';
import type { ExportTarget } from './target';

/** S3 requires parts of 5 MiB or more; two at a time bound the memory to 16 MiB. */
const partBytes = 8 * 1024 * 1024;

export class BucketTarget implements ExportTarget {
  readonly place: string;
  private readonly client: S3Client;

  constructor(
    private readonly bucket: string,
    private readonly path: string,
    { region, endpoint }: { readonly region?: string; readonly endpoint?: string },
  ) {
    this.place = `s3://${bucket}/${path}`;
    this.client = new S3Client({
      region,
      endpoint,
      // A local stand-in has no host name for each bucket.
      forcePathStyle: endpoint !== undefined,
      maxAttempts: 5,
      requestHandler: new NodeHttpHandler({ connectionTimeout: 2000, socketTimeout: 30_000 }),
    });
  }

  /** A multipart upload: the object appears with its last part, and is aborted on failure. */
  async write(name: string, content: Readable): Promise<void> {
    const upload = new Upload({
      client: this.client,
      params: { Bucket: this.bucket, Key: `${this.path}/${name}`, Body: content },
      partSize: partBytes,
      queueSize: 2,
    });
    await upload.done();
  }

  close(): Promise<void> {
    this.client.destroy();
    return Promise.resolve();
  }
}
