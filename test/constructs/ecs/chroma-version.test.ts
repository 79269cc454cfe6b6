import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromaVersion } from '../../../constructs/ecs/chroma-version';
import { fargateTemplate } from '../../setup/fargate';
import { containerOf } from '../../setup/templates';

const requirements = readFileSync(join(__dirname, '../../setup/requirements.txt'), 'utf8');

test('the tests run the version of Chroma that is deployed', () => {
  expect(requirements.split('\n')).toContain(`chromadb==${chromaVersion}`);
  expect(containerOf(fargateTemplate(), 'chroma').Image).toBe(`chromadb/chroma:${chromaVersion}`);
});
