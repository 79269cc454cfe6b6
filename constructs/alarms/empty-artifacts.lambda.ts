import { DeleteObjectsCommand, ListObjectsV2Command, NoSuchBucket, S3Client } from '@aws-sdk/client-s3';
import { z } from 'zod';
import { customResource, type Work } from '../lambda/custom-resource';

const properties = z.object({ Bucket: z.string() });

/** Milliseconds of the function's time that are kept for the answer to CloudFormation. */
const answerMs = 5000;

const s3 = new S3Client({});

/** Empties the bucket when its stack is deleted, as S3 deletes no bucket with an object. A bucket without versions. */
export const emptyOnDeletion: Work = async (event, timeLeft) => {
  const { data } = properties.safeParse(event.ResourceProperties);
  if (event.RequestType !== 'Delete' || !data) return undefined;
  const abortSignal = AbortSignal.timeout(Math.max(0, timeLeft() - answerMs));
  for (;;) {
    const objects = await objectsIn(data.Bucket, abortSignal);
    if (objects.length === 0) return undefined;
    const { Errors: [problem] = [] } = await s3.send(
      new DeleteObjectsCommand({ Bucket: data.Bucket, Delete: { Objects: objects, Quiet: true } }),
      { abortSignal },
    );
    if (problem)
      throw new Error(
        `${problem.Key ?? 'an object'} cannot be deleted: ${problem.Message ?? problem.Code ?? ''}`,
      );
  }
};

/** The first thousand; none when the bucket is gone. */
async function objectsIn(Bucket: string, abortSignal: AbortSignal): Promise<{ Key: string | undefined }[]> {
  try {
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }), { abortSignal });
    return Contents.map(({ Key }) => ({ Key }));
  } catch (error) {
    if (error instanceof NoSuchBucket) return [];
    throw error;
  }
}

export const handler = customResource(emptyOnDeletion);
