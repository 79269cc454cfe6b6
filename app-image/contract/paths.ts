/** Port, paths, user and times that every container image must honour. */
export const container = {
  /** TCP port the server listens on, on all interfaces of its network namespace. */
  port: 8080,
  /** Liveness: 200 as long as the process can answer; its dependencies are not checked. */
  healthPath: '/api/health',
  /** Readiness: 200 when the database answers, 503 otherwise; lists every dependency. */
  readyPath: '/api/ready',
  /** Chat streams for minutes and costs money: the edge limits it and does not buffer it. */
  chatPath: '/api/chat',
  /** Files under content-hashed names, safe to cache for a year. */
  assetsPath: '/assets',
  /** Numeric user and group of the process; distroless calls it `nonroot`. */
  user: '65532:65532',
  /** Seconds from SIGTERM until the process has drained and exited. ECS sends SIGKILL after 30 s by default. */
  drainSeconds: 25,
  /** The only directories the process writes to; the root file system is read-only. */
  writablePaths: ['/tmp'],
} as const;

/** Jobs that the image can run instead of the server: `node shop.mjs <job>`. */
export const jobs = ['migrate', 'seed', 'reindex', 'export'] as const;
export type Job = (typeof jobs)[number];

/** Exit code for an environment the server cannot start with (EX_CONFIG of sysexits.h). */
export const exitBadConfiguration = 78;
