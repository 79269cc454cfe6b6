import inspector from 'node:inspector';
import {
  environmentSchema,
  requiredInProduction,
  secretVariables,
  type Environment,
} from '../../contract/environment';
import { clean } from '../observability/safe-message';

/** The server cannot start with this environment; the message lists every problem. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';

  constructor(readonly problems: readonly string[]) {
    const variables = problems.length === 1 ? 'variable is' : 'variables are';
    super(
      [
        `InsightShop cannot start: ${problems.length} environment ${variables} not valid.`,
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
  const unstated = [...unstatedInProduction(given), ...debuggingInProduction(given)];
  if (result.success && unstated.length === 0) return result.data;

  // Zod checks rules between fields only when every field is valid. The second pass leaves out the
  // invalid fields, so that one start reports all problems.
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

/** Some have a default for laptops, which production must not use by accident. */
function unstatedInProduction(given: Record<string, string | undefined>) {
  if (given.NODE_ENV !== 'production') return [];
  return requiredInProduction
    .filter((variable) => given[variable] === undefined)
    .map((variable) => ({ path: [variable], message: 'is required in production' }));
}

/**
 * C3: what makes libraries and Node write requests and their values, or let a debugger in. Libraries read
 * these variables themselves, so they are not part of the contract.
 */
function debuggingInProduction(given: Record<string, string | undefined>) {
  if (given.NODE_ENV !== 'production') return [];
  const debug = ['DEBUG', 'NODE_DEBUG']
    .filter((variable) => given[variable] !== undefined)
    .map((variable) => ({
      path: [variable],
      message: 'must not be set in production: libraries would log requests and their values',
    }));
  const debugger_ = inspector.url()
    ? [{ path: ['NODE_OPTIONS'], message: 'must not start a debugger (--inspect) in production' }]
    : [];
  return [...debug, ...debugger_];
}

/** A secret's value stays out of the log, also when it is wrong, and so does a password in an address. */
function found(variable: string, value: string | undefined): string {
  if (value === undefined) return '';
  return variable in secretVariables ? ' (set)' : ` (${JSON.stringify(clean(value, []))})`;
}
