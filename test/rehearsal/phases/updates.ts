import { changeOfEveryStack, nextVersion, withDomain, withoutDomain } from '../deployment-file';
import { failuresIn } from '../failures';
import { migrationFails, serviceUpdateFails } from '../planned-failures';
import type { Rehearsal } from '../rehearsal';
import { differences, lostStores, replaced } from '../snapshot';
import type { Resource } from '../stacks';
import { describeFailure, mustSucceed, statesOtherThan } from './judge';
import { PhaseFailed, type Phase } from './phase';

const complete = ['CREATE_COMPLETE', 'UPDATE_COMPLETE'];

/** The migration of a new version fails: the old version keeps serving. */
export const migrationFailsLater: Phase = {
  id: 'update-migration-fails',
  title: 'an update fails in its migration and comes back',
  from: 'deployed',
  to: 'deployed',
  byDefault: true,
  notFor: ({ deployment }) =>
    deployment.image === 'bundled' || deployment.container.migrateCommand
      ? undefined
      : 'the image has no migration',
  run: (rehearsal) => failingUpdate(rehearsal, migrationFails(rehearsal.deployment)),
};

/**
 * The new tasks do not start, after the migration. The version that is deployed is an older one, so the
 * handlers get properties of another version, on the way forward and on the way back.
 */
export const updateFails: Phase = {
  id: 'update-fails',
  title: 'an update from an older version fails after its migration and comes back',
  from: 'deployed',
  to: 'deployed',
  byDefault: true,
  run: (rehearsal) =>
    failingUpdate(rehearsal, [serviceUpdateFails(rehearsal.deployment), 'older-version Custom::Migration']),
};

export const update: Phase = {
  id: 'update',
  title: 'an update of every stack succeeds',
  from: 'deployed',
  to: 'deployed',
  byDefault: true,
  run: async (rehearsal) => {
    rehearsal.file.write(changeOfEveryStack(rehearsal.file.stated));
    return succeedingUpdate(rehearsal, 'cdk deploy of a change of every stack');
  },
};

/** A domain is added to a shop that runs already, and is removed in two deployments. */
export const domain: Phase = {
  id: 'domain',
  title: 'a domain is added to the live shop, and taken away',
  from: 'deployed',
  to: 'deployed',
  byDefault: true,
  notFor: ({ deployment }) => (deployment.domain ? 'it has a domain' : undefined),
  run: async (rehearsal) => {
    const added = withDomain(rehearsal.file.stated);
    rehearsal.file.write(added);
    const findings = await succeedingUpdate(rehearsal, 'cdk deploy with a domain');
    rehearsal.file.write(withoutDomain(added));
    findings.push(
      ...(await succeedingUpdate(rehearsal, 'cdk deploy without the domain, which is kept', alarmOfDomain)),
    );
    rehearsal.file.restore();
    findings.push(...(await succeedingUpdate(rehearsal, 'cdk deploy without the kept domain', ofDomain)));
    return findings;
  },
};

/** Without a domain no certificate can end. */
const alarmOfDomain = /Alarmscertificateexpiry/;

/** Parts of the ingress that only a domain needs. */
const ofDomain = /Https\w* \(AWS::(ElasticLoadBalancingV2|CloudFront::VpcOrigin)|SecurityGroup(In|E)gress/;

async function failingUpdate(rehearsal: Rehearsal, failures: readonly string[]): Promise<string[]> {
  const before = rehearsal.deployed;
  rehearsal.file.write(nextVersion(rehearsal.file.stated));
  const { exitCode } = await rehearsal.withFailures(failures, () => rehearsal.deploy());
  if (exitCode === 0) throw new PhaseFailed(['cdk deploy succeeded although it had to fail']);
  const service = `service-${rehearsal.deployment.live}`;
  const states = await rehearsal.stacks.states();
  const status = states.find(({ stack }) => stack === service)?.status;
  const after = await rehearsal.stacks.resources();
  const ofService = (resources: readonly Resource[]) => resources.filter(({ stack }) => stack === service);
  if (status !== 'UPDATE_ROLLBACK_COMPLETE') throw new PhaseFailed(await describeFailure(rehearsal));
  return [
    ...differences(ofService(before), ofService(after)).map((line) => `after the rollback ${line}`),
    ...lostStores(before, after),
  ];
}

async function succeedingUpdate(rehearsal: Rehearsal, what: string, mayReplace?: RegExp): Promise<string[]> {
  const before = rehearsal.deployed;
  const began = new Date();
  await mustSucceed(rehearsal, what, rehearsal.deploy());
  const after = await rehearsal.stacks.resources();
  rehearsal.deployed = after;
  return [
    ...(await statesOtherThan(rehearsal, complete)),
    ...(await failedDeletions(rehearsal, began)),
    ...replaced(before, after).filter((line) => !mayReplace?.test(line)),
    ...lostStores(before, after),
  ].filter((line, index, lines) => lines.indexOf(line) === index);
}

/** An update that cannot delete what it no longer has succeeds, and leaves it outside of all stacks. */
async function failedDeletions({ stacks }: Rehearsal, since: Date): Promise<string[]> {
  const findings: string[] = [];
  for (const state of await stacks.states())
    findings.push(
      ...failuresIn(await stacks.events(state, since)).map((failure) => `${state.stack}: ${failure}`),
    );
  return findings;
}
