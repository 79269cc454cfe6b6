import type { ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChildProcesses } from './child-processes';
import { RehearsalError } from './rehearsal-error';
import { repository } from './repository';

export interface EmulatorProps {
  readonly processes: ChildProcesses;
  /** Python that has the emulator. */
  readonly python: string;
  /** Everything the emulator writes is in this folder. */
  readonly folder: string;
  /** Region of requests that name none. */
  readonly region: string;
}

/** What an emulated account is called. */
export const account = '123456789012';

/** The AWS emulator with our extension, on a free port of 127.0.0.1. Its state is in memory: a new one is an empty account. */
export class Emulator {
  private constructor(
    private readonly props: EmulatorProps,
    private readonly child: ChildProcess,
    readonly port: number,
  ) {}

  static async start(props: EmulatorProps): Promise<Emulator> {
    const port = await freePort();
    const log = openLog(props.folder);
    const child = props.processes.start(props.python, ['-m', 'emulator'], {
      cwd: join(repository, 'test/rehearsal'),
      env: { ...ownEnvironment(props), GATEWAY_PORT: String(port) },
      // The emulator ends when its standard input closes.
      stdio: ['pipe', log, log],
    });
    closeSync(log);
    const emulator = new Emulator(props, child, port);
    emulator.planFailures([]);
    await emulator.answers();
    return emulator;
  }

  get endpoint(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Replaces what fails on purpose; emulator/planned_failures.py lists the lines. */
  planFailures(lines: readonly string[]): void {
    writeFileSync(failuresFile(this.props.folder), lines.join('\n'));
  }

  /** What the emulator has noticed about the product since the last call. */
  takeFindings(): string[] {
    const file = findingsFile(this.props.folder);
    const lines = readIfThere(file).split('\n').filter(Boolean);
    rmSync(file, { force: true });
    return [...new Set(lines)];
  }

  stop(): Promise<void> {
    return this.props.processes.stop(this.child);
  }

  private async answers(): Promise<void> {
    for (let attempt = 0; attempt < 600; attempt++) {
      if (this.child.exitCode !== null) break;
      const answer = await fetch(`${this.endpoint}/_ministack/health`).catch(() => undefined);
      if (answer?.ok) return;
      await sleep(50);
    }
    const lines = readIfThere(logFile(this.props.folder)).trim().split('\n').slice(-5);
    await this.stop();
    throw new RehearsalError(`The AWS emulator did not start:\n${lines.join('\n')}`);
  }
}

/** The emulator's defaults listen on every address and on further ports; these do not. */
function ownEnvironment({ folder, python, region }: EmulatorProps): NodeJS.ProcessEnv {
  return {
    PATH: [dirname(python), process.env.PATH].join(delimiter),
    HOME: folder,
    TMPDIR: join(folder, 'tmp'),
    PYTHONDONTWRITEBYTECODE: '1',
    BIND_HOST: '127.0.0.1',
    MINISTACK_HOST: '127.0.0.1',
    MINISTACK_ACCOUNT_ID: account,
    MINISTACK_REGION: region,
    STATE_DIR: join(folder, 'state'),
    S3_DATA_DIR: join(folder, 's3'),
    IOT_MTLS_ENABLED: '0',
    SFTP_ENABLED: '0',
    LOG_LEVEL: 'WARNING',
    AWS_EC2_METADATA_DISABLED: 'true',
    // Lambda brings the AWS SDK; the bundled handlers import it from here.
    NODE_PATH: join(repository, 'node_modules'),
    REHEARSAL_FAILURES: failuresFile(folder),
    REHEARSAL_FINDINGS: findingsFile(folder),
  };
}

const failuresFile = (folder: string) => join(folder, 'failures');
const findingsFile = (folder: string) => join(folder, 'findings');
const logFile = (folder: string) => join(folder, 'emulator.log');

function openLog(folder: string): number {
  mkdirSync(join(folder, 'tmp'), { recursive: true });
  return openSync(logFile(folder), 'a');
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (typeof address === 'object' && address) found(address.port);
        else failed(new Error('No port is free on 127.0.0.1.'));
      });
    });
  });
}
