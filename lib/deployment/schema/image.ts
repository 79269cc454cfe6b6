import { z } from 'zod';
import { text } from './shapes';

export const image = z
  .union([
    z.literal('bundled'),
    z.strictObject({
      /** Folder that holds the build context, relative to the deployment file. */
      directory: z.string().min(1),
      /** Path of the Dockerfile inside that folder. @default 'Dockerfile' */
      dockerfile: z.string().default('Dockerfile'),
    }),
    z.strictObject({
      /** ECR repository: its name in this account and region, or its ARN. */
      repository: text(
        /^(arn:aws[\w-]*:ecr:[a-z0-9-]+:\d{12}:repository\/)?[a-z0-9]+([._/-][a-z0-9]+)*$/,
        'the name or the ARN of an ECR repository',
        'team/shop',
      ),
      /** A digest never moves, a tag does. */
      digest: text(/^sha256:[0-9a-f]{64}$/, 'sha256: and 64 hexadecimal digits', 'sha256:0123…cdef'),
    }),
  ])
  .default('bundled');

export type ImageSource = z.output<typeof image>;
