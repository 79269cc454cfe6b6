import { cardOf, isMissingOnCard, parseProfileId } from '../regions/inference-profiles';
import { needsOptIn, openRegions, regionList } from '../regions/regions';
import { availability, services, servicesRead, whereToLook, type Service } from '../regions/services';
import { isListedZone, isZoneId, mappedByAccount, zoneIdsOf, zoneList, zonesWithout } from '../regions/zones';
import { getsVariable } from './passed-variables';
import type { Deployment } from './schema';
import type { Warning } from './warning';
import { zoneServicesOf } from './zone-services';

type Check = (deployment: Deployment) => Iterable<Warning>;

const notEnabled: Check = function* ({ aws: { region } }) {
  if (needsOptIn(region) !== 'yes') return;
  yield {
    path: 'aws.region',
    message: `An account must enable ${region} before its first deployment there, or every AWS call fails with an invalid token. Check it with: aws account get-region-opt-status --region-name ${region}`,
  };
};

const notOpen: Check = function* ({ aws: { region } }) {
  if (openRegions.includes(region)) return;
  yield {
    path: 'aws.region',
    message: `AWS's list of regions did not have ${region} on ${servicesRead}, so it is unknown which services it has. Look at ${regionList} before you deploy.`,
  };
};

/** Services whose page does not list a region that is open. */
const notListed: Check = function* (deployment) {
  const { region } = deployment.aws;
  if (!openRegions.includes(region)) return;
  for (const [service, path] of usedServices(deployment)) {
    if (availability(service, region) !== 'unknown') continue;
    yield {
      path,
      message: `It is unknown whether ${region} has ${services[service].name}: AWS's page does not list it (${whereToLook(service)}). Look there before you deploy.`,
    };
  }
};

function usedServices({ targets, cache }: Deployment): [Service, path: string][] {
  return [
    ...(targets.fargate ? [['fargate', 'targets.fargate'] satisfies [Service, string]] : []),
    ...(targets.express ? [['express', 'targets.express'] satisfies [Service, string]] : []),
    ...(cache === 'none' ? [] : [['cacheLogs', 'cache'] satisfies [Service, string]]),
    ['vpcOrigins', 'edge.cdn'],
    ['databaseLogs', 'database'],
  ];
}

/** The shop finds products by their words while there are no embeddings. */
const noEmbeddings: Check = function* (deployment) {
  const { region } = deployment.aws;
  if (availability('titan', region) !== 'no' || !getsVariable(deployment, 'EMBEDDINGS')) return;
  yield {
    path: 'vectors',
    message: `${region} has no ${services.titan.name} (${whereToLook('titan')}), so the shop searches by words only, not by meaning. A region such as 'eu-west-1' has it.${deployment.vectors === 'chroma' ? " vectors: 'embedded' saves the Chroma server, which stays empty." : ''}`,
  };
};

const profileIsNotOnTheCard: Check = function* ({ ai }) {
  const { profile, model } = parseProfileId(ai.model);
  if (!isMissingOnCard(profile, model)) return;
  yield {
    path: 'ai.model',
    message: `The card of this model lists no ${profile.prefix}. profile (${cardOf(model)}, read on ${servicesRead}). Look there; without the profile chat answers 503.`,
  };
};

const listed = (region: string) =>
  `aws ec2 describe-availability-zones --region ${region} --query 'AvailabilityZones[].[ZoneId,ZoneName]' --output text`;

/** Which zones a deployment gets is known only where ids are stated. */
const zoneByChance: Check = function* (deployment) {
  const { aws, network } = deployment;
  const { region } = aws;
  const { existingVpc } = network;
  if (existingVpc ? existingVpc.zones.every(isZoneId) : aws.zones !== undefined) return;
  const gaps = zonesWithout(zoneServicesOf(deployment), region);
  const [first] = gaps;
  if (first === undefined) return;
  const lacking = `${first.zone} has no ${gaps.map(({ lacks }) => lacks).join(' and no ')}`;
  const names = mappedByAccount.includes(region)
    ? ` A name such as ${region}a is another zone in each account from before November 2025.`
    : '';
  const others = zoneIdsOf(region).filter((id) => !gaps.some(({ zone }) => zone === id));
  yield existingVpc
    ? {
        path: 'network.existingVpc.zones',
        message: `Zone ${lacking}, and a name does not say which zone it is.${names} List the ids with: ${listed(region)}. State ids here to have them checked.`,
      }
    : {
        path: 'aws.zones',
        message: `CloudFormation takes the first two zones of the account, and zone ${lacking}.${names} State two others by id, such as ['${others.slice(0, 2).join("', '")}'], or by name. List both with: ${listed(region)}`,
      };
};

const zoneNotListed: Check = function* ({ aws, network }) {
  for (const [path, zones] of [
    ['aws.zones', aws.zones ?? []],
    ['network.existingVpc.zones', network.existingVpc?.zones ?? []],
  ] as const) {
    const strange = zones.filter((zone) => zoneIdsOf(aws.region).length > 0 && !isListedZone(zone));
    if (strange.length === 0) continue;
    yield {
      path,
      message: `AWS's list of zones did not have ${strange.join(', ')} on ${servicesRead} (${zoneList}). List those of the account with: ${listed(aws.region)}`,
    };
  }
};

const checks: readonly Check[] = [
  notEnabled,
  notOpen,
  notListed,
  noEmbeddings,
  profileIsNotOnTheCard,
  zoneByChance,
  zoneNotListed,
];

/** What depends on the region or the zones, and is unknown or may surprise. */
export function regionWarnings(deployment: Deployment): Warning[] {
  return checks.flatMap((check) => [...check(deployment)]);
}
