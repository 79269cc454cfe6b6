import { join } from 'node:path';
import { contextOf, DeploymentError, repository } from '../../../../lib/deployment';
import { locate } from '../../../../lib/deployment/file/locate';

const inDeployments = (file: string) => join(repository, 'deployments', file);

let cwd: jest.SpyInstance<string, []>;
const initial = process.env.INIT_CWD;
beforeEach(() => {
  cwd = jest.spyOn(process, 'cwd').mockReturnValue(repository);
  delete process.env.INIT_CWD;
});
afterEach(() => {
  cwd.mockRestore();
  if (initial === undefined) delete process.env.INIT_CWD;
  else process.env.INIT_CWD = initial;
});

test.each([
  'dev',
  'dev.ts',
  'deployments/dev.ts',
  './deployments/dev.ts',
  'deployments/dev',
  inDeployments('dev.ts'),
])('deployments/dev.ts may be written as %s', (written) =>
  expect(locate(written)).toBe(inDeployments('dev.ts')),
);

test('a path is relative to the folder of the caller, which npm leaves in INIT_CWD', () => {
  process.env.INIT_CWD = join(repository, 'deployments');
  expect(locate('./dev.ts')).toBe(inDeployments('dev.ts'));
  expect(() => locate('deployments/dev.ts')).toThrow(DeploymentError);
});

test('INIT_CWD of another npm command does not count outside the repository', () => {
  process.env.INIT_CWD = join(repository, 'docs');
  cwd.mockReturnValue(join(repository, 'deployments'));
  expect(locate('./dev.ts')).toBe(inDeployments('dev.ts'));
});

test.each(['', ' ', 'prodction', 'prodction.ts', 'deployments/prodction.ts'])(
  'what is not there is refused with the names there are: "%s"',
  (written) => {
    expect(() => locate(written)).toThrow(
      /deployments\/ has dev, .*; a path to a \.ts or \.js file works too\.$/,
    );
  },
);

test.each(['prodction', 'prodction.ts', 'deployments/prodction.ts'])(
  '%s is answered with the nearest name',
  (written) => {
    expect(() => locate(written)).toThrow("Did you mean 'production'?");
  },
);

test('the commands that a plan prints name a file so that cdk finds it from the repository', () => {
  expect(contextOf(inDeployments('dev.ts'))).toBe('dev');
  expect(contextOf(join(repository, 'bench', 'mine.ts'))).toBe('./bench/mine.ts');
  expect(contextOf('/elsewhere/mine.ts')).toBe('/elsewhere/mine.ts');
});
