import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { referencePage } from './page';
import { regionsPage } from './regions-page';

const docs = join(__dirname, '../../../docs');
writeFileSync(join(docs, 'deployment-file.md'), referencePage());
writeFileSync(join(docs, 'regions.md'), regionsPage());
