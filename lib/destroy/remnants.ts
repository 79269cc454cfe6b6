import type { PlannedStack, TemplateResource } from '../plan/assembly';
import { at, isRecord, listOf } from '../summary/resource';
import { remnantKinds, type Remnant, type RemnantKind } from './remnant';

/** One resource of a stack, and what CloudFormation does with it when the stack is deleted. */
interface Leaving {
  readonly resource: TemplateResource;
  readonly policy: string;
  readonly stack: PlannedStack;
}

type Found = Pick<Remnant, 'kind' | 'mostGB' | 'until'>;
type Rule = (leaving: Leaving) => Found | undefined;

/** What a deletion of the stacks leaves in the account, as their templates say, by kind. */
export function remnantsOf(stacks: readonly PlannedStack[]): Remnant[] {
  const found = stacks.flatMap(remnantsIn);
  return remnantKinds.flatMap((kind) => found.filter((remnant) => remnant.kind === kind));
}

function remnantsIn(stack: PlannedStack): Remnant[] {
  return Object.entries(stack.template.Resources).flatMap(([logicalId, resource]) => {
    const leaving = { resource, stack, policy: policyOf(resource) };
    return rules.flatMap((rule) => {
      const found = rule(leaving);
      const { id, region } = stack;
      return found
        ? [{ ...found, stack: id, region, name: withoutHash(logicalId), type: resource.Type }]
        : [];
    });
  });
}

/** CDK ends a logical id with eight characters of a hash. */
const withoutHash = (logicalId: string) => logicalId.replace(/[0-9A-F]{8}$/, '');

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html */
function policyOf({ Type, DeletionPolicy }: TemplateResource): string {
  return DeletionPolicy ?? (Type === 'AWS::RDS::DBInstance' ? 'Snapshot' : 'Delete');
}

const isKept = (policy: string) => policy === 'Retain' || policy === 'RetainExceptOnCreate';

const rules: readonly Rule[] = [
  kept,
  databaseSnapshot,
  databaseBackups,
  cacheSnapshot,
  appRunnerLogs,
  insightsLog,
  validationRecord,
];

const keptKinds: Readonly<Record<string, RemnantKind>> = {
  'AWS::EFS::FileSystem': 'file system',
  'AWS::KMS::Key': 'key',
  'AWS::Logs::LogGroup': 'log group',
  'AWS::S3::Bucket': 'bucket',
  'AWS::SecretsManager::Secret': 'secret',
};

function kept({ resource, policy }: Leaving): Found | undefined {
  if (!isKept(policy)) return undefined;
  return { kind: keptKinds[resource.Type] ?? 'other', until: expiryOf(resource) };
}

/** When the content goes by itself. */
function expiryOf({ Type, Properties }: TemplateResource): string | undefined {
  if (Type === 'AWS::Logs::LogGroup') {
    const days = daysIn(Properties, 'RetentionInDays');
    return days && `its lines expire after ${days}`;
  }
  if (Type !== 'AWS::S3::Bucket') return undefined;
  const days = listOf(at(Properties, 'LifecycleConfiguration.Rules'))
    .filter((rule) => isRecord(rule) && rule.Status === 'Enabled' && !rule.Prefix && !rule.Filter)
    .map((rule) => daysIn(rule, 'ExpirationInDays'))
    .find((found) => found !== undefined);
  return days && `its objects expire after ${days}`;
}

/** A template has numbers; the properties of custom resources may be text. */
function daysIn(value: unknown, path: string): string | undefined {
  const days = at(value, path);
  return typeof days === 'number' || typeof days === 'string' ? `${days} days` : undefined;
}

function databaseSnapshot({ resource: { Type, Properties }, policy }: Leaving): Found | undefined {
  if (Type !== 'AWS::RDS::DBInstance' || policy !== 'Snapshot') return undefined;
  return { kind: 'final snapshot of the database', mostGB: mostStorage(Properties) };
}

/** RDS adds storage by itself, and the templates state up to where. */
function mostStorage(properties: unknown): number | undefined {
  const gigabytes = Number(at(properties, 'MaxAllocatedStorage') ?? at(properties, 'AllocatedStorage'));
  return Number.isFinite(gigabytes) ? gigabytes : undefined;
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.Retaining.html */
function databaseBackups({ resource: { Type, Properties }, policy }: Leaving): Found | undefined {
  if (Type !== 'AWS::RDS::DBInstance' || isKept(policy)) return undefined;
  if (at(Properties, 'DeleteAutomatedBackups') !== false) return undefined;
  const days = daysIn(Properties, 'BackupRetentionPeriod') ?? '1 day';
  return { kind: 'automated backups of the database', until: `the last one expires after ${days}` };
}

function cacheSnapshot({ resource: { Type }, policy }: Leaving): Found | undefined {
  if (Type !== 'AWS::ElastiCache::ReplicationGroup' || policy !== 'Snapshot') return undefined;
  return { kind: 'final snapshot of the cache' };
}

/** App Runner makes its log groups itself; constructs/apprunner/log-retention.ts limits them. */
function appRunnerLogs({ resource: { Type }, stack }: Leaving): Found | undefined {
  if (Type !== 'AWS::AppRunner::Service') return undefined;
  const limit = Object.values(stack.template.Resources).find(
    (other) => other.Type === 'Custom::LogRetention',
  );
  const days = daysIn(limit?.Properties, 'RetentionDays');
  return { kind: 'log groups of App Runner', until: days && `their lines expire after ${days}` };
}

/** ECS makes the group, and no template has it. */
function insightsLog({ resource: { Type, Properties } }: Leaving): Found | undefined {
  if (Type !== 'AWS::ECS::Cluster') return undefined;
  const isOn = listOf(at(Properties, 'ClusterSettings')).some(
    (setting) => at(setting, 'Name') === 'containerInsights' && at(setting, 'Value') !== 'disabled',
  );
  return isOn ? { kind: 'log group of Container Insights' } : undefined;
}

/** CloudFormation makes the record for a certificate, and does not delete it. */
function validationRecord({ resource: { Type, Properties } }: Leaving): Found | undefined {
  if (Type !== 'AWS::CertificateManager::Certificate') return undefined;
  const zones = listOf(at(Properties, 'DomainValidationOptions')).filter((option) =>
    at(option, 'HostedZoneId'),
  );
  return zones.length > 0 ? { kind: 'DNS record that validates a certificate' } : undefined;
}
