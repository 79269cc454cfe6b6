import { withPool } from './pool';
import { applyRules } from './rules';
import { fields } from './schema';

/**
 * The fields, the rules between them, and the default that depends on other fields. `when` lets the
 * rules run even if a field is wrong, so that one report has every problem: https://zod.dev/api#when
 */
export const deploymentSchema = fields.superRefine(applyRules, { when: () => true }).transform(withPool);
