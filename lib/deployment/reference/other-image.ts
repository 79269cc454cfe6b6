import { tableOf } from './section';

/*
 * What holds for an image that is not the bundled shop. test/docs/other-image.test.ts compares each
 * line with the templates of such a deployment.
 */

const given: readonly (readonly [what: string, how: string, change: string])[] = [
  [
    'a database',
    'PostgreSQL on RDS is always created and paid for, also when the image does not use it.',
    '–',
  ],
  [
    'Bedrock rights',
    'The task role may call the model of `ai.model` and Titan Text Embeddings v2. It may also write to the backup bucket.',
    '–',
  ],
  [
    'processor',
    'ARM64 on `fargate` and `express`, x86_64 on `apprunner`, that of `instanceType` on `ec2`. An image from a directory is built for it. An image by digest must have it.',
    '`targets`',
  ],
  [
    'writable memory',
    "128 MiB for each of `container.writablePaths`, in memory and private to the task. The rest of the file system is read-only. On `apprunner` the image's own file system is used.",
    '`container.writablePaths`',
  ],
  ['user', 'Numeric and never root. On `apprunner` it is the user of the image.', '`container.user`'],
  [
    'time to start',
    '30 s on `fargate` and `ec2`. After that, two failed health checks in a row, 5 s apart, replace the task.',
    '–',
  ],
  [
    'health check',
    '`GET` of `container.healthPath` over HTTP must answer 200, on `fargate`, `ec2` and `apprunner` within 4 s. The HEALTHCHECK of a Dockerfile is not used.',
    '`container.healthPath`',
  ],
  ['port', 'One TCP port for HTTP. TLS ends before the container.', '`container.port`'],
  [
    'outbound traffic',
    'HTTPS (port 443), the database and the cache. Other ports, such as 587 for mail, are closed.',
    '–',
  ],
  [
    'cache address',
    '`CACHE_URL` is `rediss://host:6379` without the password. The password is in `CACHE_AUTH_TOKEN`.',
    '`container.variables`',
  ],
  [
    'Content-Security-Policy',
    "CloudFront adds `default-src 'self'` without inline scripts or styles, unless the image sends its own. The same holds for `Permissions-Policy` (no camera, microphone, geolocation, payment, usb), `Referrer-Policy` and `Cross-Origin-Opener-Policy`.",
    'a header of the image',
  ],
  [
    'frame header',
    '`X-Frame-Options: DENY`, `X-Content-Type-Options: nosniff` and `Strict-Transport-Security` always replace those of the image. No other site can show the pages in a frame.',
    '`edge.cdn`',
  ],
  ['request body', 'The firewall refuses bodies above 8 KB with 403.', '`edge.waf`'],
  [
    'caching',
    'CloudFront never caches `/api/*` and `container.chatPath`. It caches other paths as long as their `Cache-Control` says, for a day at most.',
    'a header of the image',
  ],
  [
    'long answers',
    'CloudFront closes a connection after 60 s without a byte. App Runner ends a request after 120 s.',
    '–',
  ],
  [
    'backups',
    'Point-in-time recovery of the database. The nightly export to S3 is part of the bundled image only.',
    '`database.backupRetentionDays`',
  ],
];

const missing: readonly (readonly [what: string, detail: string])[] = [
  ['another registry', 'Only ECR, in the region of the deployment. Copy the image there.'],
  ['its own health check', 'No command in the container, no other status code, no longer start time.'],
  ['no database', 'See above.'],
  ['no AI', 'The rights for Bedrock cannot be left out.'],
  ['volumes', 'No EFS or EBS volume. What must last belongs in the database.'],
  ['workers', 'One service with one command. No second process type that takes work from a queue.'],
  ['more services', 'One container serves all requests.'],
  ['sidecars', 'No second container in the task.'],
  ['schedules', 'No command at set times.'],
  ['queues', 'No SQS queue.'],
  ['a bucket for uploads', 'The task role may write to the backup bucket only.'],
  ['more permissions', 'No further IAM actions for the task role.'],
  ['a choice of processor', 'The target decides, see above.'],
  ['traffic rules', 'No sticky sessions, path rules or weights between versions other than `rollout`.'],
  ['edge headers and firewall rules', 'The values above are fixed. A firewall is on or off as a whole.'],
];

/** The section "Another image" of the page. */
export function otherImageSection(): string[] {
  return [
    '## Another image',
    '',
    'The bundled shop fits every part of this product. Another image runs unchanged when it can live with',
    'the lists below: `image` says where it is, `container` what it needs. `container.variables` chooses the',
    'variables it gets and the names it reads them under. Without this field it gets all variables of',
    '[the contract](environment.md). [deployments/flask-example.ts](../deployments/flask-example.ts) is an example.',
    '',
    '### What every image gets today',
    '',
    ...tableOf(['what', 'how it is', 'what changes it'], given),
    '',
    '### What is not possible yet',
    '',
    ...tableOf(['what', 'today'], missing),
  ];
}
