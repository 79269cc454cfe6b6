/** Kinds of change that CloudFormation or a service refuses, or that interrupt the shop, although each template is right. */
export type RiskKind =
  | 'another-deployment'
  | 'capacity-before-service'
  | 'certificate-in-use'
  | 'data-replaced'
  | 'edge-kind-changes'
  | 'failover-changes'
  | 'fixed-field'
  | 'handler-replaced'
  | 'health-path-changes'
  | 'ingress-closes'
  | 'listener-in-use'
  | 'name-taken'
  | 'origin-in-use'
  | 'output-in-use'
  | 'replaced-while-read'
  | 'rule-in-rollout'
  | 'secret-regenerated'
  | 'stack-left'
  | 'storage-shrinks'
  | 'store-in-use'
  | 'subnet-in-use'
  | 'target-group-shared'
  | 'traffic-cut'
  | 'version-goes-back';

/** One reason why a change must not go out in one deployment. */
export interface Risk {
  readonly kind: RiskKind;
  /** Construct id of the stack, such as `data`. */
  readonly stack: string;
  /** Logical ids, in order. */
  readonly resources: readonly string[];
  /** What would happen, in one or two sentences. */
  readonly message: string;
  /** Construct ids of the stacks whose deployed version still uses the resource, in the order in which they deploy. @default - none */
  readonly readers?: readonly string[];
}
