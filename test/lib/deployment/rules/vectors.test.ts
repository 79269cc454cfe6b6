import { testRules } from '../rule-cases';

const vectorsIn = (path: string, command?: string[]) => ({
  environment: { VECTOR_DB_PATH: path },
  ...(command && { command }),
});
const gunicorn = (...options: string[]) => ['gunicorn', ...options, 'app:app'];

testRules('vectors', [
  {
    rule: 'Chroma never stands on App Runner',
    passes: { targets: { apprunner: {} }, live: 'apprunner', vectors: 'embedded' },
    fails: { targets: { apprunner: {} }, live: 'apprunner' },
    at: 'vectors',
    because:
      "must be 'embedded' with targets.apprunner: App Runner mounts no file system, and its scaling would start a second server on the data",
    instead: "vectors: 'embedded', or only fargate and ec2 as targets",
  },
  {
    rule: 'Chroma never stands beside an Express target either',
    passes: { targets: { fargate: { tasks: { max: 3 } }, express: {} }, vectors: 'embedded' },
    fails: { targets: { fargate: { tasks: { max: 3 } }, express: {} } },
    at: 'vectors',
    because:
      "must be 'embedded' with targets.express: ECS Express mounts no file system, and its scaling would start a second server on the data",
    instead: "vectors: 'embedded', or only fargate and ec2 as targets",
  },
  {
    rule: 'Chroma is one server, ever',
    passes: { targets: { fargate: { chroma: { cpu: 512, memoryMiB: 4096 } } } },
    // @ts-expect-error the type refuses it as well
    fails: { targets: { fargate: { chroma: { tasks: 2 } } } },
    at: 'targets.fargate.chroma.tasks',
    because: 'must be a field of targets.fargate.chroma: cpu, memoryMiB, image',
    instead: 'one of these, or leave it out',
  },
  {
    rule: 'two processes never share a vector database path',
    passes: { container: vectorsIn('/tmp/v', gunicorn('--workers', '1', '--threads', '8')) },
    fails: { container: vectorsIn('/tmp/v', gunicorn('--workers', '4')) },
    at: 'container.command',
    because:
      'must start one process only, not 4, as the vector database at VECTOR_DB_PATH is one path: two processes on it corrupt it silently',
    instead: 'one worker with several threads (--workers 1 --threads 8), and more tasks for more load',
  },
  {
    rule: 'the short form of the option and a shell are seen through',
    passes: { container: vectorsIn('/tmp/v', ['sh', '-c', 'exec gunicorn -w 1 app:app']) },
    fails: { container: vectorsIn('/tmp/v', ['sh', '-c', 'exec gunicorn -w 2 app:app']) },
    at: 'container.command',
    because:
      'must start one process only, not 2, as the vector database at VECTOR_DB_PATH is one path: two processes on it corrupt it silently',
    instead: 'one worker with several threads (--workers 1 --threads 8), and more tasks for more load',
  },
  {
    rule: 'WEB_CONCURRENCY starts processes as well',
    passes: { container: { environment: { VECTOR_DB_PATH: '/tmp/v', WEB_CONCURRENCY: '1' } } },
    fails: { container: { environment: { VECTOR_DB_PATH: '/tmp/v', WEB_CONCURRENCY: '3' } } },
    at: 'container.environment.WEB_CONCURRENCY',
    because:
      'must start one process only, not 3, as the vector database at VECTOR_DB_PATH is one path: two processes on it corrupt it silently',
    instead: 'one worker with several threads (--workers 1 --threads 8), and more tasks for more load',
  },
  {
    rule: 'a variable of gunicorn starts processes as well',
    passes: { container: { environment: { VECTOR_DB_PATH: '/tmp/v', GUNICORN_CMD_ARGS: '--workers=1' } } },
    fails: { container: { environment: { VECTOR_DB_PATH: '/tmp/v', GUNICORN_CMD_ARGS: '--workers=12' } } },
    at: 'container.environment.GUNICORN_CMD_ARGS',
    because:
      'must start one process only, not 12, as the vector database at VECTOR_DB_PATH is one path: two processes on it corrupt it silently',
    instead: 'one worker with several threads (--workers 1 --threads 8), and more tasks for more load',
  },
]);
