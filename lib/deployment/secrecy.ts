import { isVariableName } from './schema/swapped-map';

const words = 'PASS|PASSWORD|PASSWD|PASSPHRASE|PWD|SECRET|SECRET_KEY_BASE|TOKEN|KEY|APIKEY|CREDENTIALS?|DSN';
/** `MAIL_PASSWORD`, `TOKEN` */
const variable = new RegExp(`(^|_)(${words})$`, 'i');
/** `mailPassword` */
const camelCase = /[a-z](Pass|Password|Secret|Token|Key|Credentials?|Dsn)$/;
const publicName = /PUBLIC|PUBLISHABLE|(PRIMARY|SORT|PARTITION|CACHE|IDEMPOTENCY)_?KEY$/i;

/** Whether a variable or field of this name usually holds a secret. */
export function namesSecret(name: string): boolean {
  return (variable.test(name) || camelCase.test(name)) && !publicName.test(name);
}

/** Forms that are a secret under any name: a password in an address, an AWS access key, a private key. */
const credentials = [
  /^[a-z][a-z0-9+.-]*:\/\/[^/\s:@]*:[^/\s@]+@/i,
  /\b(AKIA|ASIA)[A-Z0-9]{16}\b/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
];

/** Whether a value is a secret whatever it is called. */
export function carriesCredentials(value: string): boolean {
  return credentials.some((form) => form.test(value));
}

/** Switches, modes, short numbers, paths, ARNs and web addresses without a login. */
const harmless = [
  /^(|true|false|on|off|yes|no|none|null|auto|default|enabled|disabled|required|optional)$/i,
  /^\d{1,5}$/,
  /^\/\S*$/,
  /^arn:\S+$/,
  /^https?:\/\/[^@?\s]+$/i,
];

/**
 * Whether a value is certainly no secret, whatever its variable is called. The name of another variable,
 * such as `WEBDB_SECRET`, is one of these forms.
 */
export function isHarmless(value: string): boolean {
  return harmless.some((form) => form.test(value)) || (value.includes('_') && isVariableName(value));
}

/** Terms of AWS alone, under any prefix and without one: `AWS_ACCESS_KEY_ID`, `aws-secret-key`, `AWSSecretKey`. */
const ofAws =
  /AWS(ACCESSKEY(ID)?|KEY(ID)?|SECRETACCESSKEY|SECRETKEY|SECRET|SESSIONTOKEN|SECURITYTOKEN|CREDENTIALS?)$/;
/** The same terms behind the name of an AWS service: `S3_ACCESS_KEY_ID`, `SES_SECRET_KEY`. */
const ofService =
  /(^|_)(AMAZON|S3|SES|SNS|SQS|DYNAMODB|BEDROCK|CLOUDWATCH|EC2|ECR|KINESIS|ROUTE53)_(\w+_)?(ACCESS_KEY|ACCESS_KEY_ID|KEY_ID|SECRET_ACCESS_KEY|SECRET_KEY|SESSION_TOKEN|SECURITY_TOKEN)$/;
/** Without a prefix these two belong to AWS. Another provider's keys have a prefix: `R2_ACCESS_KEY_ID`. */
const alone = /^(ACCESS_KEY_ID|SECRET_ACCESS_KEY)$/;

/** Whether a variable of this name holds a static AWS key, in any spelling. */
export function namesStaticAwsKey(name: string): boolean {
  const snake = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/-/g, '_')
    .toUpperCase();
  return ofAws.test(snake.replaceAll('_', '')) || ofService.test(snake) || alone.test(snake);
}
