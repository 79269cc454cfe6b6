import {
  CustomResource,
  Duration,
  RemovalPolicy,
  Stack,
  aws_ec2 as ec2,
  aws_iam as iam,
  aws_secretsmanager as secretsmanager,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { DatabaseSettings } from '../../lib/deployment/schema/database';
import type { LogSettings } from '../../lib/deployment/schema/logs';
import { attachmentsOf } from '../attachments';
import { Handler } from '../lambda/handler';
import type { Database } from './database';
import type { StoreKey } from './encryption-key';
import { loginNames } from './login/login';

export interface DatabaseLoginProps {
  /** Days between rotations. Range 1–365. */
  readonly rotationDays: DatabaseSettings['rotationDays'];
  readonly logs: LogSettings;
  readonly vpc: ec2.IVpc;
  readonly key: StoreKey;
  readonly database: Database;
}

/**
 * The application's own login, never the master user's. It alternates between two users: a rotation
 * gives a new password to the user that is not in use, so a task with the previous login stays signed
 * in until the next rotation. One function makes the first login and rotates it.
 */
export class DatabaseLogin extends Construct {
  /** JSON with `engine`, `host`, `port`, `dbname`, `username`, `password` and `url`, complete once the stack is deployed. */
  readonly secret: secretsmanager.ISecret;
  /** Name of the function that makes and rotates it. */
  readonly functionName: string;

  constructor(scope: Construct, id: string, props: DatabaseLoginProps) {
    super(scope, id);
    const { rotationDays, logs, vpc, key, database } = props;
    const [firstName] = loginNames(database.name);
    this.secret = new secretsmanager.Secret(this, 'Secret', {
      description: "The application's login to the database",
      encryptionKey: key.forSecrets,
      // Never change this: CloudFormation would generate a new password, and the database would not know it.
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ username: firstName }),
        generateStringKey: 'password',
        passwordLength: 40,
        excludePunctuation: true,
      },
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    const handler = this.handler({ logs, vpc, database });
    this.functionName = handler.functionName;

    const firstLogin = new CustomResource(this, 'FirstLogin', {
      resourceType: 'Custom::DatabaseLogin',
      serviceToken: handler.functionArn,
      serviceTimeout: Duration.minutes(5),
      // Another address is another database, which needs the login as well.
      properties: { Host: database.host },
    });
    // The way to the database and the right of Secrets Manager to call have to be there first.
    firstLogin.node.addDependency(
      ...database.connections.securityGroups.map(attachmentsOf),
      attachmentsOf(handler),
    );

    const rotation = new secretsmanager.CfnRotationSchedule(this, 'Rotation', {
      secretId: this.secret.secretArn,
      rotationLambdaArn: handler.functionArn,
      rotationRules: { automaticallyAfterDays: rotationDays },
      rotateImmediatelyOnUpdate: false,
    });
    rotation.node.addDependency(firstLogin);
  }

  private handler({ logs, vpc, database }: Pick<DatabaseLoginProps, 'logs' | 'vpc' | 'database'>): Handler {
    const securityGroup = new ec2.SecurityGroup(this, 'SecurityGroup', {
      vpc,
      // A group's description cannot be changed: another one would replace the group.
      description: 'Keeper of the database login',
      allowAllOutbound: false,
    });
    securityGroup.connections.allowToDefaultPort(database, 'Makes and tests logins');
    securityGroup.addEgressRule(
      ec2.Peer.anyIpv4(),
      ec2.Port.tcp(443),
      'Secrets Manager, and S3 for the answer to CloudFormation',
    );
    const handler = new Handler(this, 'Handler', {
      logs,
      name: 'database-login',
      description: "Makes the application's database login and rotates it",
      timeout: Duration.seconds(30),
      network: { vpc, securityGroup },
      environment: {
        LOGIN_SECRET: this.secret.secretArn,
        MASTER_SECRET: database.masterLogin.secretArn,
        DATABASE_HOST: database.host,
        DATABASE_PORT: database.port,
        DATABASE_NAME: database.name,
      },
    });
    database.masterLogin.grantRead(handler);
    handler.addToRolePolicy(
      new iam.PolicyStatement({
        actions: ['DescribeSecret', 'GetSecretValue', 'PutSecretValue', 'UpdateSecretVersionStage'].map(
          (action) => `secretsmanager:${action}`,
        ),
        resources: [this.secret.secretArn],
      }),
    );
    handler.addPermission('SecretsManager', {
      principal: new iam.ServicePrincipal('secretsmanager.amazonaws.com'),
      sourceAccount: Stack.of(this).account,
    });
    return handler;
  }
}
