import { capacityForBoth, tasksOf } from './capacity';
import { answers, arrives, requests, runs } from './checks';
import { deleting } from './deleting';
import { withDatabase, withMostTasks, withTarget } from './file';
import { titles, withDefaults, type Phase } from './move';
import { networkFollows } from './network';
import { oneOff, reachesItsStores } from './one-off';
import { data, deploy, edge, network, resource, service, stackName } from './stacks';

/** Says in the file what has held until now by default, so that no later edit reaches the tasks that serve. */
export const begin: Phase = (stated, move) => {
  const { start, from, to, source } = move;
  const { overflow } = start.database.pool;
  const isStated = stated.database?.pool?.overflow !== undefined || start.targets[to] !== undefined;
  const pinned = withDatabase(stated, { pool: { ...stated.database?.pool, overflow } });
  return {
    id: 'begin',
    title: `Begin from what is live: ${titles[from]}, at the commit it was deployed from`,
    why: `A move and a release at once have two reasons to fail; ${to} starts with the very version ${from} runs.${isStated ? '' : ' The file now says how many connections a task opens under load, which was a default, so that a second target does not change it.'}`,
    commands: [`npm run plan -- ${source}`, `npx cdk diff --context deployment=${source}`],
    checks: [
      {
        what: 'the file is what is deployed',
        commands: [],
        expect: 'cdk diff: no differences in any stack',
      },
      runs(from),
      {
        what: 'the database could be restored to a few minutes ago',
        commands: [
          `aws rds describe-db-instances --db-instance-identifier ${resource(data, 'AWS::RDS::DBInstance')} --query "DBInstances[0].LatestRestorableTime" --output text`,
        ],
        expect: 'a time less than ten minutes ago',
      },
    ],
    undo: 'Nothing was changed.',
    takes: 'minutes',
    customers: 'Nothing.',
    deployment: isStated ? stated : pinned,
    deploys: [],
    deletes: [],
  };
};

/** Only the limit of the scaling changes; no task is replaced. */
export const makeRoom: Phase = (stated, move) => {
  const { start, from, to } = move;
  if (start.targets[to]) return undefined;
  const range = tasksOf(from, start.targets[from]);
  const { fromMax } = capacityForBoth(start, range, tasksOf(to));
  if (fromMax === range.max) return undefined;
  return {
    id: 'room',
    title: `Leave connections for ${to}: at most ${fromMax} tasks of ${from}`,
    why: `${range.max} tasks of ${from} may take every connection the database has. Fewer at most is cheaper than a larger database for a few days, and needs no restart.`,
    commands: deploy(move, [service(from)]),
    checks: [runs(from)],
    undo: `${range.path}.max: ${range.max}, and deploy ${service(from)} again.`,
    takes: 'two minutes',
    customers: `Nothing, as long as ${fromMax} tasks carry the load; look at the last weeks' number of tasks first.`,
    deployment: withMostTasks(stated, from, fromMax),
    deploys: [service(from)],
    deletes: [],
  };
};

/** The new target, complete but for customers. */
export const beside: Phase = (stated, move) => {
  const { start, from, to } = move;
  const wanted = tasksOf(to, start.targets[to]);
  const toMax = start.targets[to]
    ? wanted.max
    : capacityForBoth(start, tasksOf(from, start.targets[from]), wanted).toMax;
  const withIt = withTarget(stated, to, start.targets[to] ? stated.targets : {});
  const deployment = toMax === wanted.max ? withIt : withMostTasks(withIt, to, toMax);
  const follows = networkFollows(withDefaults(stated, move), withDefaults(deployment, move));
  const deploys = [...(follows ? [network] : []), service(to)];
  return {
    id: 'beside',
    title: `Start ${titles[to]} beside ${titles[from]}`,
    why: `It shares database, cache, secrets and buckets with ${from}, and gets no customer yet: the address still leads to ${from}. Its migration gate runs the migrations before its first task; at the same commit there are none.`,
    commands: deploy(move, deploys),
    checks: [
      {
        what: 'the stack is complete: the migration ran with the new image, the new login and the way to the database',
        commands: [
          `aws cloudformation describe-stacks --stack-name ${stackName(move, service(to))} --query "Stacks[0].StackStatus" --output text`,
        ],
        expect: 'CREATE_COMPLETE, or UPDATE_COMPLETE',
      },
      runs(to),
      ...answers(to),
    ],
    undo: `Take ${to} out of targets again, and delete its stack: ${deleting(move, to).join('; ')}`,
    takes: '15 to 25 minutes; most of it is CloudFront’s way into the VPC',
    customers: 'Nothing.',
    deployment,
    deploys,
    deletes: [],
  };
};

/** What no health check says: that a task of the new side can do its work. */
export const prove: Phase = (stated, move) => {
  const { to } = move;
  const { vectors } = withDefaults(stated, move);
  return {
    id: 'prove',
    title: `Let ${titles[to]} prove itself`,
    why: 'A healthy task answers; that it reaches every store with its own rights is another matter. Nobody can call it yet, as only CloudFront is let in, so tasks of its own do the work.',
    commands: vectors === 'chroma' ? oneOff({ target: to, command: ['reindex'] }) : [],
    checks: [...reachesItsStores(move), runs(to)],
    undo: `Nothing was changed. If it does not hold, read the log of ${to} and stay where you are.`,
    takes: 'ten minutes',
    customers:
      vectors === 'chroma'
        ? `Nothing. ${to} has a Chroma server and path of its own, filled from PostgreSQL by the command above.`
        : 'Nothing.',
    deployment: stated,
    deploys: [],
    deletes: [],
  };
};

/** The move itself. */
export const switchTraffic: Phase = (stated, move) => {
  const { start, from, to } = move;
  // A stack offers others only what they read, so the new target offers its origin from now on.
  const deploys = [service(to), edge(start)];
  return {
    id: 'switch',
    title: `Send customers to ${titles[to]}`,
    why: `CloudFront gets another origin; name, certificate and distribution stay. For some minutes some of its places ask ${from} and others ${to}. Both write to one database, so no write is lost, and both know every customer's sign-in. ${service(to)} itself only gains the outputs that the edge reads.`,
    commands: deploy(move, deploys),
    checks: [...arrives(move), requests(to, 'numbers that grow')],
    undo: `live: '${from}', then deploy ${service(from)} and ${edge(start)}: as long as the switch took, and as harmless. ${from} still runs, and no write has to be carried back.`,
    takes: '5 to 15 minutes',
    customers:
      'Nothing. A page that is open keeps working, a chat answer that streams ends where it began. Pages that CloudFront kept may be asked for anew.',
    deployment: { ...stated, live: to },
    deploys,
    deletes: [],
  };
};

/** Until nothing asks the old target any more. */
export const watch: Phase = (stated, move) => {
  const { start, from, to } = move;
  return {
    id: 'watch',
    title: 'Watch both for a few days, over a busiest hour at least',
    why: `${from} stays as it is, so the way back is a matter of minutes. Two targets cost both; a few days are cheap against a way back that has to be built.`,
    commands: [],
    checks: [
      requests(from, 'nothing, or only zeros'),
      requests(to, 'what the shop has at this hour'),
      runs(to),
      {
        what: 'alarms are quiet',
        commands: [
          'aws cloudwatch describe-alarms --state-value ALARM --query "MetricAlarms[].AlarmName" --output text',
        ],
        expect: 'nothing',
      },
    ],
    undo: `live: '${from}', then deploy ${service(from)} and ${edge(start)}.`,
    takes: 'three to seven days',
    customers: 'Nothing. Both run the nightly export meanwhile; they write different files.',
    deployment: stated,
    deploys: [],
    deletes: [],
  };
};
