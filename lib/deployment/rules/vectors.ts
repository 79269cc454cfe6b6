import type { Rule } from './rule';
import { plainValues } from '../plain-values';
import { isVectorPath } from './writable';

const names = { express: 'ECS Express', apprunner: 'App Runner' } as const;

/** Fargate and EC2 run one Chroma server each, on its own file system. */
const chromaHasAPlace: Rule = function* ({ vectors, targets }) {
  if (vectors !== 'chroma') return;
  for (const target of ['express', 'apprunner'] as const) {
    if (!targets[target]) continue;
    yield {
      path: 'vectors',
      rule: `must be 'embedded' with targets.${target}: ${names[target]} mounts no file system, and its scaling would start a second server on the data`,
      instead: "vectors: 'embedded', or only fargate and ec2 as targets",
    };
  }
};

/** The option of gunicorn and uvicorn for the number of processes: `--workers 4`, `--workers=4`, `-w 4`. */
const workers = /(?:^|\s)(?:--workers[=\s]\s*|-w\s*)(\d+)/;

/** Two processes on one path corrupt a vector database silently. */
const oneProcessPerPath: Rule = function* ({ container: { command = [], environment: stated } }) {
  const environment = plainValues(stated);
  const first = Object.keys(environment).find(isVectorPath);
  if (!first) return;
  const starts = [
    { path: 'container.command', count: workers.exec(command.join(' '))?.[1] },
    {
      path: 'container.environment.GUNICORN_CMD_ARGS',
      count: workers.exec(environment.GUNICORN_CMD_ARGS ?? '')?.[1],
    },
    { path: 'container.environment.WEB_CONCURRENCY', count: environment.WEB_CONCURRENCY },
  ];
  for (const { path, count } of starts) {
    if (count === undefined || !(Number(count) > 1)) continue;
    yield {
      path,
      rule: `must start one process only, not ${count}, as the vector database at ${first} is one path: two processes on it corrupt it silently`,
      instead: 'one worker with several threads (--workers 1 --threads 8), and more tasks for more load',
    };
  }
};

export const vectorRules: readonly Rule[] = [chromaHasAPlace, oneProcessPerPath];
