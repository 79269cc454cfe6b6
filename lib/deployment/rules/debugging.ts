import { plainVariables } from '../../../app-image/contract/environment';
import { describe } from '../report/describe';
import type { EntryCheck } from './entries';
import { isPlainTunable } from './tunable';

const levelName = /(^|_)LOG(GING)?_?LEVEL$|^RUST_LOG$/i;
const debugLevel = /(^|[=,])(debug|trace|verbose|silly|all|fine|finer|finest)\b/i;

/** Switches such as DEBUG, FLASK_DEBUG, APP_DEBUG; Flask's gives everyone a Python shell. */
const switchName = /(^|_)DEBUG(_MODE)?$/i;
const switchedOff = /^(|0|false|no|off|none)$/i;

/** Variables by which a framework chooses between its modes. */
const modeName =
  /^(NODE|FLASK|RAILS|RACK|APP|SYMFONY|MIX|QUARKUS)_(ENV|PROFILE)$|^(ASPNETCORE|DOTNET)_ENVIRONMENT$/i;
const developmentMode = /^(dev|development|debug|local|test|testing)$/i;

/**
 * Debug mode is off in production, and every deployment runs as production. Debug logs alone are allowed
 * where `schedule` says that a deployment is not production.
 */
export const debugMode: EntryCheck = ({ part, name, value }, { schedule }) => {
  if (part === 'secrets') return undefined;
  if (levelName.test(name) && debugLevel.test(value) && !schedule)
    return {
      rule: 'must be info or less detailed: debug logs show personal data, and they cost $0.50 a GB',
      instead: `${name}: 'info'; a deployment with schedule, which is not production, may write debug logs`,
    };
  if (switchName.test(name) && !switchedOff.test(value))
    return {
      rule: 'must be off: debug mode shows source code and settings to everyone who causes an error',
      instead: `no ${name}, or ${name}: 'false'`,
    };
  if (modeName.test(name) && developmentMode.test(value))
    return {
      rule: 'must be production: other modes switch debugging on and caches off',
      instead: `${name}: 'production'`,
    };
  return undefined;
};

/** Otherwise the server of the bundled image refuses the value when it starts. */
export const settingIsValid: EntryCheck = ({ part, name, value }, { container: { variables } }) => {
  if (variables || part === 'secrets' || !isPlainTunable(name)) return undefined;
  const checked = plainVariables[name].safeParse(value);
  if (checked.success) return undefined;
  const [issue] = checked.error.issues;
  const rule =
    issue?.code === 'custom'
      ? `must hold: ${issue.message}`
      : `must be ${describe(plainVariables[name])}, or the server does not start`;
  return { rule, instead: 'a value of that form, or leave it out' };
};
