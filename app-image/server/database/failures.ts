import { causes, errorCode } from '../error-code';

/** The SQLSTATE of what a driver threw, also when drizzle wrapped it. */
function sqlState(error: unknown): string | undefined {
  for (const cause of causes(error)) {
    const code = errorCode(cause) ?? '';
    if (/^[0-9A-Z]{5}$/.test(code) && !code.startsWith('E')) return code;
  }
  return undefined;
}

/**
 * Whether a failure says that the database is away, rather than that a statement was wrong: no answer
 * at all, connection exceptions (08), no resources (53), shutdown (57P) or a statement that took too long (57014).
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export function isAway(error: unknown): boolean {
  const state = sqlState(error);
  return state === undefined ? isSilence(error) : /^(08|53|57P|57014)/.test(state);
}

/** Serialization failure and deadlock: PostgreSQL undid the transaction and asks to run it again. */
export function wasUndone(error: unknown): boolean {
  return ['40001', '40P01'].includes(sqlState(error) ?? '');
}

export function isDuplicate(error: unknown): boolean {
  return sqlState(error) === '23505';
}

/** What pg and Node's sockets throw when nobody answers; an error of our own code is none of these. */
function isSilence(error: unknown): boolean {
  return [...causes(error)].some(
    (cause) =>
      /^(ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|ENOTFOUND|EAI_|ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/.test(
        errorCode(cause) ?? '',
      ) ||
      /connection (terminated|timeout|error)|timeout exceeded|query read timeout|not queryable/i.test(
        String(cause.message),
      ),
  );
}
