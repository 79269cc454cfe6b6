import { literal } from '../deployment/report/describe';
import type { PlannedStack } from '../plan/assembly';
import { changesBetween, type AssemblyChange } from './changes';
import { storageShrinks, versionGoesBack } from './checks/database';
import { certificateInUse, edgeKindChanges, ingressCloses } from './checks/edge-switch';
import {
  healthPathChanges,
  listenerInUse,
  originInUse,
  ruleInRollout,
  targetGroupShared,
  trafficCut,
} from './checks/ingress';
import { handlerReplaced, nameTaken } from './checks/names';
import { capacityBeforeService, stackLeft } from './checks/stacks';
import { dataReplaced, removedWhileRead, secretRegenerated } from './checks/stores';
import { failoverChanges, subnetInUse } from './checks/network';
import type { ComparedSettings } from './compared-settings';
import { fixedFieldsThatDiffer } from './keep';
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
  certificateInUse,
  edgeKindChanges,
  ingressCloses,
  healthPathChanges,
  nameTaken,
  handlerReplaced,
  storageShrinks,
  versionGoesBack,
  failoverChanges,
  subnetInUse,
];

/** What is compared: stacks, and the fields of the file where they are recorded. */
export interface Version {
  readonly stacks: readonly PlannedStack[];
  /** @default - not recorded */
  readonly settings?: ComparedSettings;
}

/** Why the later version must not follow the earlier one in a single `cdk deploy --all`; empty when it may. */
export function risksBetween(before: Version, after: Version): Risk[] {
  const fixed = before.settings && after.settings ? fixedFields(before.settings, after.settings) : [];
  // Everything else follows from a field that is fixed.
  if (fixed.length > 0) return fixed;
  const change = changesBetween(before.stacks, after.stacks);
  return checks.flatMap((check) => [...check(change)]);
}

function fixedFields(before: ComparedSettings, after: ComparedSettings): Risk[] {
  const inWords = (value: unknown) => (value === undefined ? 'not stated' : literal(value));
  return fixedFieldsThatDiffer(before, after).map((fixed) => ({
    kind: 'fixed-field',
    stack: 'network',
    resources: [],
    message: `${fixed.field} changes from ${inWords(fixed.before)} to ${inWords(fixed.after)}. A deployment has it for its whole life. Another value needs another deployment, under another name.`,
  }));
}
