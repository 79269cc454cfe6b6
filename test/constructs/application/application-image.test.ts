import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import { ApplicationImage } from '../../../constructs/application/application-image';
import type { DeploymentInput } from '../../../lib/deployment/schema';
import { testApp, testDeployment } from '../../setup/stack-tests';

/** Build contexts of an image, each as the files at its top. */
function contexts(image: DeploymentInput['image']): string[][] {
  const app = testApp('copied');
  new ApplicationImage(new Stack(app, 'Service'), 'Image', testDeployment({ image }));
  const { directory } = app.synth();
  return readdirSync(directory)
    .filter((name) => name.startsWith('asset.'))
    .map((name) => readdirSync(join(directory, name)).sort());
}

test('the bundled image is built from its Dockerfile and what the build made, and nothing else', () => {
  const [context = [], ...others] = contexts('bundled');
  expect(others).toEqual([]);
  expect(context.filter((name) => name !== '.dockerignore')).toEqual(['Dockerfile', 'dist']);
});

test('another image is built from its own folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'image-'));
  writeFileSync(join(folder, 'Dockerfile'), 'FROM scratch\n');
  writeFileSync(join(folder, 'app.py'), '');
  expect(contexts({ directory: folder })).toEqual([['Dockerfile', 'app.py']]);
  rmSync(folder, { recursive: true });
});

test('an image by digest is taken as it is, without a build', () => {
  expect(contexts({ repository: 'flask-shop', digest: `sha256:${'0'.repeat(64)}` })).toEqual([]);
});
