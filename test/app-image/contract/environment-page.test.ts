import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentPage } from '../../../app-image/contract/environment-page';
import { plainVariables, secretVariables } from '../../../app-image/contract/environment';

const page = readFileSync(join(__dirname, '../../../docs/environment.md'), 'utf8');

describe('C23: docs/environment.md', () => {
  test('is what the schema says; `npm run docs --workspace app-image` writes it', () => {
    expect(page).toBe(environmentPage());
  });

  test.each(Object.entries({ ...plainVariables, ...secretVariables }))('describes %s', (name, schema) => {
    expect(schema.description).toBeTruthy();
    expect(page).toContain(`| \`${name}\` |`);
  });
});
