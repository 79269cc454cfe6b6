import { reported } from '../rule-cases';

const inContainer = (container: object) => reported({ container });

const url = 'must be the path of a URL: it starts with / and has no query, fragment, space, . or ..';
test.each([
  ['/health?x=1#y', "'/health'"],
  ['health', "'/health'"],
  ['https://shop.example.com/up', "'/up'"],
  ['/../up', "'/up'"],
  ['//up', "'/up'"],
  ['/a b', "'/api/health', for instance"],
  [false, 'leave it out'],
  [5, "'/api/health', for instance"],
])('healthPath: %p', (healthPath, instead) => {
  expect(inContainer({ healthPath })).toEqual([['container.healthPath', url, instead]]);
});

test.each(['/', '/up', '/api/health/', '/a.b/~c', '/%20', '/a:b@c'])(
  'healthPath: %s is accepted',
  (healthPath) => {
    expect(inContainer({ healthPath })).toEqual([]);
  },
);

const system = (directory: string) =>
  `must not be ${directory}: an empty directory in its place hides what the image needs there`;
const directory = 'must be the path of a directory: it starts with / and has no ., .., // or / at its end';
const another = "a directory of the application, such as '/tmp' or '/app/cache'";
test.each([
  ['/', system('the root'), another],
  ['/../etc', system('the system directory /etc'), another],
  ['/etc/ssl', system('the system directory /etc/ssl'), another],
  ['/proc', system('the system directory /proc'), another],
  ['/dev/shm', system('the system directory /dev/shm'), another],
  ['/usr', system('the system directory /usr'), another],
  ['/usr/bin/', system('the system directory /usr/bin'), another],
  ['/tmp/', directory, "'/tmp'"],
  ['tmp', directory, "'/tmp'"],
  ['/a/../tmp', directory, "'/tmp'"],
  ['/a//b', directory, "'/a/b'"],
  ['', directory, "'/tmp', for instance"],
  ['/a b', directory, "'/tmp', for instance"],
])('writablePaths: %p', (path, rule, instead) => {
  expect(inContainer({ writablePaths: [path] })).toEqual([['container.writablePaths[0]', rule, instead]]);
});

test.each(['/tmp', '/usr/src/app/tmp', '/var/cache/nginx', '/etcetera', '/app/.cache', '/home/app'])(
  '%s may be writable',
  (path) => {
    expect(inContainer({ writablePaths: [path] })).toEqual([]);
  },
);
