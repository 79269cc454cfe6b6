import { testRules } from '../rule-cases';

const stating = (name: string, path: string) => ({ environment: { [name]: path } });

testRules('writable paths', [
  {
    rule: 'a vector database path lies where the container may write',
    passes: { container: stating('VECTOR_DB_PATH', '/tmp/vectors') },
    fails: { container: stating('VECTOR_DB_PATH', '/data/vectors') },
    at: 'container.environment.VECTOR_DB_PATH',
    because: /writablePaths \(\/tmp\); the rest of the root is read-only/,
    instead: /under \/tmp/,
  },
  {
    rule: 'a vector database path does not climb out of a writable directory',
    passes: {
      container: { ...stating('VECTOR_DB_PATH', '/var/vectors'), writablePaths: ['/tmp', '/var/vectors'] },
    },
    fails: { container: stating('VECTOR_DB_PATH', '/tmp/../data') },
    at: 'container.environment.VECTOR_DB_PATH',
    because: /read-only/,
    instead: /writablePaths/,
  },
  {
    rule: 'so does the log file',
    passes: { container: stating('LOG_FILE', '/tmp/shop.log') },
    fails: { container: stating('LOG_FILE', 'shop.log') },
    at: 'container.environment.LOG_FILE',
    because: /read-only/,
    instead: /absolute path/,
  },
]);
