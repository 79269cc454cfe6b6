import {
  aws_cloudfront as cloudfront,
  aws_ec2 as ec2,
  aws_iam as iam,
  CustomResource,
  Duration,
  Validations,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { LogSettings } from '../../lib/deployment/schema/logs';
import { Handler } from '../lambda/handler';

export interface CloudFrontIngressProps {
  readonly logs: LogSettings;
  readonly vpc: ec2.IVpc;
  readonly vpcOrigin: cloudfront.IVpcOrigin;
  /** What CloudFront may connect to, on their default port. */
  readonly to: readonly ec2.IConnectable[];
}

/**
 * Allows connections from CloudFront's network interfaces in this VPC only: from no other host in the
 * VPC and from no public address. CloudFront makes the security group of those interfaces, and no
 * attribute in CloudFormation gives its id, so a function looks it up by name.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html
 */
export class CloudFrontIngress extends Construct {
  constructor(scope: Construct, id: string, props: CloudFrontIngressProps) {
    super(scope, id);
    const { logs, vpc, vpcOrigin, to } = props;
    const finder = new Handler(this, 'Finder', {
      logs,
      name: 'cloudfront-security-group',
      description: 'Finds the security group of CloudFront in the VPC',
      timeout: Duration.minutes(5),
    });
    finder.addToRolePolicy(
      new iam.PolicyStatement({ actions: ['ec2:DescribeSecurityGroups'], resources: ['*'] }),
    );
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason:
        'ec2:DescribeSecurityGroups takes no resource and is read-only. https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html',
    });

    const found = new CustomResource(this, 'SecurityGroup', {
      resourceType: 'Custom::CloudFrontSecurityGroup',
      serviceToken: finder.functionArn,
      serviceTimeout: Duration.minutes(6),
      // VpcOriginId makes the look-up wait until the origin exists.
      properties: { VpcId: vpc.vpcId, VpcOriginId: vpcOrigin.vpcOriginId },
    });
    const cloudFront = ec2.SecurityGroup.fromSecurityGroupId(
      this,
      'CloudFront',
      found.getAttString('GroupId'),
      {
        mutable: false,
      },
    );
    for (const { connections } of to) connections.allowDefaultPortFrom(cloudFront, 'CloudFront');
  }
}
