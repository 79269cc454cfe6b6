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
  constructor(scope: Construct, id: string, { deployment, image, logGroups }: SavedQueriesProps) {
    super(scope, id);
    const groups = new Map(
      Object.entries(logGroups).flatMap(([log, name]) =>
        name === undefined ? [] : [[log, logs.LogGroup.fromLogGroupName(this, log, name)]],
      ),
    );
    for (const name of queryNames) {
      const query: Query = queries[name];
      const read = query.logs.flatMap((log) => groups.get(log) ?? []);
      if (read.length === 0 || !isFor(query, image)) continue;
      // eslint-disable-next-line awscdk/no-variable-construct-id -- the name of the query, which lib/alarms/queries.ts holds
      new logs.QueryDefinition(this, name.replaceAll(' ', '-'), {
        queryDefinitionName: savedName(deployment, name),
        logGroups: read,
        queryString: new logs.QueryString(commandsOf(query)),
      });
    }
  }
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
