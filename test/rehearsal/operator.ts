import { appendFileSync, chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import type { ChildProcesses } from './child-processes';
import { account } from './emulator';
import { repository } from './repository';

export interface OperatorProps {
  readonly processes: ChildProcesses;
  readonly python: string;
  readonly endpoint: string;
  readonly region: string;
  /** Holds the log, the programs and the cloud assembly. */
  readonly folder: string;
}

export interface Outcome {
  readonly exitCode: number;
  /** What the commands printed to standard output. */
  readonly output: string;
}

/** Runs commands in the checkout as an operator would, with an environment that leads to the emulator only. */
export class Operator {
  private readonly environment: NodeJS.ProcessEnv;

  constructor(private readonly props: OperatorProps) {
    this.environment = environmentOf(props, installPrograms(props));
  }

  /** Runs a script in bash, which stops at the first command that fails. */
  run(script: string): Promise<Outcome> {
    this.log(`\n$ ${script}\n`);
    const child = this.props.processes.start('bash', ['-o', 'pipefail', '-e', '-c', script], {
      cwd: repository,
      env: this.environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks: string[] = [];
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      chunks.push(chunk);
      this.log(chunk);
    });
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => this.log(chunk));
    return new Promise((done, failed) => {
      child.once('error', failed);
      child.once('close', (exitCode) => done({ exitCode: exitCode ?? 1, output: chunks.join('').trim() }));
    });
  }

  /** What an AWS client of this process takes to talk to the emulator. */
  clientConfiguration(region: string) {
    const credentials = { accessKeyId: account, secretAccessKey: 'x' };
    return { endpoint: this.props.endpoint, region, credentials, maxAttempts: 1 };
  }

  private log(text: string): void {
    appendFileSync(join(this.props.folder, 'commands.log'), text);
  }
}

/**
 * The AWS CLI as the printed commands call it. It gets the endpoint as an option too, as its version 1
 * ignores the variable for some services.
 */
function installPrograms({ folder, python }: OperatorProps): string {
  const programs = join(folder, 'bin');
  mkdirSync(programs, { recursive: true });
  const aws = join(programs, 'aws');
  writeFileSync(
    aws,
    `#!/bin/sh\nexec "${join(dirname(python), 'aws')}" --endpoint-url "$AWS_ENDPOINT_URL" "$@"\n`,
  );
  chmodSync(aws, 0o755);
  return programs;
}

function environmentOf({ endpoint, region, folder }: OperatorProps, programs: string): NodeJS.ProcessEnv {
  return {
    PATH: [programs, join(repository, 'node_modules/.bin'), dirname(process.execPath), process.env.PATH].join(
      delimiter,
    ),
    HOME: folder,
    TMPDIR: join(folder, 'tmp'),
    AWS_ACCESS_KEY_ID: account,
    AWS_SECRET_ACCESS_KEY: 'x',
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ENDPOINT_URL: endpoint,
    AWS_ENDPOINT_URL_S3: endpoint,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_PAGER: '',
    CDK_DOCKER: join(repository, 'test/rehearsal/docker-stand-in'),
    CDK_OUTPUT: join(folder, 'cdk.out'),
    CDK_REQUIRE_APPROVAL: 'never',
    CDK_PROGRESS: 'events',
    CDK_CI: 'true',
    // `npm run plan` and CI validate; a rehearsal is about what happens afterwards.
    CDK_VALIDATION: 'false',
    CDK_DISABLE_CLI_TELEMETRY: 'true',
    CDK_DISABLE_VERSION_CHECK: '1',
    npm_config_offline: 'true',
    npm_config_update_notifier: 'false',
    PYTHONDONTWRITEBYTECODE: '1',
    NO_COLOR: '1',
  };
}
