import { checkFindings } from '../checks';
import { printedDestroy, type PrintedDestroy } from '../printed-destroy';
import type { Rehearsal } from '../rehearsal';
import { remainsIn, unmanagedLogGroups } from '../remains';
import { describeFailure, mustSucceed, statesOtherThan } from './judge';
import { PhaseFailed, type Phase } from './phase';

/** Only the printed commands take protections off. */
export const destroy: Phase = {
  id: 'destroy',
  title: 'the commands of `shop destroy` take everything down',
  from: 'deployed',
  to: 'bootstrapped',
  byDefault: true,
  run: async (rehearsal) => {
    const managed = new Set(
      (await rehearsal.stacks.resources())
        .filter(({ type }) => type === 'AWS::Logs::LogGroup')
        .map(({ physicalId }) => physicalId),
    );
    const findings = await takeDown(rehearsal, await printedDestroy(rehearsal));
    return [...findings, ...(await unmanagedLogGroups(rehearsal, managed))];
  },
};

export const deployAgain: Phase = {
  id: 'again',
  title: 'the same name is deployed again, while the account still has what stayed',
  from: 'bootstrapped',
  to: 'deployed',
  byDefault: true,
  run: async (rehearsal) => {
    rehearsal.file.restore();
    await mustSucceed(rehearsal, 'cdk deploy', rehearsal.deploy());
    rehearsal.deployed = await rehearsal.stacks.resources();
    return statesOtherThan(rehearsal, ['CREATE_COMPLETE']);
  },
};

export const destroyData: Phase = {
  id: 'destroy-data',
  title: 'the commands of `shop destroy --data` remove what stayed',
  from: 'deployed',
  to: 'bootstrapped',
  byDefault: true,
  run: async (rehearsal) => {
    const printed = await printedDestroy(rehearsal);
    const findings = await takeDown(rehearsal, printed);
    for (const { commands } of printed.data.steps) await runEach(rehearsal, printed.data.shell, commands);
    return [...findings, ...(await remainsIn(rehearsal))];
  },
};

/** Each step is taken, undone and taken again. */
export const destroyBack: Phase = {
  id: 'destroy-back',
  title: 'what undoes each step of `shop destroy`',
  from: 'deployed',
  to: 'bootstrapped',
  byDefault: false,
  run: async (rehearsal) => {
    const printed = await printedDestroy(rehearsal);
    const findings: string[] = [];
    for (const step of printed.steps) {
      const before = await namesOf(rehearsal);
      await runEach(rehearsal, printed.shell, step.commands);
      await runEach(rehearsal, printed.shell, step.undo.commands);
      const after = await namesOf(rehearsal);
      findings.push(
        ...before
          .filter((name) => !after.includes(name))
          .map((name) => `${step.id}: ${name} has not come back`),
      );
      // A stack that is made anew has its protections again.
      for (const { commands } of printed.steps.filter(({ id }) => id.startsWith('unprotect-')))
        if (commands.some((command) => command.includes(step.id.replace('delete-', 'physical '))))
          await runEach(rehearsal, printed.shell, commands);
      await runEach(rehearsal, printed.shell, step.commands);
    }
    return findings;
  },
};

const namesOf = async ({ stacks }: Rehearsal) => (await stacks.states()).map(({ stack }) => stack);

async function takeDown(rehearsal: Rehearsal, printed: PrintedDestroy): Promise<string[]> {
  const findings: string[] = [];
  for (const check of printed.before)
    findings.push(...(await checkFindings(rehearsal, printed.shell, check)));
  for (const { commands } of printed.steps) await runEach(rehearsal, printed.shell, commands);
  for (const check of printed.after) findings.push(...(await checkFindings(rehearsal, printed.shell, check)));
  const left = await rehearsal.stacks.states();
  if (left.length > 0)
    throw new PhaseFailed(left.map(({ stack, status }) => `${stack} is still there, in ${status}`));
  return findings;
}

/** Each command in a shell of its own. @throws PhaseFailed when one fails */
async function runEach(
  rehearsal: Rehearsal,
  shell: readonly string[],
  commands: readonly string[],
): Promise<void> {
  for (const command of commands) {
    const { exitCode } = await rehearsal.operator.run([...shell, command].join('\n'));
    if (exitCode !== 0)
      throw new PhaseFailed([`This command failed: ${command}`, ...(await describeFailure(rehearsal))]);
  }
}
