import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import flaskExample from '../../deployments/flask-example';
import production from '../../deployments/production';
import { freePort } from '../setup/chroma';
import { fargateShop } from '../setup/fargate';
import { bundledShop } from './bundled-shop';
import { names, secretOf } from './local-names';
import { answer, directory, run } from './local-process';
import { startedContainer, type StartedContainer } from './resolve-environment';

/*
 * Each container is started with exactly the environment of its synthesized task definition. Only
 * addresses are replaced: those of AWS by this machine's, and the ports by free ones. PostgreSQL is a
 * real one that speaks TLS; cache, Chroma, Bedrock and S3 are not there, and nothing is faked for them.
 */

function started(deployment: typeof production): StartedContainer {
  const { app } = fargateShop(deployment);
  return startedContainer(app.synth().stacks, 'app', names, secretOf);
}

describe('the bundled shop of production', () => bundledShop(started(production)));

describe('the Flask shop', () => {
  const container = started(flaskExample);

  test('gets the five variables that the file maps, and none of ours', () => {
    expect(Object.keys(container.plain).sort()).toEqual(['FLASK_ENV', 'VECTOR_DB_PATH']);
    expect(Object.keys(container.secret).sort()).toEqual(['DATABASE_URL', 'JWT_SECRET', 'SECRET_KEY']);
  });

  test('finds its database under one address, over TLS', () => {
    const url = new URL(container.secret.DATABASE_URL ?? '');
    expect(url.protocol).toBe('postgresql:');
    expect(url.searchParams.get('sslmode')).toBe('require');
  });

  test('answers when its own command is run with them', async () => {
    const port = await freePort();
    const command = container.command.map((word) => word.replace(/^0\.0\.0\.0:\d+$/, `127.0.0.1:${port}`));
    expect(command[0]).toBe('gunicorn');
    const flask = run('python3', [standInGunicorn(), ...command.slice(1)], {
      ...container.plain,
      ...container.secret,
      PATH: process.env.PATH ?? '',
    });
    const response = await answer(`http://127.0.0.1:${port}/api/health`, flask);
    expect(await response.json()).toEqual({
      variables: ['DATABASE_URL', 'FLASK_ENV', 'JWT_SECRET', 'SECRET_KEY', 'VECTOR_DB_PATH'],
    });
  }, 30_000);
});

/** Takes gunicorn's arguments and serves, on Python alone, an application that says what it was given. */
function standInGunicorn(): string {
  const folder = join(directory, 'flask');
  mkdirSync(folder);
  const file = join(folder, 'gunicorn.py');
  writeFileSync(
    file,
    `
import json, os, sys
from wsgiref.simple_server import make_server

host, port = sys.argv[sys.argv.index('--bind') + 1].rsplit(':', 1)
wanted = ['DATABASE_URL', 'FLASK_ENV', 'JWT_SECRET', 'SECRET_KEY', 'VECTOR_DB_PATH']
body = json.dumps({'variables': [name for name in wanted if os.environ.get(name)]}).encode()

def app(environ, start_response):
    found = environ['PATH_INFO'] == '/api/health'
    start_response('200 OK' if found else '404 Not Found', [('Content-Type', 'application/json')])
    return [body]

make_server(host, int(port), app).serve_forever()
`,
  );
  return file;
}
