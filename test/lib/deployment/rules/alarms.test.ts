import { alarmNames } from '../../../../lib/alarms/registry';
import { testRules } from '../rule-cases';

const off = { enabled: false, optOutReason: 'a test of the alarms' } as const;

testRules('alarms', [
  {
    rule: 'an override has the name of an alarm; the nearest is offered',
    passes: { alarms: { overrides: { 'database-cpu': { threshold: 80 } } } },
    fails: { alarms: { overrides: { 'databse-cpu': { threshold: 80 } } } },
    at: 'alarms.overrides.databse-cpu',
    because: 'must have the name of an alarm; docs/alarms.md lists them, and databse-cpu is none',
    instead: 'the name database-cpu',
  },
  {
    rule: 'an override with a name that is near to none is offered all names',
    passes: { alarms: { overrides: { 'shop-down': off } } },
    fails: { alarms: { overrides: { 'coffee-is-cold': off } } },
    at: 'alarms.overrides.coffee-is-cold',
    because: 'must have the name of an alarm; docs/alarms.md lists them, and coffee-is-cold is none',
    instead: `the name of one of them: ${alarmNames.join(', ')}`,
  },
  {
    rule: 'an override is for an alarm that the deployment has',
    passes: { alarms: { overrides: { 'cache-memory': { threshold: 80 } } } },
    fails: {
      cache: 'none',
      container: { sessions: 'database' },
      alarms: { overrides: { 'cache-memory': { threshold: 80 } } },
    },
    at: 'alarms.overrides.cache-memory',
    because:
      'must be an alarm of this deployment; cache-memory watches a part that the deployment does not have',
    instead: 'overrides without cache-memory',
  },
  {
    rule: 'a composite alarm has no threshold',
    passes: { alarms: { overrides: { 'latency-burn': off } } },
    fails: { alarms: { overrides: { 'latency-burn': { threshold: 5 } } } },
    at: 'alarms.overrides.latency-burn.threshold',
    because: 'must not be stated: latency-burn combines other alarms and has no threshold of its own',
    instead: 'the threshold of one of the alarms that it combines, or { enabled: false, optOutReason }',
  },
  {
    rule: 'a threshold in percent is at most 100',
    passes: {
      alarms: { overrides: { 'service-cpu': { threshold: 100 }, 'latency-p95': { threshold: 400 } } },
    },
    fails: { alarms: { overrides: { 'service-cpu': { threshold: 100.5 } } } },
    at: 'alarms.overrides.service-cpu.threshold',
    because: 'must be at most 100, as the unit of the alarm is percent',
    instead: 'a number from 0 to 100',
  },
]);
