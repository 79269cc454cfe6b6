import { plainVariables, secretVariables } from '../../../app-image/contract/environment';
import { plainValues } from '../plain-values';
import { debugMode, settingIsValid } from './debugging';
import { entriesOf, type EntryCheck } from './entries';
import type { Rule } from './rule';
import { literalSecret, staticAwsKey } from './secrets';
import { storeOfAnotherKind } from './stores';
import { isTunable } from './tunable';

const contract: ReadonlySet<string> = new Set([
  ...Object.keys(plainVariables),
  ...Object.keys(secretVariables),
]);

/** Names that ECS, App Runner or the SDK set. */
export const reservedName =
  /^(ECS_|AWS_CONTAINER_|AWS_EXECUTION_ENV$|AWS_DEFAULT_REGION$|AWS_REGION$|AWSAPPRUNNER)/;

const platformName: EntryCheck = ({ name }) =>
  reservedName.test(name)
    ? {
        rule: 'must not be stated: the platform sets it in every container',
        instead: `no ${name} here; the region and the role are there without it`,
      }
    : undefined;

/** ECS refuses a name that is both a variable and a secret. */
const bothKinds: EntryCheck = ({ part, name }, { container }) =>
  part === 'environment' && Object.hasOwn(container.secrets, name)
    ? {
        rule: 'must differ from every name in container.secrets, which has it as well',
        instead: `${name} in container.secrets only`,
      }
    : undefined;

const renamedVariable: EntryCheck = ({ name }, { container: { variables } }) =>
  variables && Object.hasOwn(variables, name)
    ? {
        rule: 'must differ from every name in container.variables, whose values the deployment sets',
        instead: 'another name, or take it out of container.variables',
      }
    : undefined;

const setByTheDeployment: EntryCheck = ({ name }, { container: { variables } }) =>
  !variables && contract.has(name) && !isTunable(name)
    ? {
        rule: 'must not be stated: the deployment sets it from its own fields',
        instead: `no ${name} here; change the field it comes from, or state container.variables without it`,
      }
    : undefined;

/** The first that finds something is reported, so that no two give contradictory advice on one entry. */
const checks: readonly EntryCheck[] = [
  platformName,
  staticAwsKey,
  bothKinds,
  renamedVariable,
  setByTheDeployment,
  storeOfAnotherKind,
  literalSecret,
  debugMode,
  settingIsValid,
];

const eachEntry: Rule = function* (deployment) {
  for (const entry of entriesOf(deployment)) {
    for (const check of checks) {
      const wrong = check(entry, deployment);
      if (!wrong) continue;
      yield { path: entry.path, ...wrong };
      break;
    }
  }
};

/**
 * ECS takes task definitions of 64 KiB at most. The rest is for the contract's variables and the secrets.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html
 */
const mostBytes = 48 * 1024;

const fitsTheTaskDefinition: Rule = function* ({ container: { environment } }) {
  const bytes = Buffer.byteLength(Object.entries(plainValues(environment)).flat().join(''));
  if (bytes <= mostBytes) return;
  yield {
    path: 'container.environment',
    rule: `must have at most ${mostBytes} bytes in names and values, not ${bytes}: ECS takes task definitions of 64 KiB at most`,
    instead: 'large settings in a file of the image or in S3',
  };
};

export const environmentRules: readonly Rule[] = [eachEntry, fitsTheTaskDefinition];
