import { editsBetween, type Edit } from './edits';
import { titles, type Move } from './move';
import { shellFunctions } from './stacks';
import type { DataChange, Step } from './step';

/** A move as text: one numbered step after the other. */
export function renderMove(move: Move, steps: readonly Step[]): string {
  const { start, from, to, stated } = move;
  return [
    `${start.name}: from ${titles[from]} to ${titles[to]} in ${steps.length} steps. Both targets share network and data, so no data is moved.`,
    ['Define two shell functions first; the commands below use them:', ...shellFunctions(move)].join('\n   '),
    ...steps.map((step, index) => {
      const before = steps[index - 1]?.deployment ?? stated;
      return renderStep(step, index + 1, editsBetween(before, step.deployment));
    }),
    'docs/migration.md explains the order and what can go wrong.',
  ].join('\n\n');
}

function renderStep(step: Step, number: number, edits: readonly Edit[]): string {
  return [
    `${number}. ${step.title}`,
    indent(step.why),
    ...section('In the deployment file', edits.flatMap(inLines)),
    ...section('Run', step.commands),
    ...section(
      'Go on when',
      step.checks.flatMap(({ what, commands, expect }) => [
        what,
        ...commands.map((command) => `  ${command}`),
        `  → ${expect}`,
      ]),
    ),
    ...section('Changes of what holds data', step.dataChanges.map(inWords)),
    ...section('To go back', wayBack(step)),
    ...section('Takes', [step.takes]),
    ...section('Customers notice', [step.customers]),
  ].join('\n');
}

function inWords({ type, change, properties, why }: DataChange): string {
  return `${type}: ${properties.length > 0 ? `${properties.join(', ')} ${change}` : change}. ${why}`;
}

function wayBack({ deployment, undo }: Step): string[] {
  return [undo.text, ...editsBetween(deployment, undo.deployment).flatMap(inLines), ...undo.commands];
}

function inLines({ before, after }: Edit): string[] {
  return [...marked('-', before), ...marked('+', after)];
}

function marked(mark: string, lines: string | undefined): string[] {
  return (lines?.split('\n') ?? []).map((text) => `${mark} ${text}`);
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', indent(title), ...lines.map((line) => indent(line, 5))];
}

function indent(text: string, by = 3): string {
  return `${' '.repeat(by)}${text}`;
}
