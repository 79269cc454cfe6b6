import {
  environmentSchema,
  requiredInProduction,
  secretVariables,
  type Environment,
} from '../../contract/environment';
import { clean } from '../observability/safe-message';

/** The environment cannot be served with; the message lists everything that is wrong with it. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';

  constructor(readonly problems: readonly string[]) {
    const variables = problems.length === 1 ? 'variable is' : 'variables are';
    super(
      [
        `InsightShop cannot start: ${problems.length} environment ${variables} wrong.`,
        ...problems.map((problem) => `  ${problem}`),
        'docs/environment.md describes every variable.',
      ].join('\n'),
    );
  }
}

/** Validates all variables at once. An empty variable counts as one that is not set. */
export function readEnvironment(variables: NodeJS.ProcessEnv): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const result = environmentSchema.safeParse(given);
  const unstated = unstatedInProduction(given);
  if (result.success && unstated.length === 0) return result.data;

  // Zod looks at rules between fields only when every field is well formed. Without the malformed
  // ones it does, so that one start names all problems.
  const issues = result.error?.issues ?? [];
  const malformed = new Set(issues.map(({ path }) => String(path[0])));
  const rest = environmentSchema.safeParse(
    Object.fromEntries(Object.entries(given).filter(([variable]) => !malformed.has(variable))),
  );
  const problems = new Map<string, string>();
  for (const { path, message } of [...unstated, ...issues, ...(rest.error?.issues ?? [])]) {
    const variable = String(path[0]);
    if (!problems.has(variable))
      problems.set(variable, `${variable}${found(variable, given[variable])}: ${message}`);
  }
  throw new ConfigurationError([...problems.values()]);
}

/** Some have a default for laptops, which production must not fall back to unnoticed. */
function unstatedInProduction(given: Record<string, string | undefined>) {
  if (given.NODE_ENV !== 'production') return [];
  return requiredInProduction
    .filter((variable) => given[variable] === undefined)
    .map((variable) => ({ path: [variable], message: 'is required in production' }));
}

/** A secret's value stays out of the log, also when it is wrong, and so does a password in an address. */
function found(variable: string, value: string | undefined): string {
  if (value === undefined) return '';
  return variable in secretVariables ? ' (set)' : ` (${JSON.stringify(clean(value, []))})`;
}
