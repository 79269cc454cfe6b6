import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planDeployment, type PlanOptions } from '../../../lib/plan/command';

const violation = (ruleName: string, severity: string) => ({
  ruleName,
  severity,
  description: `what ${ruleName} says`,
  violatingConstructs: [{ constructPath: `data/${ruleName}` }],
});
const nag = {
  pluginName: 'AwsSolutions',
  violations: [violation('AwsSolutions-S10', 'error'), violation('AwsSolutions-S1', 'warning')],
};
const cloudFormation = { pluginName: 'CloudFormation', violations: [violation('E3002', 'error')] };
const ownWarning = { pluginName: 'Construct Annotations', violations: [violation('schedule', 'warning')] };

interface Outcome {
  readonly exitCode: number | string | null | undefined;
  readonly printed: string;
}

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plan-command-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  jest.restoreAllMocks();
});

/** Plans a deployment whose validators report what is given. */
async function plan(pluginReports: readonly object[], options: PlanOptions = {}): Promise<Outcome> {
  const before = process.exitCode;
  const printed: string[] = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
  jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
  const synthesize = (_: string, assembly: string) => {
    writeFileSync(join(assembly, 'manifest.json'), JSON.stringify({ artifacts: {} }));
    writeFileSync(join(assembly, 'validation-report.json'), JSON.stringify({ pluginReports }));
    return Promise.resolve();
  };
  process.exitCode = 0;
  await planDeployment('dev', { output: folder, ...options }, synthesize);
  const { exitCode } = process;
  process.exitCode = before;
  return { exitCode, printed: printed.join('') };
}

describe('shop plan', () => {
  test('without findings exits with 0 and says so', async () => {
    expect(await plan([])).toMatchObject({
      exitCode: 0,
      printed: expect.stringMatching(/Findings\n {2}none/),
    });
  });

  test.each([
    ['AwsSolutions', [nag], ['AwsSolutions-S10', 'AwsSolutions-S1']],
    ['the CloudFormation rules', [cloudFormation], ['E3002']],
    ['both', [nag, cloudFormation], ['AwsSolutions-S10', 'AwsSolutions-S1', 'E3002']],
  ])(
    'with findings of %s exits with 1 and prints each with rule, reason and construct',
    async (_, reports, rules) => {
      const { exitCode, printed } = await plan(reports);
      expect(exitCode).toBe(1);
      for (const rule of rules)
        expect(printed).toMatch(new RegExp(`${rule} \\(.*\\): what ${rule} says\\n +at data/${rule}`));
    },
  );

  test('with --json exits with 1 as well and prints nothing but JSON', async () => {
    const { exitCode, printed } = await plan([nag], { json: true });
    expect(exitCode).toBe(1);
    expect(JSON.parse(printed)).toMatchObject({
      findings: [{ rule: 'AwsSolutions-S10' }, { rule: 'AwsSolutions-S1' }],
    });
  });

  test('with warnings of this product exits with 0 and prints them', async () => {
    const { exitCode, printed } = await plan([ownWarning]);
    expect(exitCode).toBe(0);
    expect(printed).toContain('what schedule says');
  });
});
