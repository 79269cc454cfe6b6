/** Where a webhook is, from its secret. No part of it may be in a message: messages are logged. */
export interface WebhookEndpoint {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The secret of the webhook is not usable. Its message has no part of the secret. */
export class WebhookSecretError extends Error {
  // The bundle is minified, and with it the name of the class.
  override readonly name = 'WebhookSecretError';
}

const expected =
  'The secret must be an address that begins with https://, or JSON such as {"url": "https://…", "header": "Authorization", "token": "…"}; header and token are optional.';

/**
 * The endpoint that a secret states: `https://…`, or JSON with `url` and, optionally, `token`, which is sent in
 * `header` (default `Authorization`).
 *
 * @throws {WebhookSecretError} when it states none. Errors of `URL`, `JSON` and `Headers` quote what they were
 *   given, so none of them is passed on.
 */
export function endpointOf(secret: string): WebhookEndpoint {
  const text = secret.trim();
  const { url, header = 'Authorization', token } = text.startsWith('{') ? fieldsOf(text) : { url: text };
  const address = addressOf(url);
  return { url: address, headers: token === undefined ? {} : headersOf(header, token) };
}

interface Fields {
  readonly url: string;
  readonly header?: string;
  readonly token?: string;
}

const known = ['url', 'header', 'token'];

function fieldsOf(text: string): Fields {
  let fields: unknown;
  try {
    fields = JSON.parse(text);
  } catch {
    throw new WebhookSecretError(`The secret of the webhook begins with { and is not JSON. ${expected}`);
  }
  const entries = Object.entries(fields ?? {});
  const { url, header, token } = Object.fromEntries(entries) as Record<string, unknown>;
  const isOptionalText = (value: unknown) => value === undefined || typeof value === 'string';
  if (
    typeof url !== 'string' ||
    !isOptionalText(header) ||
    !isOptionalText(token) ||
    entries.some(([name]) => !known.includes(name))
  )
    throw new WebhookSecretError(
      `The secret of the webhook has other fields than url, header and token as text. ${expected}`,
    );
  return { url, header: textOf(header), token: textOf(token) };
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);

function addressOf(text: string): string {
  if (!URL.canParse(text))
    throw new WebhookSecretError(`The secret of the webhook has no address. ${expected}`);
  const { protocol, username, password, href } = new URL(text);
  if (protocol !== 'https:')
    throw new WebhookSecretError(`The address of the webhook does not begin with https://. ${expected}`);
  if (username || password)
    throw new WebhookSecretError(
      `The address of the webhook has a user name or a password, which cannot be sent. Write it as a token. ${expected}`,
    );
  return href;
}

function headersOf(header: string, token: string): Record<string, string> {
  try {
    return Object.fromEntries(new Headers({ [header]: token }));
  } catch {
    throw new WebhookSecretError(
      `The header or the token of the webhook cannot be sent in HTTP. ${expected}`,
    );
  }
}
