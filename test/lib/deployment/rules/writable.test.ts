import { testRules } from '../rule-cases';

const stating = (name: string, path: string) => ({ environment: { [name]: path } });

testRules('writable paths', [
  {
    rule: 'a vector database path lies where the container may write',
    passes: { container: stating('VECTOR_DB_PATH', '/tmp/vectors') },
    fails: { container: stating('VECTOR_DB_PATH', '/data/vectors') },
    at: 'container.environment.VECTOR_DB_PATH',
    because:
      'must be below one of container.writablePaths (/tmp), as the rest of the file system is read-only',
    instead: 'an absolute path below /tmp, or add its directory to writablePaths',
  },
  {
    rule: 'a vector database path does not climb out of a writable directory',
    passes: {
      container: { ...stating('VECTOR_DB_PATH', '/var/vectors'), writablePaths: ['/tmp', '/var/vectors'] },
    },
    fails: { container: stating('VECTOR_DB_PATH', '/tmp/../data') },
    at: 'container.environment.VECTOR_DB_PATH',
    because:
      'must be below one of container.writablePaths (/tmp), as the rest of the file system is read-only',
    instead: 'an absolute path below /tmp, or add its directory to writablePaths',
  },
  {
    rule: 'so does the log file',
    passes: { container: stating('LOG_FILE', '/tmp/shop.log') },
    fails: { container: stating('LOG_FILE', 'shop.log') },
    at: 'container.environment.LOG_FILE',
    because:
      'must be below one of container.writablePaths (/tmp), as the rest of the file system is read-only',
    instead: 'an absolute path below /tmp, or add its directory to writablePaths',
  },
  {
    rule: 'a directory is listed once',
    passes: { container: { writablePaths: ['/tmp', '/app/cache', '/tmpfs'] } },
    fails: { container: { writablePaths: ['/app/cache', '/tmp', '/tmp'] } },
    at: 'container.writablePaths[2]',
    because: 'must differ from container.writablePaths[1]',
    instead: 'each directory once',
  },
  {
    rule: 'a directory is not below another one, whichever comes first',
    passes: { container: { writablePaths: ['/app/cache', '/app/cache2'] } },
    fails: { container: { writablePaths: ['/app/cache/a', '/app/cache'] } },
    at: 'container.writablePaths[0]',
    because: 'must not be below another of the paths; all of /app/cache is writable',
    instead: 'each directory once',
  },
  {
    rule: 'no path is writable when the list is empty',
    passes: { container: { environment: { LOG_FILE: '/app/log' }, writablePaths: ['/app'] } },
    fails: { container: { environment: { LOG_FILE: '/tmp/log' }, writablePaths: [] } },
    at: 'container.environment.LOG_FILE',
    because:
      'must be below one of container.writablePaths (none), as the rest of the file system is read-only',
    instead: 'an absolute path below /tmp, or add its directory to writablePaths',
  },
]);
