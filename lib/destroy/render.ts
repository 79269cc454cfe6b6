import { remnantFunctions, shellFunctions } from './shell';
import { staying } from './staying';
import type { DestroyStep } from './step';
import type { Check } from '../steps/check';
import type { TakeDown } from './take-down';

export interface RenderOptions {
  /** Also says how to remove what stays. */
  readonly data: boolean;
}

/** How a deployment is taken down, as text for a terminal. */
export function renderTakeDown(plan: TakeDown, { data }: RenderOptions): string {
  const { deployment, stacks, remnants, before, steps, after } = plan;
  return [
    `${deployment.name}: the commands below delete ${stacks.length} stacks. This command itself changes nothing.`,
    section('What goes', stacks.map(goes)),
    section('What stays, and what it costs in USD a month', staying(remnants, deployment.aws.region)),
    section('Define the shell functions first', shellFunctions(deployment)),
    section('Check before the first command', before.flatMap(check)),
    ...steps.map(numbered),
    section('Check after the last command', after.flatMap(check)),
    data ? removing(plan) : 'With --data this command also prints how to remove what stays.',
    'docs/destroy.md explains what stays and how the data comes back.',
  ].join('\n\n');
}

function removing({ deployment, removals, remnants }: TakeDown): string {
  return [
    section('How to remove what stays, after the stacks are deleted', [
      `The commands find what every deleted stack of ${deployment.name} has left within the last 90 days.`,
      ...remnantFunctions(deployment),
    ]),
    ...removals.map(numbered),
    ...(remnants.some(({ kind }) => kind === 'DNS record that validates a certificate')
      ? [
          'Leave the DNS records that validate a certificate: another certificate of the same name uses the same record.',
        ]
      : []),
  ].join('\n\n');
}

const section = (title: string, lines: readonly string[]) =>
  [title, ...lines.map((line) => `  ${line}`)].join('\n');

function goes({ name, region, description, template }: TakeDown['stacks'][number]): string {
  return `${name} in ${region}, ${Object.keys(template.Resources).length} resources: ${description}`;
}

function numbered({ title, why, commands, takes, undo }: DestroyStep, index: number): string {
  return section(`${index + 1}. ${title}`, [
    why,
    ...(takes === undefined ? [] : [`Takes ${takes}.`]),
    'Run',
    ...commands.map((command) => `  ${command}`),
    `To go back: ${undo.text}`,
    ...undo.commands.map((command) => `  ${command}`),
  ]);
}

function check({ what, commands, expect }: Check): string[] {
  return [what, ...commands.map((command) => `  ${command}`), `  → ${expect}`];
}
