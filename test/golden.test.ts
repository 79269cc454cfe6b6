import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deploymentNames, loadDeployment } from '../lib/deployment';
import { summarize } from '../lib/summary/summary';
import { plannedStacks } from './setup/summary';

const golden = (name: string) => readFileSync(join(__dirname, 'golden', `${name}.txt`), 'utf8');

test.each(deploymentNames())(
  'the summary of %s is the one in test/golden; else run npm run golden',
  (name) => {
    expect(summarize(plannedStacks(loadDeployment(name)))).toBe(golden(name));
  },
);
