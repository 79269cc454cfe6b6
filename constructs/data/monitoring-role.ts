import { Aws, Validations, aws_iam as iam } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

const managedPolicy = 'service-role/AmazonRDSEnhancedMonitoringRole';

/** RDS writes the metrics of the operating system to the log group RDSOSMetrics with it. */
export class MonitoringRole extends iam.Role {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      // Only for databases of this account.
      // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.Enabling.html
      assumedBy: new iam.ServicePrincipal('monitoring.rds.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
      description: 'RDS writes the metrics of the operating system to their log group',
      managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName(managedPolicy)],
    });
    Validations.of(this).acknowledge({
      id: `AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${managedPolicy}]`,
      reason:
        'RDS requires this policy for Enhanced Monitoring. It allows writing to log groups whose names begin with RDS, and nothing else. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.Enabling.html',
    });
  }
}
