import { startCommand } from '../../../constructs/apprunner/start-command';

test('words become a line', () => {
  expect(startCommand(['gunicorn', '--bind', '0.0.0.0:5000', '-w=1', 'app:app'])).toBe(
    'gunicorn --bind 0.0.0.0:5000 -w=1 app:app',
  );
});

test.each(['two words', '"quoted"', '$HOME', 'a;b', ''])('%p is refused, with the way out', (word) => {
  expect(() => startCommand(['run', word])).toThrow(/container\.command: .* put the command into a script/);
});
