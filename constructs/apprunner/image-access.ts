import { aws_iam as iam, Validations, type aws_ecr as ecr } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

export interface ImageAccessProps {
  readonly repository: ecr.IRepository;
}

/** Lets App Runner itself pull the image; what runs in the image never has this role. */
export class ImageAccess extends iam.Role {
  constructor(scope: Construct, id: string, props: ImageAccessProps) {
    super(scope, id, {
      assumedBy: new iam.ServicePrincipal('build.apprunner.amazonaws.com'),
      description: 'App Runner pulls the image',
    });
    props.repository.grant(
      this,
      'ecr:BatchCheckLayerAvailability',
      'ecr:BatchGetImage',
      'ecr:DescribeImages',
      'ecr:GetDownloadUrlForLayer',
    );
    this.addToPolicy(new iam.PolicyStatement({ actions: ['ecr:GetAuthorizationToken'], resources: ['*'] }));
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason:
        'ecr:GetAuthorizationToken takes no resource; pulling is limited to the repository of the image.',
    });
  }
}
