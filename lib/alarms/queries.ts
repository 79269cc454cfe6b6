/** Log that a query reads: one log group, or none when the deployment has no such part. */
export type QueryLog = 'application' | 'jobs' | 'events' | 'database' | 'access' | 'firewall';

/** A query of CloudWatch Logs Insights. Its commands run in the order of the fields. */
export interface Query {
  /** What it shows, for a reader who chooses a query. */
  readonly shows: string;
  /** Queries all of them that the deployment has; without any, it has no such query. */
  readonly logs: readonly QueryLog[];
  /** Only for the bundled image or for another one. @default - for every image */
  readonly image?: 'bundled' | 'other';
  readonly fields?: readonly string[];
  readonly parseStatements?: readonly string[];
  readonly filterStatements?: readonly string[];
  readonly statsStatements?: readonly string[];
  readonly sort?: string;
  readonly limit: number;
}

/** What `one request` contains in place of the id: the reader replaces it. */
export const requestIdPlaceholder = 'REQUEST_ID';

const ofRequests = 'msg = "request"';

/**
 * Queries that the stack of the alarms saves, by name. docs/runbook.md refers to them by name. No name is the
 * beginning of another: CloudWatch finds saved queries by the beginning of their name.
 *
 * Where the fields are from: the server's log lines (app-image/server/http/observing.ts, observability/log.ts),
 * the lines of the event record (constructs/alarms/record-event.lambda.ts), the access log
 * (constructs/edge/access-log.ts), and
 * https://docs.aws.amazon.com/waf/latest/developerguide/logging-fields.html for the firewall.
 */
export const queries = {
  'errors by route': {
    shows: 'which routes answer with a 5xx, how often, since when',
    logs: ['application'],
    image: 'bundled',
    filterStatements: [`${ofRequests} and status >= 500`],
    statsStatements: [
      'count(*) as errors, earliest(@timestamp) as firstTime, latest(@timestamp) as lastTime, latest(requestId) as lastRequest by route, status',
    ],
    sort: 'errors desc',
    limit: 20,
  },
  'failures by message': {
    shows: 'what the server and its jobs report as a warning or an error, the most frequent first',
    logs: ['application', 'jobs'],
    image: 'bundled',
    filterStatements: ['level in ["warn", "error", "fatal"]'],
    statsStatements: [
      'count(*) as lines, latest(@timestamp) as lastTime, latest(requestId) as lastRequest by level, msg, err.type, err.message, err.code',
    ],
    sort: 'lines desc',
    limit: 20,
  },
  'lines with errors': {
    shows: 'lines of the image that contain a word for an error',
    logs: ['application', 'jobs'],
    image: 'other',
    fields: ['@timestamp', '@message'],
    filterStatements: ['@message like /(?i)(error|exception|traceback|fatal)/'],
    sort: '@timestamp desc',
    limit: 50,
  },
  'slowest routes': {
    shows: 'p95 and longest time of each route, in milliseconds',
    logs: ['application'],
    image: 'bundled',
    filterStatements: [ofRequests],
    statsStatements: [
      'count(*) as requests, pct(milliseconds, 95) as p95, max(milliseconds) as longest by route',
    ],
    sort: 'p95 desc',
    limit: 20,
  },
  'one request': {
    shows: `every log line and slow statement of one request; replace ${requestIdPlaceholder} by its id`,
    logs: ['application', 'database'],
    image: 'bundled',
    fields: ['@timestamp', 'level', 'msg', 'route', 'status', 'milliseconds', 'err.message', '@message'],
    filterStatements: [`@message like "${requestIdPlaceholder}"`],
    sort: '@timestamp asc',
    limit: 100,
  },
  'chat errors': {
    shows: 'why answers of the chat fail',
    logs: ['application'],
    image: 'bundled',
    filterStatements: ['err.type in ["AssistantUnavailable", "AnswerBroken"]'],
    statsStatements: [
      'count(*) as answers, latest(@timestamp) as lastTime, latest(requestId) as lastRequest by err.type, err.message, err.cause.type, err.cause.message',
    ],
    sort: 'answers desc',
    limit: 20,
  },
  'tokens by hour': {
    shows: 'tokens that the chat sends and gets in each hour',
    logs: ['application'],
    image: 'bundled',
    filterStatements: ['ispresent(ChatInputTokens)'],
    statsStatements: [
      'sum(ChatInputTokens) as tokensIn, sum(ChatOutputTokens) as tokensOut by bin(1h) as hour',
    ],
    sort: 'hour desc',
    limit: 48,
  },
  'what changed': {
    shows: 'releases, failed tasks and jobs, failovers and backups, the newest first',
    logs: ['events'],
    fields: ['time', 'change', 'reason', 'resource'],
    sort: '@timestamp desc',
    limit: 50,
  },
  'failed jobs': {
    shows: 'releases, migrations, exports and tasks that failed, with the reason',
    logs: ['events'],
    fields: ['time', 'change', 'reason', 'resource'],
    filterStatements: ['change like /Failed$/'],
    sort: '@timestamp desc',
    limit: 50,
  },
  'slow statements': {
    shows: 'SQL that took longer than a second, with the id of its request in the comment at the end',
    logs: ['database'],
    fields: ['@timestamp'],
    parseStatements: [
      '@message /duration: (?<duration>[0-9.]+) ms +(?:parse|bind|execute|statement)[^:]*: (?<statement>.+)/',
    ],
    filterStatements: ['ispresent(statement)'],
    statsStatements: [
      'count(*) as times, max(duration) as longest, latest(@timestamp) as lastTime by statement',
    ],
    sort: 'longest desc',
    limit: 20,
  },
  'database errors': {
    shows: 'errors that PostgreSQL reports, the most frequent first',
    logs: ['database'],
    parseStatements: ['@message /:(?<severity>ERROR|FATAL|PANIC): +(?<problem>.+)/'],
    filterStatements: ['ispresent(problem)'],
    statsStatements: ['count(*) as lines, latest(@timestamp) as lastTime by severity, problem'],
    sort: 'lines desc',
    limit: 20,
  },
  'edge errors': {
    shows: '5xx answers of CloudFront, and whether CloudFront or the target made them',
    logs: ['access'],
    filterStatements: ['`sc-status` >= 500'],
    statsStatements: [
      'count(*) as requests, latest(@timestamp) as lastTime by `sc-status`, `x-edge-detailed-result-type`, `cs-uri-stem`',
    ],
    sort: 'requests desc',
    limit: 25,
  },
  'pages not found': {
    shows: '4xx answers of CloudFront, by address of the page',
    logs: ['access'],
    filterStatements: ['`sc-status` >= 400 and `sc-status` < 500'],
    statsStatements: ['count(*) as requests by `sc-status`, `cs-uri-stem`'],
    sort: 'requests desc',
    limit: 25,
  },
  'busiest clients': {
    shows: 'addresses that send the most requests, and to which page',
    logs: ['access'],
    statsStatements: ['count(*) as requests by `c-ip`, `c-country`, `cs-uri-stem`'],
    sort: 'requests desc',
    limit: 25,
  },
  'blocked by the firewall': {
    shows: 'requests that the firewall blocked, by rule, address and page',
    logs: ['firewall'],
    filterStatements: ['action = "BLOCK"'],
    statsStatements: [
      'count(*) as requests by terminatingRuleId, httpRequest.clientIp, httpRequest.country, httpRequest.uri',
    ],
    sort: 'requests desc',
    limit: 25,
  },
} as const satisfies Record<string, Query>;

export type QueryName = keyof typeof queries;
export const queryNames = Object.keys(queries) as readonly QueryName[];

/** Name of a saved query in CloudWatch, which shows the deployment as a folder. */
export const savedName = (deployment: string, query: QueryName) => `${deployment}/${query}`;
