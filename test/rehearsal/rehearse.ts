import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { DeploymentError, parseDeployment, readDeployment } from '../../lib/deployment';

import { ChildProcesses } from './child-processes';
import { choosePhases } from './choose-phases';
import { EditedFile } from './deployment-file';
import { phases } from './phases';
import { PhaseFailed, type Phase } from './phases/phase';
import { findPython } from './python';
import { Rehearsal } from './rehearsal';
import { RehearsalError } from './rehearsal-error';
import { renderResult, renderSummary, type Result } from './report';

interface Options {
  readonly only?: string;
  readonly keep?: boolean;
}

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
const processes = new ChildProcesses();
let folder: string | undefined;
process.once('exit', () => processes.stopAll());
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    processes.stopAll();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    process.exit(1);
  });
}

/** Runs the phases one after the other and prints each result. @returns whether every phase is right */
async function rehearse(name: string, { only, keep = false }: Options): Promise<boolean> {
  const chosen = choosePhases(phases, only);
  const original = readDeployment(name);
  const python = await findPython();
  folder = mkdtempSync(join(tmpdir(), 'rehearsal-'));
  const began = performance.now();
  const results: Result[] = [];
  const file = new EditedFile(original, folder);
  const deployment = parseDeployment(original.stated, original.file);
  const rehearsal = new Rehearsal({ processes, python, folder, file, deployment });
  try {
    for (const phase of chosen) {
      const result = await play(phase, rehearsal);
      results.push(result);
      process.stdout.write(`${renderResult(result)}\n`);
    }
  } finally {
    await rehearsal.end();
  }
  const isRight = results.every(({ outcome }) => outcome !== 'failed');
  process.stdout.write(`${renderSummary(results, (performance.now() - began) / 1000, folder)}\n`);
  if (isRight && !keep) rmSync(folder, { recursive: true, force: true });
  return isRight;
}

async function play({ id, title, from, to, notFor, run }: Phase, rehearsal: Rehearsal): Promise<Result> {
  const reason = notFor?.(rehearsal);
  if (reason !== undefined)
    return { id, title, seconds: 0, outcome: 'skipped', findings: [reason], notes: [] };
  const prepared = performance.now();
  if (rehearsal.state !== from) await rehearsal.reach(from);
  const preparation = (performance.now() - prepared) / 1000;
  if (preparation > 1)
    process.stdout.write(`        (${preparation.toFixed(1)} s to reach the state: ${from})\n`);
  const began = performance.now();
  rehearsal.phaseBegan = new Date();
  const findings = await findingsOf(run, rehearsal, to);
  const noticed = rehearsal.emulator.takeFindings();
  const all = [...findings, ...noticed];
  const seconds = (performance.now() - began) / 1000;
  return {
    id,
    title,
    seconds,
    outcome: all.length === 0 ? 'ok' : 'failed',
    findings: all,
    notes: rehearsal.takeNotes(),
  };
}

/** After a phase that could not be done, the state of the account is not known. */
async function findingsOf(
  run: Phase['run'],
  rehearsal: Rehearsal,
  to: Phase['to'],
): Promise<readonly string[]> {
  try {
    const findings = await run(rehearsal);
    rehearsal.state = to;
    return findings;
  } catch (problem) {
    rehearsal.state = 'unknown';
    if (problem instanceof PhaseFailed) return problem.findings;
    throw problem;
  }
}

new Command('rehearse')
  .description(
    "rehearse a deployment's life with the CDK CLI against a local AWS emulator; needs no AWS account",
  )
  .argument('<deployment>', 'name of a file in deployments/, or a path to one')
  .option('--only <phases>', `phases, separated by commas: ${phases.map(({ id }) => id).join(', ')}`)
  .option('--keep', 'keep the folder with the logs, also when every phase is right')
  .showHelpAfterError()
  .action(async (name: string, options: Options) => {
    process.exitCode = (await rehearse(name, options)) ? 0 : 1;
  })
  .parseAsync()
  .catch((problem: unknown) => {
    if (!(problem instanceof RehearsalError || problem instanceof DeploymentError)) throw problem;
    process.stderr.write(`${problem.message}\n`);
    process.exitCode = 1;
  });
