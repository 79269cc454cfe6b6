import { aws_logs as logs } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { queries, queryNames, savedName, type Query, type QueryLog } from '../../lib/alarms/queries';
import type { ImageSource } from '../../lib/deployment/schema/image';

export interface SavedQueriesProps {
  /** Name of the deployment. */
  readonly deployment: string;
  readonly image: ImageSource;
  /** Names of the log groups of this region. A query whose logs are all absent is left out. */
  readonly logGroups: Readonly<Partial<Record<QueryLog, string>>>;
}

/**
 * Queries of CloudWatch Logs Insights for docs/runbook.md, in the console under "Saved queries". Saved queries are
 * free; a query costs $0.005 for each GB that it reads (us-east-1, https://aws.amazon.com/cloudwatch/pricing/).
 */
export class SavedQueries extends Construct {
  constructor(scope: Construct, id: string, props: SavedQueriesProps) {
    super(scope, id);
    const { deployment, image, logGroups } = props;
    const groups = logGroupsNamed(this, logGroups);
    for (const name of queryNames) {
      const query: Query = queries[name];
      const read = query.logs.flatMap((log) => groups.get(log) ?? []);
      if (read.length === 0 || !isFor(query, image)) continue;
      new logs.QueryDefinition(this, name.replaceAll(' ', '-'), {
        queryDefinitionName: savedName(deployment, name),
        logGroups: read,
        queryString: new logs.QueryString(commandsOf(query)),
      });
    }
  }
}

function logGroupsNamed(
  scope: Construct,
  named: SavedQueriesProps['logGroups'],
): ReadonlyMap<string, logs.ILogGroup> {
  const groups = new Map<string, logs.ILogGroup>();
  for (const [log, name] of Object.entries<string | undefined>(named))
    if (name !== undefined) groups.set(log, logs.LogGroup.fromLogGroupName(scope, log, name));
  return groups;
}

function isFor({ image: wanted }: Query, image: ImageSource): boolean {
  return wanted === undefined || (wanted === 'bundled') === (image === 'bundled');
}

function commandsOf(query: Query): logs.QueryStringProps {
  const { fields, parseStatements, filterStatements, statsStatements, sort, limit } = query;
  return {
    fields: fields && [...fields],
    parseStatements: parseStatements && [...parseStatements],
    filterStatements: filterStatements && [...filterStatements],
    statsStatements: statsStatements && [...statsStatements],
    sort,
    limit,
  };
}
