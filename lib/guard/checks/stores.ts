import { isStateful } from '../stateful';
import type { AssemblyChange } from '../changes';
import { readResources } from '../readers';
import type { Risk } from '../risk';

/** A resource that holds data is never replaced: its successor starts empty. */
export function* dataReplaced({ stacks }: AssemblyChange): Iterable<Risk> {
  for (const { id, resources } of stacks)
    for (const { logicalId, type, fate, properties } of resources.values()) {
      if (!isStateful(type) || fate !== 'replaced') continue;
      yield {
        kind: 'data-replaced',
        stack: id,
        resources: [logicalId],
        message: `${type} ${logicalId} is replaced because ${properties.join(', ')} changes. Its data does not move to the new one.`,
      };
    }
}

/** An update deploys the stack of a store first, so the store goes while the deployed tasks still use it. */
export function* removedWhileRead(change: AssemblyChange): Iterable<Risk> {
  for (const { producer, output, resource, readers } of readResources(change)) {
    const isStore = isStateful(resource.type);
    if (resource.fate === 'removed') {
      yield {
        kind: isStore ? 'store-in-use' : 'output-in-use',
        stack: producer.id,
        resources: [resource.logicalId],
        readers,
        message: `${resource.type} ${resource.logicalId} is removed while the deployed version of ${readers.join(' and ')} still uses it. If that stack fails to update, it cannot return to its former state either.`,
      };
    } else if (producer.after.Outputs?.[output] === undefined) {
      yield {
        kind: 'output-in-use',
        stack: producer.id,
        resources: [resource.logicalId],
        readers,
        message: `Output ${output} is removed while the deployed version of ${readers.join(' and ')} still reads it. If that stack fails to update, it cannot return to its former state.`,
      };
    } else if (resource.fate === 'replaced' && !isStore && resource.type !== vpcOrigin) {
      yield {
        kind: 'replaced-while-read',
        stack: producer.id,
        resources: [resource.logicalId],
        readers,
        message: `${resource.type} ${resource.logicalId} is replaced because ${resource.properties.join(', ')} changes, and the old one is deleted before ${readers.join(' and ')} uses the new one.`,
      };
    }
  }
}

const vpcOrigin = 'AWS::CloudFront::VpcOrigin';

/** Secrets Manager generates another value when the rules for generating it change. */
export function* secretRegenerated({ stacks }: AssemblyChange): Iterable<Risk> {
  for (const { id, resources } of stacks)
    for (const { logicalId, type, fate, properties } of resources.values()) {
      if (type !== 'AWS::SecretsManager::Secret' || fate !== 'updated') continue;
      if (!properties.includes('GenerateSecretString')) continue;
      yield {
        kind: 'secret-regenerated',
        stack: id,
        resources: [logicalId],
        message: `Secret ${logicalId} gets another value, because the rule that generates it changes. What was signed or encrypted with the old value becomes invalid.`,
      };
    }
}
