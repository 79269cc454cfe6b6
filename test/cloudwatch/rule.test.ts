import { alarmsOf, holds, parseRule, type State } from './rule';

const states: Readonly<Record<string, State>> = { a: 'ALARM', b: 'OK', c: 'INSUFFICIENT_DATA' };
const judge = (text: string) =>
  holds(
    parseRule(text, (name) => name),
    (name) => states[name] ?? 'OK',
  );

/* https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Create_Composite_Alarm.html */
test.each([
  ['ALARM("a")', true],
  ['ALARM(b)', false],
  ['OK("b") AND INSUFFICIENT_DATA("c")', true],
  ['ALARM(a) AND NOT ALARM(b)', true],
  ['(ALARM(b) OR ALARM(a)) AND OK(c)', false],
  // AND binds more tightly than OR.
  ['ALARM(a) OR ALARM(b) AND ALARM(c)', true],
  ['(ALARM(a) OR ALARM(b)) AND ALARM(c)', false],
  ['NOT (NOT TRUE)', true],
  ['FALSE', false],
  ['((ALARM("a") OR (NOT (ALARM("b")))) AND OK("b"))', true],
])('%s is %p', (text, expected) => {
  expect(judge(text)).toBe(expected);
});

test('the alarms of a rule are those that it names', () => {
  expect(alarmsOf(parseRule('ALARM(a) AND NOT (OK(b) OR TRUE)', (name) => `stack/${name}`))).toEqual([
    'stack/a',
    'stack/b',
  ]);
});

test.each([
  ['ALARM("a"', 'expected ), found the end'],
  ['ALARM "a"', 'expected (, found "a"'],
  ['ALARM(a) ALARM(b)', 'expected AND, OR or the end, found ALARM'],
  ['AT_LEAST(2, ALARM, (a, b))', 'expected the state of an alarm, TRUE, FALSE, NOT or (, found AT_LEAST'],
  ['', 'expected the state of an alarm, TRUE, FALSE, NOT or (, found the end'],
])('%p is no rule: %s', (text, message) => {
  expect(() => judge(text)).toThrow(message);
});
