import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentPage } from './environment-page';

writeFileSync(join(__dirname, '..', '..', 'docs', 'environment.md'), environmentPage());
