import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldComments } from '../../../lib/deployment/reference/comments';
import { referencePage } from '../../../lib/deployment/reference/page';
import { literal } from '../../../lib/deployment/report/describe';
import { allFields } from '../../../lib/deployment/report/fields';
import { fields as schema } from '../../../lib/deployment/schema';

const fields = allFields(schema);
const comments = fieldComments();

test('docs/deployment-file.md says what the schema says', () => {
  const page = readFileSync(join(__dirname, '../../../docs/deployment-file.md'), 'utf8');
  expect(page).toBe(referencePage());
});

test('the reference reaches the fields of alternatives, lists and named entries', () => {
  expect(fields.map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      'logs.retentionDays',
      'image.digest',
      'edge.geo.deny',
      'container.secrets.NAME.arn',
      'targets.ec2.chroma.memoryMiB',
      'network.existingVpc.isolatedSubnetIds',
    ]),
  );
});

test('every field has a comment of its own', () => {
  expect(fields.filter(({ path }) => !comments.get(path)?.text).map(({ path }) => path)).toEqual([]);
});

test('a default in a comment is the default there is', () => {
  const wrong = fields.filter(({ path, fallback }) => {
    const stated = comments.get(path)?.stated;
    if (stated === undefined || stated.startsWith('- ')) return false;
    return stated.replaceAll('_', '') !== literal(fallback).replaceAll('_', '');
  });
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('a field without a default says what happens without it', () => {
  const silent = fields.filter(
    ({ path, fallback, required, group }) =>
      !required && !group && fallback === undefined && !comments.get(path)?.stated,
  );
  expect(silent.map(({ path }) => path)).toEqual([]);
});
