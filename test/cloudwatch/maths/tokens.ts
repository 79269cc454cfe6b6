/** A piece of a metric math expression. */
export interface Token {
  readonly kind: 'number' | 'string' | 'id' | 'word' | 'operator' | 'end';
  readonly text: string;
  /** Where the token starts in the expression, from 0. */
  readonly at: number;
}

/**
 * The rules of names are in "Metric math syntax and functions": functions are written in uppercase
 * letters, the id of a metric or an expression starts with a lowercase letter.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
 */
const patterns: readonly (readonly [Token['kind'], RegExp])[] = [
  ['number', /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+/y],
  ['string', /"[^"]*"|'[^']*'/y],
  ['id', /[a-z][A-Za-z0-9_]*/y],
  ['word', /[A-Z][A-Z0-9_]*/y],
  ['operator', /==|!=|<=|>=|&&|\|\||[-+*/^<>()[\],]/y],
];

/** Throws when the expression holds a character that metric math does not have. */
export function tokensOf(expression: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < expression.length) {
    if (/\s/.test(expression.charAt(at))) {
      at += 1;
      continue;
    }
    const token = tokenAt(expression, at);
    if (!token)
      throw new Error(
        `Metric math "${expression}": "${expression.charAt(at)}" at position ${at} is not part of an expression.`,
      );
    tokens.push(token);
    at += token.text.length;
  }
  return [...tokens, { kind: 'end', text: '', at }];
}

function tokenAt(expression: string, at: number): Token | undefined {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const text = pattern.exec(expression)?.[0];
    if (text !== undefined) return { kind, text, at };
  }
  return undefined;
}
