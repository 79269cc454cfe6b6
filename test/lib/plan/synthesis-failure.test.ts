import { synthesisFailure } from '../../../lib/plan/synthesis-failure';

const failure = (printed: string, signal: NodeJS.Signals | null = null) =>
  synthesisFailure('production', { code: signal ? null : 1, signal, printed });

const trace = `/repository/bin/app.ts:12
  throw problem;
  ^

TypeError: no zone in network
    at App.synth (/repository/bin/app.ts:1:130)
    at main (/repository/bin/app.ts:13:7)

Node.js v20.20.2
node -r ts-node/register bin/app.ts: Subprocess exited with error 1
`;

test('a failed synthesis is one sentence with the error and one that says what to do', () => {
  expect(failure(trace)).toBe(
    'The stacks of production cannot be synthesized: no zone in network. ' +
      'Run npx cdk synth --context deployment=production to see the whole output.',
  );
});

test.each<[cause: string, printed: string, reason: string, wayOut: string]>([
  [
    'a package is missing',
    "Error: Cannot find module 'cdk-nag'\n",
    "Cannot find module 'cdk-nag'",
    'Run npm ci',
  ],
  [
    'the disk is full',
    'Error: ENOSPC: no space left on device, write\n',
    'no space left',
    'Free space on the disk',
  ],
  [
    'another command uses the folder',
    'Another CLI (PID=12) is currently synthing to cdk.out.\n',
    'Another CLI (PID=12)',
    'Wait until the other command has ended',
  ],
  ['cdk prints no error', '[Warning at /data] old\nnothing to do\n', 'nothing to do', 'Run npx cdk synth'],
  ['cdk prints nothing', '', 'cdk printed nothing', 'Run npx cdk synth'],
])('when %s, it says what to do', (_, printed, reason, wayOut) => {
  expect(failure(printed)).toContain(reason);
  expect(failure(printed)).toContain(wayOut);
});

test('a synthesis that the system ended names the signal', () => {
  expect(failure('', 'SIGKILL')).toMatch(
    /SIGKILL ended cdk, as the system does when it runs out of memory\./,
  );
});
