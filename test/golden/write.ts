import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deploymentNames, loadDeployment } from '../../lib/deployment';
import { summarize } from '../../lib/summary/summary';
import { plannedStacks } from '../setup/summary';

// `npm run golden`: a pull request shows what a change of a deployment file or of a construct does.
for (const name of deploymentNames())
  writeFileSync(join(__dirname, `${name}.txt`), summarize(plannedStacks(loadDeployment(name))));
