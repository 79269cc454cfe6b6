import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deploymentNames, loadDeployment } from '../lib/deployment';
import { summarize } from '../lib/summary/summary';
import { plannedStacks } from './setup/summary';

const golden = (name: string) => readFileSync(join(__dirname, 'golden', `${name}.txt`), 'utf8');

describe.each(deploymentNames())('the summary of %s', (name) => {
  const summary = summarize(plannedStacks(loadDeployment(name)));

  test('is the one in test/golden; after an intended change, `npm run golden` writes it again', () => {
    expect(summary).toBe(golden(name));
  });

  test('has no hash, account id or date', () => {
    expect(summary.match(/\b[0-9a-f]{32,}\b|\b\d{12}\b|\b20\d\d-\d\d-\d\dT/g)).toBeNull();
  });
});
