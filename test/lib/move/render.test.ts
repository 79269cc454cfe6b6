import { spawnSync } from 'node:child_process';
import type { DeploymentInput } from '../../../lib/deployment';
import { beginMove } from '../../../lib/move/begin-move';
import { editsBetween } from '../../../lib/move/edits';
import { movingSteps } from '../../../lib/move/moving-steps';
import { renderMove } from '../../../lib/move/render';
import { shellFunctions } from '../../../lib/move/stacks';

const stated = {
  name: 'mvp',
  aws: { region: 'us-east-1' },
  targets: { express: { tasks: { min: 1, max: 1 } } },
  live: 'express',
  cache: 'none',
  vectors: 'embedded',
} satisfies DeploymentInput;

const move = beginMove({ file: __filename, stated }, { source: 'mvp', to: 'fargate' });
const printed = renderMove(move, movingSteps(move));

describe('an edit of the deployment file', () => {
  test('is the field as it is written there, before and after', () => {
    expect(editsBetween(stated, { ...stated, live: 'fargate' })).toEqual([
      { field: 'live', before: "live: 'express',", after: "live: 'fargate'," },
    ]);
  });

  test('may be a field that was not there', () => {
    expect(editsBetween(stated, { ...stated, database: { multiAz: false } })).toEqual([
      { field: 'database', before: undefined, after: 'database: { multiAz: false },' },
    ]);
  });
});

describe('the printed steps', () => {
  test('show what goes and what comes in the file', () => {
    expect(printed).toContain("- live: 'express',");
    expect(printed).toContain("+ live: 'fargate',");
  });

  test('say how each changes what holds data, and why', () => {
    const withoutStandby = { ...move, stated: { ...stated, database: { multiAz: false } } };
    expect(renderMove(withoutStandby, movingSteps(withoutStandby))).toMatch(
      /Changes of what holds data\n +AWS::RDS::DBInstance: MultiAZ updated\. RDS adds the standby in place\./,
    );
  });

  test('give the way back of each as an edit and commands', () => {
    const [, back = ''] = /\d+\. Send traffic to ECS Fargate.*?To go back(.*?)Takes/s.exec(printed) ?? [];
    expect(back).toContain("- live: 'fargate',");
    expect(back).toContain("+ live: 'express',");
    expect(back).toMatch(/cdk deploy edge .*cdk deploy service-fargate /s);
  });

  test('are numbered from the first to the last', () => {
    const numbers = [...printed.matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number));
    expect(numbers).toEqual(movingSteps(move).map((_, index) => index + 1));
  });

  test('are valid for a shell', () => {
    const lines = movingSteps(move).flatMap(({ commands, checks, undo }) => [
      ...commands,
      ...checks.flatMap((check) => check.commands),
      ...undo.commands,
    ]);
    const { status, stderr } = spawnSync('sh', ['-n'], {
      input: [...shellFunctions(move), ...lines].join('\n'),
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
