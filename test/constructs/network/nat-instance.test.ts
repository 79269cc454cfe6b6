import { execFile } from 'node:child_process';
import { createHash, createHmac } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { testNetwork } from './test-network';

/*
 * The scripts are real and run in bash and Python. What they call is made up: the commands that change the
 * machine are recorded, and the instance's metadata and CloudFormation are HTTP servers.
 */

const run = promisify(execFile);

/** The exit code of a program. */
const codeOf = (ended: Promise<unknown>): Promise<unknown> =>
  ended.then(
    () => 0,
    (problem: unknown) => (problem as { code: unknown }).code,
  );
const scripts = join(__dirname, '../../../constructs/network');
const network = testNetwork({ egress: 'nat-instance' });
const instances = Object.entries(
  network.template.findResources('AWS::EC2::Instance') as Record<string, Instance>,
);
const logicalId = instances[0]?.[0] ?? '';
const instance = instances[0]?.[1];
interface Instance {
  readonly Properties: {
    readonly UserData: { readonly 'Fn::Base64': { readonly 'Fn::Join': [string, unknown[]] } };
  };
  readonly CreationPolicy?: unknown;
  readonly DependsOn?: readonly string[];
}

/** User data as an instance gets it: references are replaced by their names. */
const userData = (instance?.Properties.UserData['Fn::Base64']['Fn::Join'][1] ?? [])
  .map((part) => (typeof part === 'string' ? part : JSON.stringify(part)))
  .join('');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nat-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('in the template', () => {
  test('CloudFormation waits for the signal of each new instance', () => {
    expect(instance?.CreationPolicy).toEqual({ ResourceSignal: { Count: 1, Timeout: 'PT10M' } });
  });

  test('the instance signals itself, and may signal nothing but its own stack', () => {
    expect(userData).toContain(`'{"Ref":"AWS::StackId"}' '${logicalId}' 'eu-west-1'`);
    const statements = network
      .all('AWS::IAM::Policy')
      .flatMap(({ PolicyDocument }) => (PolicyDocument as { Statement: Record<string, unknown>[] }).Statement)
      .filter(({ Action }) => Action === 'cloudformation:SignalResource');
    expect(statements).toEqual([
      { Effect: 'Allow', Action: 'cloudformation:SignalResource', Resource: { Ref: 'AWS::StackId' } },
    ]);
    expect(instance?.DependsOn).toContainEqual(expect.stringContaining('InstanceRoleDefaultPolicy'));
  });

  test('nothing is installed or downloaded at boot', () => {
    expect(userData).not.toMatch(/\b(yum|dnf|rpm|pip|curl|wget)\b/);
  });

  test('the image has iptables, and its 30 GB fit the volume', () => {
    const { ImageId, BlockDeviceMappings } = network.all('AWS::EC2::Instance')[0] as {
      ImageId: { Ref: string };
      BlockDeviceMappings: { Ebs: { VolumeSize: number } }[];
    };
    network.template.hasParameter(ImageId.Ref, {
      Default: '/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id',
    });
    expect(BlockDeviceMappings[0]?.Ebs.VolumeSize).toBe(30);
  });

  test('the same scripts give the same logical id', () => {
    const again = testNetwork({ egress: 'nat-instance' }, { tags: { team: 'shop' } });
    expect(Object.keys(again.template.findResources('AWS::EC2::Instance'))).toEqual([logicalId]);
  });
});

/** Puts programs into the folder that record how they are called; `failing` ends with 1. */
async function recordedPrograms(failing?: string) {
  const log = join(folder, 'calls');
  await writeFile(log, '');
  for (const name of ['systemctl', 'sysctl', 'iptables', 'ip']) {
    const output =
      name === 'ip' ? 'echo "default via 10.0.0.1 dev ens5 proto dhcp src 10.0.0.9 metric 512"' : ':';
    // The rule does not exist yet.
    const code = name === failing ? 1 : '$([[ "$*" == *" -C "* ]] && echo 1 || echo 0)';
    const file = join(folder, name);
    await writeFile(file, `#!/bin/bash\necho "${name} $*" >> ${log}\n${output}\nexit ${code}\n`);
    await chmod(file, 0o755);
  }
  return {
    environment: { ...process.env, PATH: `${folder}:${process.env.PATH ?? ''}` },
    calls: async () => (await readFile(log, 'utf8')).trimEnd().split('\n'),
  };
}

describe('at each boot', () => {
  const boot = join(scripts, 'nat-boot.sh');

  test('the instance forwards packets and translates addresses on the interface of its default route', async () => {
    const { environment, calls } = await recordedPrograms();
    await run('bash', [boot], { env: environment });
    expect(await calls()).toEqual(
      expect.arrayContaining([
        'sysctl -w net.ipv4.ip_forward=1',
        'iptables -w 30 -P FORWARD ACCEPT',
        'iptables -w 30 -t nat -A POSTROUTING -o ens5 -j MASQUERADE',
      ]),
    );
  });

  test('Docker cannot close the chain FORWARD: it is masked and stopped before the chain is opened', async () => {
    const { environment, calls } = await recordedPrograms();
    await run('bash', [boot], { env: environment });
    const order = await calls();
    for (const unit of ['docker.service', 'docker.socket', 'ecs.service']) {
      expect(order).toContain(`systemctl mask ${unit}`);
      expect(order.indexOf(`systemctl stop ${unit}`)).toBeGreaterThan(-1);
      expect(order.indexOf(`systemctl stop ${unit}`)).toBeLessThan(
        order.indexOf('iptables -w 30 -P FORWARD ACCEPT'),
      );
    }
  });

  test.each(['iptables', 'sysctl'])('a failure of %s is a failure of the boot', async (failing) => {
    const { environment } = await recordedPrograms(failing);
    await expect(run('bash', [boot], { env: environment })).rejects.toMatchObject({ code: 1 });
  });
});

/** User data with its paths in the folder, and a program in the place of Python that records its status. */
async function runUserData(failing?: string) {
  const { environment } = await recordedPrograms(failing);
  const python = join(folder, 'python3');
  await writeFile(python, `#!/bin/bash\necho "$2" >> ${folder}/signals\n`);
  await chmod(python, 0o755);
  const script = join(folder, 'user-data');
  await writeFile(
    script,
    userData
      .replaceAll('/usr/local/lib/', `${folder}/`)
      .replaceAll('/var/lib/cloud/scripts/per-boot/', `${folder}/`),
  );
  const code = await codeOf(run('bash', [script], { env: environment }));
  return { code, signals: await readFile(join(folder, 'signals'), 'utf8') };
}

describe('at the first boot', () => {
  test('an instance that works signals success, once', async () => {
    await expect(runUserData()).resolves.toEqual({ code: 0, signals: 'SUCCESS\n' });
  });

  test.each(['iptables', 'sysctl'])(
    'one whose %s fails signals the failure, so that the update fails at once',
    async (failing) => {
      await expect(runUserData(failing)).resolves.toEqual({ code: 1, signals: 'FAILURE\n' });
    },
  );

  test('the scripts on the instance are the ones of the repository', async () => {
    await runUserData();
    for (const name of ['nat-boot.sh', 'nat-signal.py'])
      expect(await readFile(join(folder, name), 'utf8')).toBe(await readFile(join(scripts, name), 'utf8'));
  });
});

describe('the signal', () => {
  const credentials = { AccessKeyId: 'ASIAEXAMPLE', SecretAccessKey: 'secret/key', Token: 'token==' };
  interface Received {
    readonly headers: IncomingHttpHeaders;
    readonly body: string;
  }

  /** Metadata and CloudFormation on one port; the first signals get `denials` times 403. */
  async function signal(status: string, denials = 0, attempts = 3) {
    const received: Received[] = [];
    const server = createServer((request, response) => {
      const { url = '', method, headers } = request;
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        if (url === '/latest/api/token' && method === 'PUT') return response.end('session');
        if (url.startsWith('/latest/') && headers['x-aws-ec2-metadata-token'] !== 'session')
          return response.writeHead(401).end();
        if (url === '/latest/meta-data/iam/security-credentials/') return response.end('the-role');
        if (url === '/latest/meta-data/iam/security-credentials/the-role')
          return response.end(JSON.stringify(credentials));
        if (url === '/latest/meta-data/instance-id') return response.end('i-0123456789abcdef0');
        received.push({ headers, body });
        return response.writeHead(received.length > denials ? 200 : 403).end();
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const address = server.address();
    if (!address || typeof address === 'string') throw new Error('no port');
    const url = `http://127.0.0.1:${address.port}`;
    const code = await codeOf(
      run(
        'python3',
        [
          join(scripts, 'nat-signal.py'),
          status,
          'stack-id',
          'TheInstance',
          'eu-west-1',
          'cloudformation.eu-west-1.amazonaws.com',
        ],
        {
          env: {
            ...process.env,
            METADATA_URL: url,
            CLOUDFORMATION_URL: url,
            SIGNAL_ATTEMPTS: String(attempts),
            SIGNAL_PAUSE_SECONDS: '0.01',
          },
        },
      ),
    );
    await new Promise((closed) => server.close(closed));
    return { code, received };
  }

  test.each(['SUCCESS', 'FAILURE'])('names stack, resource and instance: %s', async (status) => {
    const { code, received } = await signal(status);
    expect(code).toBe(0);
    expect(received.map(({ body }) => Object.fromEntries(new URLSearchParams(body)))).toEqual([
      {
        Action: 'SignalResource',
        Version: '2010-05-15',
        StackName: 'stack-id',
        LogicalResourceId: 'TheInstance',
        UniqueId: 'i-0123456789abcdef0',
        Status: status,
      },
    ]);
  });

  test('is signed as AWS requires: Signature Version 4 with the credentials of the role', async () => {
    const { received } = await signal('SUCCESS');
    const [{ headers, body } = { headers: {}, body: '' }] = received;
    const [, credential, names = '', given] =
      /^AWS4-HMAC-SHA256 Credential=(\S+), SignedHeaders=(\S+), Signature=([0-9a-f]{64})$/.exec(
        headers.authorization ?? '',
      ) ?? [];
    const moment = String(headers['x-amz-date']);
    const scope = [moment.slice(0, 8), 'eu-west-1', 'cloudformation', 'aws4_request'];
    expect(credential).toBe([credentials.AccessKeyId, ...scope].join('/'));
    expect(names.split(';')).toEqual(expect.arrayContaining(['host', 'x-amz-date', 'x-amz-security-token']));
    expect(headers['x-amz-security-token']).toBe(credentials.Token);
    expect(headers.host).toBe('cloudformation.eu-west-1.amazonaws.com');

    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
    const signedHeaders = names.split(';').map((name) => `${name}:${String(headers[name])}\n`);
    const canonical = ['POST', '/', '', signedHeaders.join(''), names, sha256(body)].join('\n');
    const toSign = ['AWS4-HMAC-SHA256', moment, scope.join('/'), sha256(canonical)].join('\n');
    const key = scope.reduce<Buffer | string>(
      (previous, part) => createHmac('sha256', previous).update(part).digest(),
      `AWS4${credentials.SecretAccessKey}`,
    );
    expect(given).toBe(createHmac('sha256', key).update(toSign).digest('hex'));
  });

  test('is repeated while IAM does not yet apply the role', async () => {
    const { code, received } = await signal('SUCCESS', 2);
    expect(code).toBe(0);
    expect(received).toHaveLength(3);
  });

  test('that is never accepted ends with an error', async () => {
    const { code, received } = await signal('SUCCESS', Infinity);
    expect(code).toBe(1);
    expect(received).toHaveLength(3);
  });
});
