import type { TemplateResource } from '../../plan/assembly';
import type { AssemblyChange } from '../changes';
import type { Risk } from '../risk';

/** Types whose name must be unique in the account and region, or in their parent, and the path to the name. */
const nameOf: Readonly<Record<string, readonly string[]>> = {
  'AWS::Chatbot::SlackChannelConfiguration': ['ConfigurationName'],
  'AWS::CloudFront::Function': ['Name'],
  'AWS::CloudFront::OriginAccessControl': ['OriginAccessControlConfig', 'Name'],
  'AWS::CloudFront::ResponseHeadersPolicy': ['ResponseHeadersPolicyConfig', 'Name'],
  'AWS::CloudFront::VpcOrigin': ['VpcOriginEndpointConfig', 'Name'],
  'AWS::CloudWatch::Alarm': ['AlarmName'],
  'AWS::CloudWatch::CompositeAlarm': ['AlarmName'],
  'AWS::ElasticLoadBalancingV2::LoadBalancer': ['Name'],
  'AWS::ElasticLoadBalancingV2::TargetGroup': ['Name'],
  'AWS::IAM::Role': ['RoleName'],
  'AWS::Logs::DeliveryDestination': ['Name'],
  'AWS::Logs::DeliverySource': ['Name'],
  'AWS::Logs::LogGroup': ['LogGroupName'],
  'AWS::S3::Bucket': ['BucketName'],
  'AWS::Scheduler::Schedule': ['Name'],
  'AWS::SecretsManager::Secret': ['Name'],
  'AWS::Synthetics::Canary': ['Name'],
  'AWS::WAFv2::WebACL': ['Name'],
};

/**
 * CloudFormation creates before it deletes. So a new resource cannot have the name of a resource that the
 * same update replaces or removes.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-resource-name.html
 */
export function* nameTaken({ stacks }: AssemblyChange): Iterable<Risk> {
  for (const { id, resources, after } of stacks) {
    const taken = new Map<string, string>();
    for (const { logicalId, fate, before } of resources.values()) {
      const name = nameIn(before);
      if (name !== undefined && (fate === 'replaced' || fate === 'removed')) taken.set(name, logicalId);
    }
    for (const [logicalId, resource] of Object.entries(after.Resources)) {
      const fate = resources.get(logicalId)?.fate;
      const holder = taken.get(nameIn(resource) ?? '');
      if (holder === undefined || (fate !== undefined && fate !== 'replaced')) continue;
      yield {
        kind: 'name-taken',
        stack: id,
        resources: [...new Set([holder, logicalId])],
        message: `${resource.Type} ${logicalId} is created with the name of ${holder}, which is deleted only afterwards. AWS refuses a second resource with this name.`,
      };
    }
  }
}

function nameIn({ Type, Properties }: TemplateResource): string | undefined {
  const name = nameOf[Type]?.reduce<unknown>(
    (part, key) => (typeof part === 'object' && part !== null ? Reflect.get(part, key) : undefined),
    Properties,
  );
  return name === undefined ? undefined : JSON.stringify([Type, name]);
}

/** CloudFormation refuses another function for a custom resource that exists. */
export function* handlerReplaced({ stacks }: AssemblyChange): Iterable<Risk> {
  for (const { id, resources } of stacks)
    for (const { logicalId, type, fate, properties, before } of resources.values()) {
      if (!type.startsWith('Custom::') && type !== 'AWS::CloudFormation::CustomResource') continue;
      const handler = JSON.stringify(before.Properties?.ServiceToken);
      const replaced = [...resources.values()].some(
        (other) => other.fate === 'replaced' && handler.includes(`"${other.logicalId}"`),
      );
      if (fate === 'removed' || (!properties.includes('ServiceToken') && !replaced)) continue;
      yield {
        kind: 'handler-replaced',
        stack: id,
        resources: [logicalId],
        message: `${type} ${logicalId} gets another function. CloudFormation answers "Modifying service token is not allowed".`,
      };
    }
}
