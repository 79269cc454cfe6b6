import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import { z } from 'zod';
import { customResource } from '../lambda/custom-resource';

const properties = z.object({ Bucket: z.string(), Prefix: z.string(), Directory: z.string() });

/** The file types of a build of the web page; another type stops the release. */
const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

const atOnce = 8;
const client = new S3Client({});

/** Puts every file into the bucket. Nothing is ever deleted: a page loaded before the release requests the old names. */
export async function uploadAssets(event: CloudFormationCustomResourceEvent): Promise<undefined> {
  if (event.RequestType === 'Delete') return;
  const { Bucket, Prefix, Directory } = properties.parse(event.ResourceProperties);
  const entries = await readdir(Directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));

  const upload = async (file: string) => {
    const key = `${Prefix}/${relative(Directory, file).replaceAll('\\', '/')}`;
    const contentType = contentTypes[extname(file)];
    if (!contentType) throw new Error(`${key} has an ending without a content type`);
    await client.send(
      new PutObjectCommand({
        Bucket,
        Key: key,
        Body: await readFile(file),
        ContentType: contentType,
        CacheControl: 'public,max-age=31536000,immutable',
      }),
    );
  };
  for (let first = 0; first < files.length; first += atOnce) {
    await Promise.all(files.slice(first, first + atOnce).map(upload));
  }
}

export const handler = customResource(uploadAssets);
