import { otherImageFacts } from '../other-images';
import { tableOf } from './section';

/*
 * What holds for an image that is not the bundled shop. The facts that the plan warns about are in
 * ../other-images.ts; those below have no warning. test/docs/other-image.test.ts compares both with the
 * templates of such a deployment.
 */

const withoutWarning: readonly (readonly [field: string, sentence: string])[] = [
  ['container.port', 'One TCP port for HTTP. TLS ends before the container.'],
  [
    'container.healthPath',
    'A health check over HTTP. The image must answer 200, on `fargate`, `ec2` and `apprunner` within 4 s. The HEALTHCHECK of a Dockerfile is not used.',
  ],
  ['container.user', 'A numeric user that is never root. On `apprunner` it is the user of the image.'],
  [
    'edge.cdn',
    'CloudFront never caches `/api/*` and `container.chatPath`. It caches other paths as their `Cache-Control` says, for a day at most.',
  ],
  [
    'edge.cdn',
    'CloudFront closes a connection after 60 s without a byte. App Runner ends a request after 120 s.',
  ],
  ['', 'Outbound traffic to HTTPS (port 443), the database and the cache only. Mail on port 587 is blocked.'],
  ['', 'Permission to write to the backup bucket.'],
  [
    'database.backupRetentionDays',
    'Point-in-time recovery of the database. The nightly export to S3 is for the bundled image only.',
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
    'The field is the one to look at. The plan warns where a file with another image meets one of the first',
    `${otherImageFacts.length} lines.`,
    '',
    ...tableOf(
      ['field', 'what the image gets'],
      [
        ...otherImageFacts.map(({ path, everyImageGets }) => [`\`${path}\``, everyImageGets]),
        ...withoutWarning.map(([path, sentence]) => [path === '' ? '–' : `\`${path}\``, sentence]),
      ],
    ),
    '',
    '### What is not possible yet',
    '',
    ...tableOf(['what', 'today'], missing),
  ];
}
