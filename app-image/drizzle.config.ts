import { defineConfig } from 'drizzle-kit';

/** `npx drizzle-kit generate --name WHAT-CHANGES` writes the next migration from the schema. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './server/database/schema.ts',
  out: './migrations',
});
