/** The three states of an alarm. */
export type State = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

/** The rule of a composite alarm. */
export type Rule =
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'state'; readonly state: State; readonly alarm: string }
  | { readonly kind: 'not'; readonly of: Rule }
  | { readonly kind: 'and' | 'or'; readonly left: Rule; readonly right: Rule };

/**
 * Parses ALARM("name"), OK("name"), INSUFFICIENT_DATA("name"), AND, OR, NOT, TRUE, FALSE and
 * parentheses. AND binds more tightly than OR. AT_LEAST is refused.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html
 *
 * @param idOf the id of the alarm that a name or an ARN stands for
 * @throws when the text is no such rule
 */
export function parseRule(text: string, idOf: (name: string) => string): Rule {
  const tokens = text.match(/"[^"]*"|[()]|[^\s()"]+/g) ?? [];
  let position = 0;
  const take = (word: string): boolean => {
    if (tokens[position]?.toUpperCase() !== word) return false;
    position += 1;
    return true;
  };
  const fail = (expected: string): never => {
    throw new Error(`Alarm rule ${text}: expected ${expected}, found ${tokens[position] ?? 'the end'}.`);
  };

  function or(): Rule {
    let left = and();
    while (take('OR')) left = { kind: 'or', left, right: and() };
    return left;
  }

  function and(): Rule {
    let left = not();
    while (take('AND')) left = { kind: 'and', left, right: not() };
    return left;
  }

  function not(): Rule {
    return take('NOT') ? { kind: 'not', of: not() } : term();
  }

  function term(): Rule {
    if (take('TRUE')) return { kind: 'constant', value: true };
    if (take('FALSE')) return { kind: 'constant', value: false };
    if (take('(')) {
      const inner = or();
      return take(')') ? inner : fail(')');
    }
    for (const state of ['ALARM', 'OK', 'INSUFFICIENT_DATA'] as const)
      if (take(state)) {
        if (!take('(')) fail('(');
        const name = tokens[position] ?? fail('the name of an alarm');
        position += 1;
        return take(')') ? { kind: 'state', state, alarm: idOf(name.replace(/^"|"$/g, '')) } : fail(')');
      }
    return fail('the state of an alarm, TRUE, FALSE, NOT or (');
  }

  const rule = or();
  return position < tokens.length ? fail('AND, OR or the end') : rule;
}

export function holds(rule: Rule, stateOf: (alarm: string) => State): boolean {
  switch (rule.kind) {
    case 'constant':
      return rule.value;
    case 'state':
      return stateOf(rule.alarm) === rule.state;
    case 'not':
      return !holds(rule.of, stateOf);
    case 'and':
      return holds(rule.left, stateOf) && holds(rule.right, stateOf);
    case 'or':
      return holds(rule.left, stateOf) || holds(rule.right, stateOf);
  }
}

/** The ids of the alarms that a rule reads. */
export function alarmsOf(rule: Rule): readonly string[] {
  switch (rule.kind) {
    case 'constant':
      return [];
    case 'state':
      return [rule.alarm];
    case 'not':
      return alarmsOf(rule.of);
    case 'and':
    case 'or':
      return [...alarmsOf(rule.left), ...alarmsOf(rule.right)];
  }
}
