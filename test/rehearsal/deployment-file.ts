import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeploymentFile, DeploymentInput } from '../../lib/deployment';

/** A copy of the rehearsed deployment file, which the runner edits as an operator would. */
export class EditedFile {
  /** What `--context deployment=` takes. */
  readonly path: string;

  constructor(
    private readonly original: DeploymentFile,
    folder: string,
  ) {
    this.path = join(folder, 'deployment.js');
    this.restore();
  }

  get stated(): DeploymentInput {
    return this.original.stated;
  }

  /** The file as it is in deployments/. */
  restore(): void {
    this.write(this.stated);
  }

  write(stated: DeploymentInput): void {
    writeFileSync(this.path, `exports.default = ${JSON.stringify(stated, null, 2)};\n`);
  }
}

/** A new version of the shop, and nothing else. */
export function nextVersion(stated: DeploymentInput): DeploymentInput {
  return {
    ...stated,
    container: {
      ...stated.container,
      environment: { ...stated.container?.environment, REHEARSAL_VERSION: '2' },
    },
  };
}

/** A new version of the shop, and a change in every stack that replaces nothing which holds data. */
export function changeOfEveryStack(stated: DeploymentInput): DeploymentInput {
  return {
    ...nextVersion(stated),
    tags: { ...stated.tags, rehearsal: 'next-version' },
    logs: { ...stated.logs, retentionDays: stated.logs?.retentionDays === 60 ? 90 : 60 },
  };
}

/** The same deployment in another region of the same account. */
export function inAnotherRegion(stated: DeploymentInput): DeploymentInput {
  const region = stated.aws.region === 'eu-west-1' ? 'us-west-2' : 'eu-west-1';
  return { ...stated, aws: { ...stated.aws, region } };
}

/** The file after the domain is removed, for the one deployment in which the edge stops using it. */
export function withoutDomain({ domain, ...stated }: DeploymentInput): DeploymentInput {
  return { ...stated, keep: { ...stated.keep, domain } };
}

/** A domain whose DNS is elsewhere: certificates exist already, and no records are made. */
export function withDomain(stated: DeploymentInput): DeploymentInput {
  const certificateArn =
    'arn:aws:acm:us-east-1:123456789012:certificate/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9';
  const region = stated.aws.region;
  return {
    ...stated,
    domain: {
      name: 'shop.example.com',
      certificateArn,
      loadBalancerCertificateArn: certificateArn.replace('us-east-1', region),
    },
  };
}
