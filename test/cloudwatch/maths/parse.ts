import { tokensOf, type Token } from './tokens';

/** A parsed metric math expression. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'id'; readonly id: string }
  /** An uppercase word that is no call, such as REPEAT. */
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'negative'; readonly of: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
    };

export type Operator = '+' | '-' | '*' | '/' | '^' | '==' | '!=' | '<=' | '>=' | '<' | '>' | 'AND' | 'OR';

/**
 * Operators from the loosest to the tightest. The documentation lists them without an order of
 * precedence, so this is the usual one. An expression of ours that depends on a finer point should
 * use parentheses.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
 */
const levels: readonly Readonly<Record<string, Operator>>[] = [
  { OR: 'OR', '||': 'OR' },
  { AND: 'AND', '&&': 'AND' },
  { '==': '==', '!=': '!=', '<=': '<=', '>=': '>=', '<': '<', '>': '>' },
  { '+': '+', '-': '-' },
  { '*': '*', '/': '/' },
];

/** Throws when the text is not a metric math expression, with the position. */
export function parseExpression(text: string): Expression {
  const tokens = tokensOf(text);
  let position = 0;
  const end: Token = { kind: 'end', text: '', at: text.length };
  const current = (): Token => tokens[position] ?? end;
  const fail = (expected: string): never => {
    const { kind, text: found, at } = current();
    throw new Error(
      `Metric math "${text}": expected ${expected} at position ${at}, found ${kind === 'end' ? 'the end' : `"${found}"`}.`,
    );
  };
  const take = (symbol: string): boolean => {
    if (current().text !== symbol) return false;
    position += 1;
    return true;
  };
  const expect = (symbol: string): void => {
    if (!take(symbol)) fail(`"${symbol}"`);
  };

  const items = (close: string): readonly Expression[] => {
    if (take(close)) return [];
    const found = [binary(0)];
    while (take(',')) found.push(binary(0));
    expect(close);
    return found;
  };

  function binary(level: number): Expression {
    const operators = levels[level];
    if (!operators) return negative();
    let left = binary(level + 1);
    for (let operator = operators[current().text]; operator; operator = operators[current().text]) {
      position += 1;
      left = { kind: 'binary', operator, left, right: binary(level + 1) };
    }
    return left;
  }

  function negative(): Expression {
    return take('-') ? { kind: 'negative', of: negative() } : power();
  }

  function power(): Expression {
    const left = operand();
    return take('^') ? { kind: 'binary', operator: '^', left, right: negative() } : left;
  }

  function operand(): Expression {
    const token = current();
    if (take('(')) {
      const inner = binary(0);
      expect(')');
      return inner;
    }
    if (take('[')) return { kind: 'list', items: items(']') };
    if (token.kind === 'operator' || token.kind === 'end') return fail('a value');
    position += 1;
    switch (token.kind) {
      case 'number':
        return { kind: 'number', value: Number(token.text) };
      case 'string':
        return { kind: 'string', value: token.text.slice(1, -1) };
      case 'id':
        return { kind: 'id', id: token.text };
      case 'word':
        return take('(')
          ? { kind: 'call', name: token.text, args: items(')') }
          : { kind: 'word', word: token.text };
    }
  }

  const parsed = binary(0);
  if (current().kind !== 'end') fail('an operator or the end');
  return parsed;
}
