import { Client, type ClientConfig, type QueryConfig } from 'pg';
import { currentRequestId } from '../observability/current-request';

/**
 * A connection that adds the id of the request to each statement, as a comment at the end: the server's log,
 * `pg_stat_activity` and the statements of Database Insights lead back to the request. The form is that of
 * sqlcommenter (https://google.github.io/sqlcommenter/spec/). PostgreSQL and pg_stat_statements ignore
 * comments, so statements that differ in the comment only are one statement in the statistics.
 *
 * A statement with a name keeps its text: the server has prepared it under that name for one text, and a
 * changing one would be refused.
 */
export class CommentedClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    const query = this.query.bind(this);
    // All overloads of `query` at once: what follows the statement passes through as it is.
    Object.defineProperty(this, 'query', {
      value: (statement: unknown, ...rest: unknown[]): unknown =>
        Reflect.apply(query, undefined, [withComment(statement, currentRequestId()), ...rest]),
    });
  }
}

/** @param statement - whatever `Client.query` takes: a text, a configuration, or an object that sends itself */
function withComment(statement: unknown, requestId: string | undefined): unknown {
  if (requestId === undefined) return statement;
  if (typeof statement === 'string') return commented(statement, requestId);
  if (!isConfiguration(statement) || statement.name) return statement;
  return { ...statement, text: commented(statement.text, requestId) };
}

function isConfiguration(statement: unknown): statement is QueryConfig {
  return (
    typeof statement === 'object' &&
    statement !== null &&
    !('submit' in statement) &&
    'text' in statement &&
    typeof statement.text === 'string'
  );
}

/** An empty statement is the check of a connection and stays empty. */
function commented(text: string, requestId: string): string {
  return text.trim() === '' ? text : `${text} /*request='${encoded(requestId)}'*/`;
}

/** Nothing that ends a comment or a quoted value is left: `/`, `*`, `'` and `\` are percent-encoded. */
function encoded(value: string): string {
  return encodeURIComponent(value).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}
