import { ownTag } from '../../stacks/names';
import type { Rule } from './rule';

/**
 * A resource has 50 tags at most. This product adds `deployment`, and CDK adds up to three more: the name
 * and two tags of its own at subnets.
 * https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html
 */
const mostTags = 46;

/** CDK gives this tag to parts of the network, and with them to the role of a NAT instance. A file may set it. */
const nameOfCdk = 'Name';

/** IAM ignores case in keys, so it makes no role with both. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html */
const differInMoreThanCase: Rule = function* ({ tags }) {
  const stated = Object.keys(tags);
  const isSame = (key: string) => (other: string) => other.toLowerCase() === key.toLowerCase();
  for (const [index, key] of stated.entries()) {
    const first = stated.findIndex(isSame(key));
    if (first !== index)
      yield {
        path: 'tags',
        rule: `must not have both '${stated[first]}' and '${key}': IAM ignores case in keys, so no role could be made`,
        instead: 'each key in one spelling',
      };
    else if (isSame(key)(ownTag))
      yield {
        path: 'tags',
        rule: `must not have the key '${key}': every resource has the tag ${ownTag} with the deployment's name, and IAM ignores case in keys`,
        instead: `another key, such as '${key}-name'`,
      };
    else if (key !== nameOfCdk && isSame(key)(nameOfCdk))
      yield {
        path: 'tags',
        rule: `must not have the key '${key}': some roles have the tag ${nameOfCdk}, and IAM ignores case in keys`,
        instead: `another key, such as '${key}-of-shop', or ${nameOfCdk} in this spelling`,
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
