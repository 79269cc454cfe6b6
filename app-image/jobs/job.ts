import type { Command } from 'commander';

/**
 * What `jobs/NAME.ts` exports for each name in the contract's `jobs`: `export const command: Command`,
 * with `--help`, options and an async action. `shop.ts` imports it on demand.
 */
export interface JobModule {
  readonly command: Command;
}
