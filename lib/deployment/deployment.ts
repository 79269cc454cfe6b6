import { plainValues } from './plain-values';
import { databaseWithPool } from './pool';
import { applyRules } from './rules';
import { fields, type Deployment, type ParsedFields } from './schema';

/**
 * The fields, the rules between them, and the defaults that depend on other fields. `when` lets the
 * rules run even if a field is wrong, so that one report has every problem: https://zod.dev/api#when
 */
export const deploymentSchema = fields.superRefine(applyRules, { when: () => true }).transform(complete);

function complete(parsed: ParsedFields): Deployment {
  return {
    ...parsed,
    container: { ...parsed.container, environment: plainValues(parsed.container.environment) },
    database: databaseWithPool(parsed),
  };
}
