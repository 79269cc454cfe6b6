import type { Deployment, TargetName } from '../../lib/deployment';

/** Lines for the emulator; emulator/planned_failures.py lists what there is. */

const services: Readonly<Record<TargetName, string>> = {
  fargate: 'AWS::ECS::Service',
  ec2: 'AWS::ECS::Service',
  express: 'AWS::ECS::ExpressGatewayService',
  apprunner: 'AWS::AppRunner::Service',
};

/** The one-off task whose command has the migration's first word ends with exit code 1. */
export function migrationFails({ container }: Deployment): string[] {
  return [`task ${container.migrateCommand?.[0] ?? 'migrate'}`];
}

/** The update of the service that has the traffic fails, as when new tasks do not become healthy. */
export function serviceUpdateFails({ live }: Deployment): string {
  return `update ${services[live]}`;
}
