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
  /** What CloudFront may enter, by its default port. */
  readonly to: ec2.IConnectable;
}

/**
 * Lets CloudFront's interfaces in this VPC enter, and nothing else: neither another host in the VPC
 * nor, as its list of public addresses would, whatever else speaks from those. The security group of
 * those interfaces is made by CloudFront and known to CloudFormation by name only, so it is looked up.
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
        'ec2:DescribeSecurityGroups takes no resource and changes nothing. https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html',
    });

    const found = new CustomResource(this, 'SecurityGroup', {
      resourceType: 'Custom::CloudFrontSecurityGroup',
      serviceToken: finder.functionArn,
      serviceTimeout: Duration.minutes(6),
      // The origin is named so that the search begins when it is there.
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
    to.connections.allowDefaultPortFrom(cloudFront, 'CloudFront');
  }
}
