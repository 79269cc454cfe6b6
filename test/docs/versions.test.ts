import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const text = (file: string) => readFileSync(join(__dirname, '../..', file), 'utf8');

test('the Chroma server of a deployment has the version that the tests run, pinned by digest', () => {
  const tested = /^chromadb==(.+)$/m.exec(text('test/setup/requirements.txt'))?.[1] ?? 'none';
  expect(text('constructs/ecs/chroma-image/Dockerfile')).toMatch(
    new RegExp(`^FROM chromadb/chroma:${tested.replaceAll('.', String.raw`\.`)}@sha256:[0-9a-f]{64}\n$`),
  );
  expect(text('lib/deployment/schema/targets.ts')).toContain(`version ${tested} from Docker Hub`);
});

describe('the version of Node', () => {
  const { engines } = JSON.parse(text('package.json')) as { engines: { node: string } };
  const least = engines.node.replace('>=', '');

  test.each(['README.md', 'CONTRIBUTING.md', 'SECURITY.md'])(
    'that %s asks for is that of package.json',
    (page) => {
      expect(text(page).replaceAll('\n', ' ')).toContain(`Node ${least} or newer`);
    },
  );

  test('in .nvmrc is one that package.json allows', () => {
    const ordered = [least, text('.nvmrc').trim()].map((version) => version.split('.').map(Number));
    const [[wanted = 0, minor = 0] = [], [major = 0, own = 0] = []] = ordered;
    expect(major > wanted || (major === wanted && own >= minor)).toBe(true);
  });

  test('that SECURITY.md names for the image is that of the Dockerfile', () => {
    const image = /nodejs(\d+)-/.exec(text('app-image/Dockerfile'))?.[1];
    expect(text('SECURITY.md')).toContain(`runs Node ${image}`);
  });
});
