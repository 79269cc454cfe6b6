import { causes, errorCode } from '../error-code';

/** The SQLSTATE of what a driver threw, also when Drizzle wrapped it. */
function sqlState(error: unknown): string | undefined {
  for (const cause of causes(error)) {
    const code = errorCode(cause) ?? '';
    if (/^[0-9A-Z]{5}$/.test(code) && !code.startsWith('E')) return code;
  }
  return undefined;
}

/**
 * Whether a failure means that the database is unavailable, rather than that a statement is wrong: no answer
 * at all, connection exceptions (08), no resources (53), shutdown (57P) or a statement that took too long (57014).
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export function isUnavailable(error: unknown): boolean {
  const state = sqlState(error);
  return state === undefined ? isConnectionFailure(error) : /^(08|53|57P|57014)/.test(state);
}

/** Serialization failure and deadlock: PostgreSQL rolled the transaction back and expects it to be run again. */
export function wasRolledBack(error: unknown): boolean {
  return ['40001', '40P01'].includes(sqlState(error) ?? '');
}

export function isDuplicate(error: unknown): boolean {
  return sqlState(error) === '23505';
}

/** Errors of pg and of Node's sockets for a server that does not answer; errors of our own code do not match. */
function isConnectionFailure(error: unknown): boolean {
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
