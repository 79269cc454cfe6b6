import { spawnSync } from 'node:child_process';
import { remnantFunctions, shellFunctions } from '../../../lib/destroy/shell';
import { smallShop } from './stacks';

/** Runs a script after the printed functions. `aws` is a function of the test. */
function bash(aws: string, script: string) {
  const input = [aws, ...shellFunctions(smallShop), ...remnantFunctions(smallShop), script].join('\n');
  const { status, stdout } = spawnSync('bash', [], { input, encoding: 'utf8', timeout: 10_000 });
  return { status, lines: stdout.split('\n').filter(Boolean) };
}

test('the physical id of a resource is that of the deployment’s stack', () => {
  const { lines } = bash('aws() { echo "$AWS_REGION $*"; }', 'physical data Db');
  expect(lines).toEqual([
    'eu-west-1 cloudformation describe-stack-resource --stack-name shop-data --logical-resource-id Db --query StackResourceDetail.PhysicalResourceId --output text',
  ]);
});

test('what deleted stacks of one name have left is listed once each', () => {
  const aws = `aws() {
    case "$2 $4" in
      'list-stacks DELETE_COMPLETE') printf 'arn:one\\tarn:two\\n';;
      'describe-stack-events arn:one') printf 'bucket-a\\tbucket-b\\n';;
      'describe-stack-events arn:two') printf 'bucket-b\\n\\n';;
    esac
  }`;
  expect(bash(aws, 'past data AWS::S3::Bucket DELETE_SKIPPED').lines).toEqual(['bucket-a', 'bucket-b']);
});

describe('a bucket is emptied', () => {
  const listing = (calls: string) => `calls=$(mktemp)
    aws() {
      echo "$2" >> "$calls"
      case "$2" in
        list-object-versions) [ "$(grep -c list-object "$calls")" -le ${calls} ] && echo '{"Objects": [{"Key": "a", "VersionId": "1"}]}' || echo '{"Objects": null}';;
        delete-objects) [ "\${fails:-no}" = no ];;
      esac
    }`;

  test('page by page until it has no version of any object', () => {
    const { status, lines } = bash(listing('2'), 'empty shop-files; result=$?; cat "$calls"; exit $result');
    expect(lines).toEqual([
      'list-object-versions',
      'delete-objects',
      'list-object-versions',
      'delete-objects',
      'list-object-versions',
    ]);
    expect(status).toBe(0);
  });

  test('and the command ends with an error when objects cannot be deleted', () => {
    const { status, lines } = bash(
      listing('9'),
      'fails=yes; empty shop-files; result=$?; cat "$calls"; exit $result',
    );
    expect(lines).toEqual(['list-object-versions', 'delete-objects']);
    expect(status).toBe(1);
  });

  test('and the command ends when its objects cannot be listed', () => {
    expect(bash('aws() { return 254; }', 'empty shop-files; echo done').lines).toEqual(['done']);
  });
});
