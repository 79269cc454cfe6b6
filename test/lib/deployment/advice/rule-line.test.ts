import { problemsOf } from '../rule-cases';

test('every rule line says what must hold', () => {
  const wrong = {
    name: 'Shop One',
    aws: { region: 'x', zones: [] },
    targets: {},
    live: 'x',
    colour: 1,
    image: 5,
    container: { port: 0, variables: { '1': 'x' }, command: [] },
    edge: { cdn: false },
  };
  for (const { rule } of problemsOf(wrong)) expect(rule).toMatch(/^must /);
});
