/** What differs from RDS's own defaults; https://www.postgresql.org/docs/current/runtime-config.html explains each. */
export const databaseParameters: Readonly<Record<string, string>> = {
  'rds.force_ssl': '1',
  // Refuses passwords that are stored as MD5.
  'rds.accepted_password_auth_method': 'scram',
  // Statements over a second, in milliseconds, and waits for a lock show in the exported log.
  log_min_duration_statement: '1000',
  log_lock_waits: '1',
  // A transaction left open keeps rows from being cleaned up; milliseconds.
  idle_in_transaction_session_timeout: '60000',
};
