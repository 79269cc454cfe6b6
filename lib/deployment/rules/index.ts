import type { z } from 'zod';
import type { ParsedFields } from '../schema';
import { valueAt } from '../report/found';
import { addressRules } from './addresses';
import { aiRules } from './ai';
import { alarmRules } from './alarms';
import { appRunnerRules } from './apprunner';
import { connectionRules } from './connections';
import { databaseRules } from './database';
import { domainRules } from './domain';
import { domainNameRules } from './domain-names';
import { edgeRules } from './edge';
import { environmentRules } from './environment';
import { existingSecretRules } from './existing-secrets';
import { imageRules } from './image';
import { keepRules } from './keep';
import { networkRules } from './network';
import { placementRules } from './placement';
import { readable, Unreadable } from './readable';
import { regionRules } from './regions';
import type { Rule } from './rule';
import { scheduleRules } from './schedule';
import { sessionRules } from './sessions';
import { sizeRules } from './sizes';
import { storeRules } from './stores';
import { tagRules } from './tags';
import { targetRules } from './targets';
import { variableRules } from './variables';
import { vectorRules } from './vectors';
import { writableRules } from './writable';
import { zoneRules } from './zones';

const rules: readonly Rule[] = [
  ...targetRules,
  ...tagRules,
  ...sizeRules,
  ...placementRules,
  ...regionRules,
  ...zoneRules,
  ...connectionRules,
  ...databaseRules,
  ...sessionRules,
  ...vectorRules,
  ...writableRules,
  ...environmentRules,
  ...variableRules,
  ...existingSecretRules,
  ...storeRules,
  ...appRunnerRules,
  ...imageRules,
  ...domainRules,
  ...domainNameRules,
  ...edgeRules,
  ...addressRules,
  ...networkRules,
  ...aiRules,
  ...alarmRules,
  ...scheduleRules,
  ...keepRules,
];

/** Adds the findings of every rule that reads no field which is wrong by itself. */
export function applyRules(deployment: ParsedFields, context: z.core.$RefinementCtx<ParsedFields>): void {
  const broken = new Set(
    context.issues
      .filter(({ code }) => code !== 'unrecognized_keys')
      .map(({ path = [] }) => path.map(String).join('.')),
  );
  if (broken.has('')) return;
  const view = broken.size === 0 ? deployment : readable(deployment, broken);
  for (const rule of rules) apply(rule, view, context);
}

function apply(rule: Rule, deployment: ParsedFields, context: z.core.$RefinementCtx<ParsedFields>): void {
  try {
    for (const { path, rule: message, instead } of rule(deployment))
      context.addIssue({
        code: 'custom',
        path: path.split('.'),
        message,
        params: { instead, found: valueAt(deployment, path.split('.')) },
      });
  } catch (reason) {
    if (!(reason instanceof Unreadable)) throw reason;
  }
}
