import { Fn, type aws_apprunner as apprunner } from 'aws-cdk-lib';

/** App Runner makes the name; it stands in the ARN, `…:service/NAME/ID`. */
export function serviceName(service: apprunner.CfnService): string {
  return Fn.select(1, Fn.split('/', service.attrServiceArn));
}
