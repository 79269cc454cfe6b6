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

/** A cloud assembly of one stack. */
function writeAssembly(assembly: string, Resources: object): void {
  const data = {
    type: 'aws:cloudformation:stack',
    environment: 'aws://unknown-account/us-east-1',
    properties: { templateFile: 'data.template.json', stackName: 'dev-data' },
  };
  writeFileSync(join(assembly, 'manifest.json'), JSON.stringify({ artifacts: { data } }));
  writeFileSync(join(assembly, 'data.template.json'), JSON.stringify({ Resources }));
}

/** Plans a deployment whose validators report what is given. */
async function plan(
  pluginReports: readonly object[],
  options: PlanOptions = {},
  resources: object = {},
): Promise<Outcome> {
  const before = process.exitCode;
  const printed: string[] = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
  jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
  const synthesize = (_: string, assembly: string) => {
    writeAssembly(assembly, resources);
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

describe('shop plan --against', () => {
  const files = (PerformanceMode: string) => ({
    Files: { Type: 'AWS::EFS::FileSystem', Properties: { PerformanceMode } },
  });
  let deployed = '';
  beforeEach(() => {
    deployed = mkdtempSync(join(tmpdir(), 'plan-deployed-'));
    writeAssembly(deployed, files('generalPurpose'));
  });
  afterEach(() => {
    rmSync(deployed, { recursive: true });
  });

  test('a change that is not safe in one deployment exits with 1 and says why', async () => {
    const { exitCode, printed } = await plan([], { against: deployed }, files('maxIO'));
    expect(exitCode).toBe(1);
    expect(printed).toContain(
      'data-replaced in data: AWS::EFS::FileSystem Files is replaced because PerformanceMode',
    );
    expect(printed).not.toContain('Deploy with');
  });

  test('the JSON of a plan has the reasons too', async () => {
    const { printed } = await plan([], { against: deployed, json: true }, files('maxIO'));
    expect(JSON.parse(printed)).toMatchObject({ risks: [{ kind: 'data-replaced', resources: ['Files'] }] });
  });

  test('a safe change exits with 0 and says so', async () => {
    const { exitCode, printed } = await plan([], { against: deployed }, files('generalPurpose'));
    expect(exitCode).toBe(0);
    expect(printed).toContain('safe in one `cdk deploy --all`');
  });

  test('a folder without a cloud assembly is refused before anything is written', async () => {
    await expect(plan([], { against: join(deployed, 'none') })).rejects.toThrow(
      /--against: .*none has no manifest\.json, so it is no cloud assembly\. Name the --output folder/,
    );
  });

  test('a cloud assembly that cannot be read is refused', async () => {
    writeFileSync(join(deployed, 'manifest.json'), '{');
    await expect(plan([], { against: deployed })).rejects.toThrow(/cannot be read: .*JSON/);
  });
});
