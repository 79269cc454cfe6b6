import {
  aws_secretsmanager as secretsmanager,
  aws_wafv2 as wafv2,
  Fn,
  SecretValue,
  Stack,
  Validations,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { publishAlways } from '../publish-always';
import { stackValue } from '../stack-value';

export interface CloudFrontOnlyProps {
  /** What it protects: a service of App Runner or a load balancer. */
  readonly resourceArn: string;
}

const header = 'x-from-cloudfront';
const cloudFrontRegion = 'us-east-1';

/**
 * Blocks requests that reach a public address without CloudFront, and so without its firewall:
 * CloudFront adds a password to each request, and a web ACL at the address blocks requests without it.
 * The rules of CloudFront's own firewall cannot be used here: they would count all requests of one
 * CloudFront server as those of one customer. A direct caller could also choose the address it is
 * limited by, because the application trusts one more proxy behind CloudFront.
 *
 * Secrets Manager generates the password, and both sides get it by dynamic reference, so no template
 * contains it. A principal that may read the distribution's configuration can read it there. It
 * protects an entry point, not data. $5 + $1 for the rule + $0.40 for the secret ($0.80 outside us-east-1) = $6.40 a month.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/restrict-access-to-load-balancer.html
 */
export class CloudFrontOnly extends Construct {
  /** What CloudFront adds to each request. */
  readonly originHeaders: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, props: CloudFrontOnlyProps) {
    super(scope, id);
    const { region } = Stack.of(this);
    const password = this.password(region);
    publishAlways(this, password.secretArn);
    this.originHeaders = { [header]: inTemplate(this.forCloudFront(password, region)) };

    const webAcl = new wafv2.CfnWebACL(this, 'WebAcl', {
      scope: 'REGIONAL',
      description: 'Only requests that come through CloudFront',
      defaultAction: { allow: {} },
      rules: [unless(inTemplate(password.secretValue))],
      visibilityConfig: visibility(`${Stack.of(this).stackName}-cloudfront-only`),
    });
    new wafv2.CfnWebACLAssociation(this, 'Association', {
      webAclArn: webAcl.attrArn,
      resourceArn: props.resourceArn,
    });
  }

  private password(region: string): secretsmanager.Secret {
    const password = new secretsmanager.Secret(this, 'Password', {
      description: 'Shows that a request came through CloudFront',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      replicaRegions: region === cloudFrontRegion ? undefined : [{ region: cloudFrontRegion }],
    });
    Validations.of(password).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'Two stacks use the password, so a rotation would block every request until both are updated. It protects an entry point, not data. To change it, replace this resource and deploy both stacks.',
    });
    return password;
  }

  /** CloudFormation reads secrets of a stack's own region only; the ARN of a replica differs in the region alone. */
  private forCloudFront(password: secretsmanager.Secret, region: string): SecretValue {
    if (region === cloudFrontRegion) return password.secretValue;
    const replicaArn = Fn.join(cloudFrontRegion, Fn.split(region, password.secretArn));
    return SecretValue.secretsManager(stackValue(this, 'Replica', replicaArn));
  }
}

/** `{{resolve:…}}`, which CloudFormation replaces when it deploys. */
function inTemplate(secret: SecretValue): string {
  return secret.unsafeUnwrap();
}

function unless(searchString: string): wafv2.CfnWebACL.RuleProperty {
  const name = 'NotThroughCloudFront';
  return {
    name,
    priority: 0,
    statement: {
      notStatement: {
        statement: {
          byteMatchStatement: {
            fieldToMatch: { singleHeader: { Name: header } },
            positionalConstraint: 'EXACTLY',
            searchString,
            textTransformations: [{ priority: 0, type: 'NONE' }],
          },
        },
      },
    },
    action: { block: {} },
    visibilityConfig: visibility(name),
  };
}

function visibility(metricName: string): wafv2.CfnWebACL.VisibilityConfigProperty {
  // Samples would show the password.
  return { metricName, cloudWatchMetricsEnabled: true, sampledRequestsEnabled: false };
}
