import { sustained, type AlarmDefinition, type Exists } from '../definition';

const chroma: Exists = ({ vectors }) => vectors === 'chroma';

/** Chroma and its files. */
export const vectorAlarms = {
  'vector-files-throughput': {
    severity: 'ticket',
    meaning: 'For 15 minutes, the file system of Chroma has moved more than 80 % of the throughput it may.',
    firstLook: 'Check whether an index is rebuilt; searches are slow until it is complete.',
    threshold: { is: 'above', value: 80, unit: 'percent', reason: 'Above it EFS delays requests.' },
    ...sustained,
    // The newest period is not complete yet, and so below the others.
    of: 4,
    exists: chroma,
  },
  'chroma-down': {
    severity: 'ticket',
    meaning: 'Chroma has not run for five minutes, so the shop searches by words and not by meaning.',
    firstLook: 'Read the events of the service of Chroma, and why its last task stopped.',
    threshold: {
      is: 'below',
      value: 1,
      unit: 'tasks',
      reason: 'A restart takes half a minute. The search by words works meanwhile.',
    },
    periodMinutes: 1,
    breaching: 5,
    of: 5,
    missing: { as: 'breaching', reason: 'A running server reports its CPU every minute.' },
    exists: chroma,
  },
  'chroma-writers': {
    severity: 'page',
    meaning: 'More than one Chroma server runs for three minutes on the same files, which corrupts them.',
    firstLook: 'List the tasks of Chroma, and stop the newer one at once.',
    threshold: {
      is: 'above',
      value: 1,
      unit: 'tasks',
      reason: 'Two servers on one path corrupt it silently. A replacement may show twice in one minute.',
    },
    periodMinutes: 1,
    breaching: 3,
    of: 3,
    missing: { as: 'notBreaching', reason: 'Without data no server runs; chroma-down is on then.' },
    exists: chroma,
  },
} as const satisfies Record<string, AlarmDefinition>;
