import type { AlarmDefinition, CompositeDefinition } from './definition';
import type { AlarmName } from './registry';

/** The page of the runbook that has a section under the name of each alarm. */
const runbook = 'docs/runbook.md';

/** What e-mail, Slack and the webhook show for an alarm. */
export function describe(name: AlarmName, definition: AlarmDefinition | CompositeDefinition): string {
  const { severity, meaning, firstLook } = definition;
  return `${severity.toUpperCase()}. ${meaning} First look: ${firstLook} Runbook: ${runbook}#${name}`;
}
