import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contextOf, parseDeployment, readInChild } from '../deployment';
import { readStacks, type PlannedStack } from '../plan/assembly';
import { synthesize } from '../plan/synthesize';
import { asJson } from './json';
import { renderTakeDown } from './render';
import { takeDown } from './take-down';

export interface DestroyOptions {
  readonly data?: boolean;
  readonly json?: boolean;
}

/** `shop destroy`: prints how a deployment is taken down. It changes nothing, neither a file nor an account. */
export async function destroyDeployment(
  nameOrPath: string,
  { data = false, json = false }: DestroyOptions,
  stacksOf = synthesizedStacks,
): Promise<void> {
  const { file, stated } = await readInChild(nameOrPath);
  const source = contextOf(file);
  const plan = takeDown(parseDeployment(stated, file), source, await stacksOf(source));
  process.stdout.write(json ? asJson(plan, { data }) : `${renderTakeDown(plan, { data })}\n`);
}

/** `shop plan` validates; here only the templates are read. */
async function synthesizedStacks(source: string): Promise<PlannedStack[]> {
  const folder = mkdtempSync(join(tmpdir(), 'shop-destroy-'));
  try {
    await synthesize(source, folder, { validation: false });
    return readStacks(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
