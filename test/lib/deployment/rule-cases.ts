import {
  DeploymentError,
  parseDeployment,
  type DeploymentInput,
  type Problem,
} from '../../../lib/deployment';

/** The smallest file there can be. */
export const smallest = {
  name: 'shop',
  aws: { region: 'eu-west-1' },
  targets: { fargate: {} },
  live: 'fargate',
} satisfies DeploymentInput;

/** What `parseDeployment` reports on an input; nothing when it accepts it. */
export function problemsOf(input: unknown, source?: string): readonly Problem[] {
  try {
    parseDeployment(input, source);
    return [];
  } catch (problem) {
    if (problem instanceof DeploymentError) return problem.problems;
    throw problem;
  }
}

export interface RuleCase {
  /** The rule in words of the product. */
  readonly rule: string;
  /** Fields that replace those of the smallest file. */
  readonly passes: Partial<DeploymentInput>;
  readonly fails: Partial<DeploymentInput>;
  /** Where the failing file is wrong, and nowhere else. */
  readonly at: string;
  /** The whole sentence that says what must hold and why. */
  readonly because: string;
  /** The whole way out. */
  readonly instead: string;
}

/** One test a rule: a file that keeps it has no problem, a file that breaks it has that one. */
export function testRules(concern: string, cases: readonly RuleCase[]): void {
  describe(concern, () => {
    test.each(cases)('$rule', ({ passes, fails, at, because, instead }) => {
      expect(problemsOf({ ...smallest, ...passes })).toEqual([]);
      const problems = problemsOf({ ...smallest, ...fails });
      expect(problems).toEqual([{ path: at, found: expect.any(String), rule: because, instead }]);
    });
  });
}

/** What the report says about fields that replace those of the smallest file: path, rule and way out. */
export function reported(overrides: object): string[][] {
  return problemsOf({ ...smallest, ...overrides }).map(({ path, rule, instead }) => [path, rule, instead]);
}
