import type { Problem } from '../problem';
import { fields } from '../schema';
import { allFields } from './fields';
import { writePath, type Path } from './found';
import { nearest } from './nearest';

/** Names that other tools use for a field, by the path of the unknown key. */
const otherNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'database.version': 'postgres',
    'database.engineVersion': 'postgres',
    'database.majorVersion': 'postgres',
    'database.postgresVersion': 'postgres',
    'database.size': 'instance',
    'database.instanceClass': 'instance',
    'database.instanceType': 'instance',
    'database.storage': 'storageGiB',
    'database.allocatedStorage': 'storageGiB',
    'cache.instance': 'node',
    'cache.nodeType': 'node',
    'cache.replicas': 'multiAz',
    'image.tag': 'digest',
    'image.name': 'repository',
    'image.uri': 'repository',
    'container.env': 'environment',
    'container.envVars': 'environment',
    'container.entrypoint': 'command',
    'container.cmd': 'command',
    'container.containerPort': 'port',
    'container.healthCheckPath': 'healthPath',
    'aws.accountId': 'account',
    'aws.azs': 'zones',
    'aws.availabilityZones': 'zones',
  }),
);

/** Names that mean something else in each place, so that a field elsewhere is no help. */
const generic = new Set([
  ...[
    'version',
    'id',
    'arn',
    'key',
    'name',
    'min',
    'max',
    'enabled',
    'cidr',
    'zones',
    'start',
    'stop',
    'days',
  ],
  ...['instance', 'instances', 'node', 'tasks', 'cpu', 'port', 'user', 'command', 'directory', 'digest'],
]);

/** A key the schema does not have, with the one that was most likely meant. */
export function unknownKey(key: string, parent: Path, known: readonly string[]): Problem {
  const path = [...parent, key];
  const meant = otherNames.get(path.join('.')) ?? nearest(key, known) ?? elsewhere(key, parent);
  return {
    path: writePath(path),
    found: `the key ${writePath([key])}`,
    rule: `must be a field of ${writePath(parent) || 'a deployment'}: ${known.join(', ')}`,
    instead: meant ?? 'one of these, or leave it out',
  };
}

/** The fields of this name in other places: `cdn` is in `edge.cdn`. A part that is kept is stated where it was at first. */
function elsewhere(key: string, parent: Path): string | undefined {
  if (parent.length > 0 && generic.has(key)) return undefined;
  const paths = allFields(fields)
    .map(({ path }) => path)
    .filter((path) => path.endsWith(`.${key}`) && !path.startsWith('keep.'));
  return paths.length === 0 ? undefined : paths.join(' or ');
}
