import type { Variable } from '../../../app-image/contract/environment';
import type { ParsedFields } from '../schema';
import { reservedName } from './environment';
import { readableEntries } from './readable';
import type { Rule } from './rule';

type Lack = (deployment: ParsedFields) => string | false;

const noCache: Lack = ({ cache }) => cache === 'none' && "cache is 'none'";
const noDomain: Lack = ({ domain }) => domain === undefined && 'domain is not stated';
const tunable: Lack = () => "no field sets it, and the image's own default is used";

/** The contract's variables that a deployment may have no value for, and when. */
const lacks: Partial<Record<Variable, Lack>> = {
  CACHE_URL: noCache,
  CACHE_AUTH_TOKEN: noCache,
  CHROMA_URL: ({ vectors }) => vectors === 'embedded' && "vectors are 'embedded'",
  AI_GUARDRAIL: ({ ai }) => ai.guardrail === undefined && 'ai.guardrail is not stated',
  PUBLIC_URL: noDomain,
  CORS_ORIGINS: noDomain,
  FEATURE_FLAGS: ({ flags }) => Object.keys(flags).length === 0 && 'flags is empty',
  HOST: tunable,
  LOG_LEVEL: tunable,
  LOG_FILE: tunable,
  DATABASE_TLS: tunable,
  DATA_DIRECTORY: tunable,
  AWS_ENDPOINT_URL: tunable,
  RATE_LIMIT_PER_DAY: tunable,
  RATE_LIMIT_PER_HOUR: tunable,
  RATE_LIMIT_CHAT_PER_MINUTE: tunable,
  RATE_LIMIT_READS_PER_MINUTE: tunable,
  RATE_LIMIT_SEARCHES_PER_MINUTE: tunable,
  RATE_LIMIT_CART_PER_HOUR: tunable,
  RATE_LIMIT_ADDRESS_PER_HOUR: tunable,
  METRICS: tunable,
  ERROR_TRACKER_DSN: tunable,
};

/** An image that needs a variable without a value would fail at its first start. */
const everyVariableHasAValue: Rule = function* (deployment) {
  for (const [name, variable] of readableEntries(deployment.container.variables ?? {})) {
    const reason = lacks[variable]?.(deployment);
    if (!reason) continue;
    yield {
      path: `container.variables.${name}`,
      rule: `must name a variable that has a value in this deployment; ${variable} has none, as ${reason}`,
      instead: `no ${name} here; if the image needs it, state it in container.environment or container.secrets`,
    };
  }
};

/** The platform sets these names in every container; AWS_REGION of the contract has the value that it sets. */
const namesOfTheImage: Rule = function* ({ container }) {
  for (const [name, variable] of readableEntries(container.variables ?? {})) {
    if (!reservedName.test(name) || name === variable) continue;
    yield {
      path: `container.variables.${name}`,
      rule: 'must have a name that the platform does not set: names with ECS_, AWS_CONTAINER_ and the like are its own',
      instead: 'the name that the image reads, or no such line',
    };
  }
};

export const variableRules: readonly Rule[] = [everyVariableHasAValue, namesOfTheImage];
