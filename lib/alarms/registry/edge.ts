import { edgeRegion } from '../../stacks/names';
import type { AlarmDefinition, Exists, Watched } from '../definition';

const cdn: Exists = ({ edge }) => edge.cdn === true;
const firewall: Exists = ({ edge }) => !('enabled' in edge.waf);

/** So that an outage sends one page. In another region than CloudFront's metrics no composite alarm can name it. */
function inOneRegion({ aws, alarms }: Watched): string | undefined {
  const composite = 'availability-burn';
  return aws.region === edgeRegion && alarms.overrides[composite] === undefined ? composite : undefined;
}

/** CloudFront, its certificate and the firewall. */
export const edgeAlarms = {
  'edge-server-errors': {
    severity: 'page',
    meaning: 'For 15 minutes, CloudFront has answered more requests with a 5xx than alarms.errorPercent.',
    firstLook: 'Compare with the errors of the target: without any, CloudFront cannot reach it.',
    threshold: {
      is: 'above',
      value: ({ alarms }) => alarms.errorPercent,
      unit: 'percent',
      reason: 'The field alarms.errorPercent. Periods with fewer than 50 requests do not count.',
    },
    periodMinutes: 5,
    breaching: 3,
    of: 3,
    missing: { as: 'notBreaching', reason: 'Without requests CloudFront reports nothing.' },
    exists: cdn,
    notifiedBy: inOneRegion,
  },
  'edge-client-errors': {
    severity: 'notice',
    meaning: 'For half an hour, CloudFront has answered more than half of the requests with a 4xx.',
    firstLook: 'Find the addresses that are not found in the access log of CloudFront.',
    threshold: {
      is: 'above',
      value: 50,
      unit: 'percent',
      reason: 'Bots ask for many missing pages; half of all requests is a broken link or an attack.',
    },
    periodMinutes: 15,
    breaching: 2,
    of: 2,
    missing: { as: 'notBreaching', reason: 'Without requests CloudFront reports nothing.' },
    exists: cdn,
  },
  'firewall-surge': {
    severity: 'ticket',
    meaning: 'For 15 minutes, the firewall has blocked more than 1,000 requests in each five minutes.',
    firstLook: 'Find the rule and the addresses in the log of the firewall.',
    threshold: {
      is: 'above',
      value: 1000,
      unit: 'requests',
      reason: 'Scanners alone stay below it. A real attack, or a rule that blocks customers, does not.',
    },
    periodMinutes: 5,
    breaching: 3,
    of: 3,
    missing: { as: 'notBreaching', reason: 'The firewall reports blocked requests only.' },
    exists: firewall,
  },
  'certificate-expiry': {
    severity: 'page',
    meaning: 'A certificate of the shop ends in less than 30 days and has not been renewed.',
    firstLook: 'Check whether the validation record is still in the DNS.',
    threshold: {
      is: 'below',
      value: 30,
      unit: 'days',
      reason: 'Certificate Manager renews 60 days before the end, so 30 days of attempts have failed.',
    },
    periodMinutes: 24 * 60,
    breaching: 1,
    of: 1,
    missing: {
      as: 'notBreaching',
      reason: 'Certificate Manager reports twice a day, and not on the first day.',
    },
    exists: (deployment) => cdn(deployment) && deployment.domain !== undefined,
  },
} as const satisfies Record<string, AlarmDefinition>;
