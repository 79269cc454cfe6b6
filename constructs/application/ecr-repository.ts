import { aws_ecr as ecr } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** @param nameOrArn name of a repository in this account and region, or an ARN */
export function ecrRepository(scope: Construct, nameOrArn: string): ecr.IRepository {
  return nameOrArn.startsWith('arn:')
    ? ecr.Repository.fromRepositoryArn(scope, 'Repository', nameOrArn)
    : ecr.Repository.fromRepositoryName(scope, 'Repository', nameOrArn);
}
