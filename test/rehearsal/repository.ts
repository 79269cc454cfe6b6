import { resolve } from 'node:path';

/** The checkout, by absolute path. */
export const repository = resolve(__dirname, '../..');
