import type { DeploymentInput } from '../deployment';
import { dataStack, networkStack, operationsStack, serviceStack } from '../stacks/names';
import { capacityForBoth, tasksOf } from './capacity';
import { answers, arrives, requests, runs } from './checks';
import { withDatabase, withMostTasks, withTarget } from './file';
import { titles, withDefaults, type Move, type Phase } from './move';
import { networkFollows } from './network';
import { oneOff, reachesItsStores } from './one-off';
import { deploy, edge, resource, stackName } from './stacks';
import type { Undo } from './step';
import { deployAgain, nothingToUndo, removeAgain } from './undo';

/** Writes a default into the file, so that no later edit changes it for the running tasks. */
export const begin: Phase = (stated, move) => {
  const { start, from, to, source } = move;
  const { overflow } = start.database.pool;
  const isStated = stated.database?.pool?.overflow !== undefined || start.targets[to] !== undefined;
  const pinned = withDatabase(stated, { pool: { ...stated.database?.pool, overflow } });
  return {
    id: 'begin',
    title: `Begin with ${titles[from]} at the commit it was deployed from`,
    why: `A move together with a release has two causes of failure, so ${to} starts with the version that ${from} runs.${isStated ? '' : ' The file now states how many connections a task opens under load. It was a default, which a second target would change.'}`,
    commands: [`npm run plan -- ${source}`],
    checks: [
      {
        what: 'the deployed stacks match the file',
        commands: [`npx cdk diff --fail --context deployment=${source}`],
        expect: 'no differences in any stack',
        matches: '',
      },
      runs(from),
      {
        what: 'the database can be restored to a few minutes ago',
        commands: [
          `aws rds describe-db-instances --db-instance-identifier ${resource(dataStack, 'AWS::RDS::DBInstance')} --query "DBInstances[0].LatestRestorableTime" --output text`,
        ],
        expect: 'a time less than ten minutes ago',
      },
    ],
    dataChanges: [],
    undo: nothingToUndo('Nothing has changed in the account.', stated),
    takes: 'a few minutes',
    customers: 'Nothing.',
    deployment: isStated ? stated : pinned,
    deploys: [],
    deletes: [],
  };
};

/** Changes the scaling limit only; no task is replaced. */
export const makeRoom: Phase = (stated, move) => {
  const { start, from, to } = move;
  if (start.targets[to]) return undefined;
  const range = tasksOf(from, start.targets[from]);
  const { fromMax } = capacityForBoth(start, range, tasksOf(to));
  if (fromMax === range.max) return undefined;
  return {
    id: 'room',
    title: `Keep connections free for ${to}: at most ${fromMax} tasks of ${from}`,
    why: `${range.max} tasks of ${from} can use all connections of the database. A lower limit is cheaper than a larger database for a few days, and needs no restart.`,
    commands: deploy(move, [serviceStack(from)]),
    checks: [runs(from)],
    dataChanges: [],
    undo: deployAgain(move, {
      text: `Restores ${range.path}.max: ${range.max}.`,
      deployment: stated,
      deploys: [serviceStack(from)],
    }),
    takes: 'two minutes',
    customers: `Nothing, as long as ${fromMax} tasks are enough for the load. Check the number of tasks in the last weeks first.`,
    deployment: withMostTasks(stated, from, fromMax),
    deploys: [serviceStack(from)],
    deletes: [],
  };
};

/** Starts the new target without traffic. */
export const beside: Phase = (stated, move) => {
  const { start, from, to } = move;
  const wanted = tasksOf(to, start.targets[to]);
  const toMax = start.targets[to]
    ? wanted.max
    : capacityForBoth(start, tasksOf(from, start.targets[from]), wanted).toMax;
  const withIt = withTarget(stated, to, start.targets[to] ? stated.targets : {});
  const deployment = toMax === wanted.max ? withIt : withMostTasks(withIt, to, toMax);
  const follows = networkFollows(withDefaults(stated, move), withDefaults(deployment, move));
  const deploys = [...(follows ? [networkStack] : []), serviceStack(to)];
  return {
    id: 'beside',
    title: `Start ${titles[to]} next to ${titles[from]}`,
    why: `It shares database, cache, secrets and buckets with ${from} and gets no traffic yet. Its migration gate runs the migrations before its first task; at the same commit there are none.`,
    commands: deploy(move, deploys),
    checks: [
      {
        what: 'the stack is complete, so the migration ran with the new image and reached the database',
        commands: [
          `aws cloudformation describe-stacks --stack-name ${stackName(move, serviceStack(to))} --query "Stacks[0].StackStatus" --output text`,
        ],
        expect: 'CREATE_COMPLETE or UPDATE_COMPLETE',
        matches: '^(CREATE|UPDATE)_COMPLETE$',
      },
      runs(to),
      ...answers(to),
    ],
    dataChanges: [],
    undo: start.targets[to]
      ? nothingToUndo(`${to} was there before the move, so nothing has to go.`, stated)
      : removeAgain(move, to, {
          text: `Deletes the stack of ${to}. The bucket of its access logs and its log groups stay in the account.`,
          deployment: stated,
          deploys: follows ? [networkStack] : [],
        }),
    takes: '15 to 25 minutes, most of them for the VPC origin of CloudFront',
    customers: 'Nothing.',
    deployment,
    deploys,
    deletes: [],
  };
};

/** Checks what no health check covers: access of the new target to its stores. */
export const prove: Phase = (stated, move) => {
  const { to } = move;
  const { vectors } = withDefaults(stated, move);
  return {
    id: 'prove',
    title: `Test ${titles[to]} without traffic`,
    why: 'A health check does not show that a task reaches each store with its own permissions. The target accepts CloudFront only, so one-off tasks check it.',
    commands: vectors === 'chroma' ? oneOff({ target: to, command: ['reindex'] }) : [],
    checks: [...reachesItsStores(move), runs(to)],
    dataChanges: [],
    undo: nothingToUndo(
      `Nothing has changed. If a check fails, read the log of ${to} and do not continue.`,
      stated,
    ),
    takes: 'ten minutes',
    customers:
      vectors === 'chroma'
        ? `Nothing. ${to} has its own Chroma server and file system, which the command above fills from PostgreSQL.`
        : 'Nothing.',
    deployment: stated,
    deploys: [],
    deletes: [],
  };
};

/** Changes the origin of CloudFront. */
export const switchTraffic: Phase = (stated, move) => {
  const { start, from, to } = move;
  const deploys = [serviceStack(to), edge(start), operationsStack];
  return {
    id: 'switch',
    title: `Send traffic to ${titles[to]}`,
    why: `CloudFront gets a new origin; name, certificate and distribution stay. For some minutes some edge locations use ${from} and others ${to}. Both write to one database, so no write is lost, and sign-ins are valid on both. Of ${serviceStack(to)} only the deletion protection changes: the stack of the live target refuses its deletion. The alarms watch ${to} from then on.`,
    commands: deploy(move, deploys),
    checks: [...arrives(move), requests(to, 'numbers that rise')],
    dataChanges: [],
    undo: switchBack(
      move,
      `It takes as long as the switch and interrupts nothing: ${from} still runs, and no data has to be copied back.`,
      stated,
    ),
    takes: '5 to 15 minutes',
    customers:
      'Nothing. Open pages keep working, and a chat answer in progress is completed by the old target. CloudFront may fetch cached pages again.',
    deployment: { ...stated, live: to },
    deploys,
    deletes: [],
  };
};

/** Changes the origin of CloudFront back. */
function switchBack(move: Move, text: string, deployment: DeploymentInput): Undo {
  return deployAgain(move, {
    text,
    deployment,
    deploys: [edge(move.start), operationsStack, serviceStack(move.to)],
  });
}

/** Waits until the old target has no traffic. */
export const watch: Phase = (stated, move) => {
  const { from, to } = move;
  return {
    id: 'watch',
    title: 'Watch both targets for a few days, including a busiest hour',
    why: `${from} stays as it is, so going back takes minutes. Both targets cost money during these days; without the old one, going back means creating it again.`,
    commands: [],
    checks: [
      requests(from, 'nothing, or only zeros', '^(\\S+\\s+0(\\.0)?\\s*)*$'),
      requests(to, 'the usual numbers for this hour'),
      runs(to),
      {
        what: 'no alarm of the deployment is on',
        commands: [
          `aws cloudwatch describe-alarms --alarm-name-prefix ${stackName(move, operationsStack)}- --alarm-types CompositeAlarm MetricAlarm --state-value ALARM --query "[CompositeAlarms,MetricAlarms][].AlarmName" --output text`,
        ],
        expect: 'nothing',
        matches: '^$',
      },
    ],
    dataChanges: [],
    undo: switchBack(move, `Sends the traffic back to ${from}.`, { ...stated, live: from }),
    takes: 'three to seven days',
    customers: 'Nothing. Both targets run the nightly export; they write different files.',
    deployment: stated,
    deploys: [],
    deletes: [],
  };
};
