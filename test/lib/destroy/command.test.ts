import { destroyDeployment, type DestroyOptions } from '../../../lib/destroy/command';
import { takeDownOf } from './stacks';

/** What the command prints, with the templates of production. */
async function printed(options: DestroyOptions): Promise<string> {
  const lines: string[] = [];
  const write = jest
    .spyOn(process.stdout, 'write')
    .mockImplementation((text) => lines.push(String(text)) > 0);
  const inDeployOrder = () => Promise.resolve(takeDownOf('production').stacks.toReversed());
  await destroyDeployment('production', options, inDeployOrder);
  write.mockRestore();
  return lines.join('');
}

/** Text in this order. */
const inOrder = (...parts: readonly string[]) => new RegExp(parts.join('[^]*'));

test('prints what goes, what stays and costs, and the commands in order with what undoes each', async () => {
  const text = await printed({});
  expect(text).toMatch(
    inOrder(
      'What goes',
      'What stays, and what it costs',
      'Check before',
      '1\\. Switch off the deletion protection',
      'To go back',
      '2\\. Delete the stack production-operations',
      'No alarm is sent from here on',
      '3\\. Delete the stack production-edge',
      'cdk destroy edge --exclusively --force --context deployment=production',
      'To go back',
      'cdk deploy edge',
      '4\\. Delete the stack production-service-fargate',
      '5\\. Delete the stack production-data',
      '6\\. Delete the stack production-network',
      'Check after',
    ),
  );
  expect(text).not.toContain('schedule-key-deletion');
});

test('says with --data how to remove the rest, and without it that --data says so', async () => {
  expect(await printed({})).toContain('With --data this command also prints how to remove what stays.');
  expect(await printed({ data: true })).toMatch(
    inOrder('How to remove what stays', 'Delete the snapshots', 'Delete the secrets', 'Delete the key'),
  );
});

test('prints with --json the same commands for scripts, and those of --data apart', async () => {
  const json = JSON.parse(await printed({ json: true, data: true }));
  const plan = takeDownOf('production');
  expect(json).toMatchObject({
    deployment: 'production',
    region: 'us-east-1',
    monthlyUsd: 2.2,
    goes: plan.stacks.map(({ id, name, region }) => ({ id, name, region })),
    commands: plan.steps.flatMap(({ commands }) => commands),
    data: { commands: plan.removals.flatMap(({ commands }) => commands) },
  });
  expect(json.stays).toHaveLength(plan.remnants.length);
  expect(json.shell).not.toEqual([]);
  expect(JSON.parse(await printed({ json: true }))).not.toHaveProperty('data');
});
