/*
 * A small grammar of CloudWatch Logs Insights: the commands that the saved queries use.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax.html
 */

/** A comparison of a field with a text, or with one of several. */
export interface Comparison {
  readonly field: string;
  readonly texts: readonly string[];
}

export interface ParsedQuery {
  /** Fields of the log that the query reads; those that it makes itself are left out. */
  readonly fields: readonly string[];
  readonly comparisons: readonly Comparison[];
  /** Expressions of `parse`, by the field that they read. */
  readonly parses: readonly { readonly field: string; readonly expression: RegExp }[];
}

const tokenForm =
  /\s*(?:(?<text>"[^"]*")|(?<regex>\/(?:\\.|[^/\\])+\/)|(?<quoted>`[^`]+`)|(?<number>\d+(?:\.\d+)?[smhd]?\b)|(?<word>@?[A-Za-z_][\w.]*)|(?<sign>!=|<=|>=|[=<>(),[\]*]))/y;

interface Token {
  readonly kind: 'text' | 'regex' | 'quoted' | 'number' | 'word' | 'sign';
  readonly value: string;
}

const functions = ['count', 'sum', 'max', 'min', 'avg', 'pct', 'latest', 'earliest', 'ispresent', 'bin'];

/** @throws when the text is no query */
export function parseQuery(text: string): ParsedQuery {
  const reader = new QueryReader();
  for (const line of text.split('\n| ')) reader.command(line);
  return reader.result();
}

class QueryReader {
  private tokens: Token[] = [];
  private readonly read = new Set<string>();
  private readonly made = new Set<string>();
  private readonly comparisons: Comparison[] = [];
  private readonly parses: { field: string; expression: RegExp }[] = [];

  result(): ParsedQuery {
    return { fields: [...this.read], comparisons: this.comparisons, parses: this.parses };
  }

  command(line: string): void {
    const [, name = '', rest = ''] = /^([a-z]+) ([^]+)$/.exec(line) ?? [];
    this.tokens = tokensOf(rest);
    if (name === 'fields' || name === 'display') this.list(() => this.field());
    else if (name === 'filter') this.either();
    else if (name === 'stats') this.stats();
    else if (name === 'sort') this.sort();
    else if (name === 'limit') this.limit();
    else if (name === 'parse') this.parse();
    else throw new Error(`${JSON.stringify(line)} does not begin with a command`);
    if (this.tokens.length > 0) throw new Error(`${line}: unexpected ${this.tokens[0]?.value}`);
  }

  private list(item: () => void): void {
    do item();
    while (this.take('sign', ','));
  }

  private field(): string {
    const token = this.next('word', 'quoted');
    const name = token.value.replaceAll('`', '');
    if (!this.made.has(name)) this.read.add(name);
    return name;
  }

  private either(): void {
    do this.both();
    while (this.take('word', 'or'));
  }

  private both(): void {
    do this.condition();
    while (this.take('word', 'and'));
  }

  private condition(): void {
    if (this.take('word', 'not')) {
      this.condition();
      return;
    }
    if (this.take('sign', '(')) {
      this.either();
      this.expect('sign', ')');
      return;
    }
    if (functions.includes(this.tokens[0]?.value ?? '')) {
      this.call();
      return;
    }
    const field = this.field();
    if (this.take('word', 'in')) {
      this.choice(field);
      return;
    }
    if (this.take('word', 'like')) {
      this.next('text', 'regex');
      return;
    }
    const operator = this.next('sign');
    if (!['=', '!=', '<', '<=', '>', '>='].includes(operator.value))
      throw new Error(`${operator.value} compares nothing`);
    const value = this.next('text', 'number');
    if (value.kind === 'text') this.comparisons.push({ field, texts: [withoutQuotes(value.value)] });
  }

  private choice(field: string): void {
    const texts: string[] = [];
    this.expect('sign', '[');
    this.list(() => texts.push(withoutQuotes(this.next('text').value)));
    this.expect('sign', ']');
    this.comparisons.push({ field, texts });
  }

  private call(): void {
    const { value } = this.next('word');
    if (!functions.includes(value)) throw new Error(`${value} is no function`);
    this.expect('sign', '(');
    if (!this.take('sign', '*'))
      this.list(() => (this.tokens[0]?.kind === 'number' ? this.next('number') : this.field()));
    this.expect('sign', ')');
  }

  private stats(): void {
    const made: string[] = [];
    const named = () => {
      this.call();
      this.expect('word', 'as');
      made.push(this.next('word').value);
    };
    this.list(named);
    if (this.take('word', 'by'))
      this.list(() => (functions.includes(this.tokens[0]?.value ?? '') ? named() : this.field()));
    made.forEach((name) => this.made.add(name));
  }

  private sort(): void {
    this.field();
    if (!this.take('word', 'asc')) this.take('word', 'desc');
  }

  private limit(): void {
    const { value } = this.next('number');
    if (Number(value) > 10_000) throw new Error(`limit ${value} is above 10000`);
  }

  private parse(): void {
    const field = this.field();
    const expression = new RegExp(this.next('regex').value.slice(1, -1));
    this.parses.push({ field, expression });
    for (const [, name = ''] of expression.source.matchAll(/\(\?<(\w+)>/g)) this.made.add(name);
  }

  private take(kind: Token['kind'], value: string): boolean {
    const isNext = this.tokens[0]?.kind === kind && this.tokens[0].value === value;
    if (isNext) this.tokens.shift();
    return isNext;
  }

  private expect(kind: Token['kind'], value: string): void {
    if (!this.take(kind, value))
      throw new Error(`${value} must stand before ${this.tokens[0]?.value ?? 'the end'}`);
  }

  private next(...kinds: readonly Token['kind'][]): Token {
    const token = this.tokens.shift();
    if (!token || !kinds.includes(token.kind))
      throw new Error(`${token?.value ?? 'the end'} stands in the place of a ${kinds.join(' or ')}`);
    return token;
  }
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  tokenForm.lastIndex = 0;
  while (tokenForm.lastIndex < text.length) {
    const at = tokenForm.lastIndex;
    const found = tokenForm.exec(text);
    const groups: Record<string, string | undefined> = found?.groups ?? {};
    const entry = Object.entries(groups).find(([, value]) => value !== undefined);
    if (!entry) throw new Error(`${JSON.stringify(text.slice(at))} has no meaning`);
    tokens.push({ kind: entry[0] as Token['kind'], value: entry[1] ?? '' });
  }
  return tokens;
}

const withoutQuotes = (text: string) => text.slice(1, -1);
