import { CfnResource } from 'aws-cdk-lib';
import { Dependable, type IConstruct, type IDependable } from 'constructs';

/**
 * The resources of a construct besides its main one: a role's policies, a security group's rules, a
 * cluster's capacity. What refers to the main resource waits for it already; a dependency on the whole
 * construct would state that once more (cfn-lint W3005).
 */
export function attachmentsOf(construct: IConstruct): IDependable {
  const dependable = {};
  Dependable.implement(dependable, new Attachments(construct));
  return dependable;
}

/** CDK reads the roots when it synthesizes, so resources that are added later count as well. */
class Attachments extends Dependable {
  constructor(private readonly construct: IConstruct) {
    super();
  }

  get dependencyRoots(): IConstruct[] {
    const { node } = this.construct;
    return node.findAll().filter((child) => child !== node.defaultChild && CfnResource.isCfnResource(child));
  }
}
