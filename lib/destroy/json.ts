import { costOf, monthlyForPieces } from './costs';
import type { RenderOptions } from './render';
import { remnantFunctions, shellFunctions } from './shell';
import type { DestroyStep } from './step';
import type { TakeDown } from './take-down';

/** How a deployment is taken down, for scripts. Each command is complete after the lines of `shell`. */
export function asJson(plan: TakeDown, { data }: RenderOptions): string {
  const { deployment, stacks, remnants, before, steps, after, removals } = plan;
  const shell = shellFunctions(deployment);
  return `${JSON.stringify(
    {
      deployment: deployment.name,
      region: deployment.aws.region,
      goes: stacks.map(({ id, name, region, template }) => ({
        id,
        name,
        region,
        resources: Object.keys(template.Resources).length,
      })),
      stays: remnants.map((remnant) => ({ ...remnant, monthly: costOf(remnant) })),
      monthlyUsd: monthlyForPieces(remnants),
      shell,
      commands: commandsOf(steps),
      before,
      steps,
      after,
      ...(data && {
        data: {
          shell: [...shell, ...remnantFunctions(deployment)],
          commands: commandsOf(removals),
          steps: removals,
        },
      }),
    },
    null,
    2,
  )}\n`;
}

const commandsOf = (steps: readonly DestroyStep[]) => steps.flatMap(({ commands }) => commands);
