import type { PlannedStack } from '../plan/assembly';
import { changesBetween, type AssemblyChange } from './changes';
import { listenerInUse, originInUse, ruleInRollout, targetGroupShared, trafficCut } from './checks/ingress';
import { capacityBeforeService, stackLeft } from './checks/stacks';
import { dataReplaced, removedWhileRead, secretRegenerated } from './checks/stores';
import type { Risk } from './risk';

type Check = (change: AssemblyChange) => Iterable<Risk>;

const checks: readonly Check[] = [
  stackLeft,
  dataReplaced,
  removedWhileRead,
  secretRegenerated,
  originInUse,
  listenerInUse,
  targetGroupShared,
  trafficCut,
  ruleInRollout,
  capacityBeforeService,
];

/** Why the later assembly must not follow the earlier one in a single `cdk deploy --all`; empty when it may. */
export function risksBetween(before: readonly PlannedStack[], after: readonly PlannedStack[]): Risk[] {
  const change = changesBetween(before, after);
  return checks.flatMap((check) => [...check(change)]);
}
