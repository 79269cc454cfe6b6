const words = 'PASS|PASSWORD|PASSWD|PASSPHRASE|PWD|SECRET|SECRET_KEY_BASE|TOKEN|KEY|APIKEY|CREDENTIALS?|DSN';
/** `MAIL_PASSWORD`, `TOKEN` */
const variable = new RegExp(`(^|_)(${words})$`, 'i');
/** `mailPassword` */
const camelCase = /[a-z](Pass|Password|Secret|Token|Key|Credentials?|Dsn)$/;
const publicName = /PUBLIC|PUBLISHABLE|(PRIMARY|SORT|PARTITION|CACHE|IDEMPOTENCY)_?KEY$/i;

/** Whether a variable or field of this name mostly holds a secret. */
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
