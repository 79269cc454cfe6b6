import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { referencePage } from './page';

writeFileSync(join(__dirname, '../../../docs/deployment-file.md'), referencePage());
