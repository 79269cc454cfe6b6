import { ownTag } from '../../stacks/names';
import type { Rule } from './rule';

/**
 * A resource has 50 tags at most. This product adds `deployment`, and CDK adds up to three more: the name
 * and two tags of its own at subnets.
 * https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html
 */
const mostTags = 46;

/** IAM takes keys without regard to case. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html */
const differInMoreThanCase: Rule = function* ({ tags }) {
  const keys = [ownTag, ...Object.keys(tags)];
  for (const [index, key] of keys.entries()) {
    const first = keys.findIndex((earlier) => earlier.toLowerCase() === key.toLowerCase());
    if (first === index) continue;
    yield {
      path: 'tags',
      rule:
        first === 0
          ? `must not have the key '${key}': every resource has the tag ${ownTag} with the deployment's name, and IAM ignores case in keys`
          : `must not have both '${keys[first]}' and '${key}': IAM ignores case in keys, so no role could be made`,
      instead: first === 0 ? `another key, such as '${key}-name'` : 'each key in one spelling',
    };
  }
};

const notTooMany: Rule = function* ({ tags }) {
  const { length } = Object.keys(tags);
  if (length <= mostTags) return;
  yield {
    path: 'tags',
    rule: `must be at most ${mostTags} tags, not ${length}: a resource has 50 at most, and this product and CDK add up to 4`,
    instead: `${mostTags} tags or fewer`,
  };
};

export const tagRules: readonly Rule[] = [differInMoreThanCase, notTooMany];
