import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Debian's tools build and run images without a daemon; without crun or systemd runc has to be named. */
const programs = ['buildah', 'podman', 'runc'];

/** Read-only but for /tmp, and no privileges to gain. */
const asTask = [
  ...['run', '--rm', '--runtime', 'runc', '--network', 'host', '--pull', 'never'],
  ...['--read-only', '--read-only-tmpfs=false', '--tmpfs', '/tmp:rw,mode=1777'],
  ...['--cap-drop', 'all', '--security-opt', 'no-new-privileges'],
  // A CI machine may not be allowed the limits that podman asks for by default.
  ...['--ulimit', 'nofile=1024:1024', '--ulimit', 'nproc=1024:1024'],
];

export interface ContainerOptions {
  readonly environment: Readonly<Record<string, string>>;
  /** A file of this machine, under a path in the container, that can be read there. */
  readonly files?: Readonly<Record<string, string>>;
  readonly command?: readonly string[];
}

export interface Container {
  readonly ended: Promise<{ readonly code: number | null; readonly output: string }>;
  terminate(): void;
}

/** Images and containers in a directory of their own, gone with `remove`. */
export class ContainerEngine {
  private readonly directory = mkdtempSync(join(tmpdir(), 'shop-containers-'));
  private readonly storage = [
    ...['--root', join(this.directory, 'storage'), '--runroot', join(this.directory, 'run')],
    // Needs nothing of the kernel, at the price of a copy of each layer.
    ...['--storage-driver', 'vfs'],
  ];

  /** Builds what is in a directory; images that are not there yet are not looked for elsewhere. */
  build(directory: string, name: string): void {
    const build = ['bud', '--isolation', 'chroot', '--format', 'docker', '--pull-never', '--tag', name];
    this.ask('buildah', ...build, directory);
  }

  /** Node of this machine, with the libraries it needs and nothing else: no shell, as in a distroless image. */
  buildNodeBase(name: string): void {
    const context = join(this.directory, 'base');
    const put = (from: string, to: string) => {
      mkdirSync(dirname(join(context, to)), { recursive: true });
      copyFileSync(realpathSync(from), join(context, to));
      chmodSync(join(context, to), 0o755);
    };
    put(process.execPath, 'nodejs/bin/node');
    const libraries = execFileSync('ldd', [process.execPath], { encoding: 'utf8' });
    for (const [library] of libraries.matchAll(/\/\S+/g)) put(library, library);
    writeFileSync(join(context, 'Dockerfile'), 'FROM scratch\nCOPY . /\nUSER 65532:65532\n');
    writeFileSync(join(context, '.dockerignore'), 'Dockerfile\n.dockerignore\n');
    this.build(context, name);
  }

  /** Bytes of all its layers, unpacked. */
  sizeOf(image: string): number {
    return Number(this.inspect(image, '{{.Size}}'));
  }

  inspect(image: string, format: string): string {
    return this.ask('podman', 'image', 'inspect', '--format', format, image).trim();
  }

  /** As a task runs it, on the network of its host. */
  run(image: string, { environment, files = {}, command = [] }: ContainerOptions): Container {
    const options = [
      ...Object.entries(environment).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
      ...Object.entries(files).flatMap(([inside, file]) => ['--volume', `${file}:${inside}:ro`]),
    ];
    const child = spawn('podman', [...this.storage, ...asTask, ...options, image, ...command]);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => (output += text.toString()));
    return {
      ended: new Promise((done) => child.once('close', (code) => done({ code, output }))),
      // Passed on to process 1 of the container.
      terminate: () => void child.kill('SIGTERM'),
    };
  }

  /** Starts the image once, with Node's version as all it does; throws what the kernel or the tools say. */
  probe(image: string): void {
    this.ask('podman', ...asTask, '--entrypoint', '/nodejs/bin/node', image, '--version');
  }

  remove(): void {
    spawnSync('podman', [...this.storage, 'rm', '--all', '--force', '--time', '0']);
    rmSync(this.directory, { recursive: true, force: true });
  }

  private ask(program: string, ...parts: string[]): string {
    return execFileSync(program, [...this.storage, ...parts], { encoding: 'utf8', stdio: 'pipe' });
  }
}

/** Says on the terminal why tests are skipped: a skipped test nobody notices is worse than none. */
export function describeWithContainers(name: string, tests: () => void): void {
  const obstacle = missingPrograms() ?? refusal();
  if (obstacle === undefined) {
    describe(name, tests);
    return;
  }
  process.stderr.write(`skipped: ${name} – ${obstacle}\n`);
  describe.skip(name, tests);
}

function missingPrograms(): string | undefined {
  const missing = programs.filter((program) => spawnSync(program, ['--version']).error);
  if (missing.length > 0)
    return `not installed: ${missing.join(', ')} (apt-get install ${missing.join(' ')})`;
  return undefined;
}

/** Some kernels and sandboxes let no container start; what they say is the reason. */
function refusal(): string | undefined {
  const engine = new ContainerEngine();
  try {
    engine.buildNodeBase('probe');
    engine.probe('probe');
    return undefined;
  } catch (error) {
    return `this machine runs no container: ${error instanceof Error ? error.message : String(error)}`;
  } finally {
    engine.remove();
  }
}
