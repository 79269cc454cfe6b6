import { nearest } from '../../lib/deployment/report/nearest';
import { RehearsalError } from './rehearsal-error';
import type { Phase } from './phases/phase';

/**
 * The phases that `--only` names, in the order of a deployment's life.
 *
 * @param only ids, separated by commas. @default - the phases that run by default
 * @throws RehearsalError when a name is not the id of a phase
 */
export function choosePhases(phases: readonly Phase[], only?: string): Phase[] {
  if (only === undefined) return phases.filter(({ byDefault }) => byDefault);
  const ids = phases.map(({ id }) => id);
  const named = only.split(',').map((id) => id.trim());
  for (const id of named) {
    if (ids.includes(id)) continue;
    const meant = nearest(id, ids);
    throw new RehearsalError(
      `--only ${id}: there is no such phase. ${meant === undefined ? '' : `Did you mean ${meant}? `}There are ${ids.join(', ')}.`,
    );
  }
  return phases.filter(({ id }) => named.includes(id));
}
