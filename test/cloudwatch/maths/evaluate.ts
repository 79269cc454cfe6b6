import { choose } from './condition';
import { fill, type Filler } from './fill';
import { applyOperator } from './operators';
import type { Expression } from './parse';
import type { MathRequest } from './request';
import { seriesFunctions } from './series-functions';
import { timeFunctions } from './time';
import { array, nameOfKind, scalar, series, type Value } from './value';

/** The value of another id of the request. */
export type Lookup = (id: string) => Value | undefined;

type Call = (args: readonly Expression[]) => Value;

/**
 * Evaluates what an alarm of a web application uses of metric math. What is left out is refused by
 * name: SEARCH, ANOMALY_DETECTION_BAND, INSIGHT_RULE_METRIC, SERVICE_QUOTA, SORT and SLICE.
 * @throws for an unknown id or function, and for a function that does not take such a value.
 */
export function evaluateMath(expression: Expression, request: MathRequest, lookup: Lookup): Value {
  const evaluate = (node: Expression): Value => {
    switch (node.kind) {
      case 'number':
        return scalar(node.value);
      case 'id':
        return lookup(node.id) ?? fail(`no metric or expression has the id "${node.id}".`);
      case 'list':
        return array(node.items.map(evaluate).flatMap(seriesOfList));
      case 'negative':
        return applyOperator('*', evaluate(node.of), scalar(-1), request.missingOperand);
      case 'binary':
        return applyOperator(
          node.operator,
          evaluate(node.left),
          evaluate(node.right),
          request.missingOperand,
        );
      case 'call':
        return call(node.name, node.args);
      case 'word':
        return fail(`"${node.word}" is no value. A function is followed by parentheses.`);
      case 'string':
        return fail(`the text "${node.value}" is no value. Only METRICS takes a text.`);
    }
  };

  const optional = (node: Expression | undefined): Value | undefined => node && evaluate(node);
  const argument = (args: readonly Expression[], index: number, name: string): Value =>
    optional(args[index]) ?? fail(`${name} lacks argument ${index + 1}.`);
  const everywhere = (value: number | undefined): Value => series(request.timestamps.map(() => value));

  const special: Readonly<Record<string, Call>> = {
    IF: (args) => choose(argument(args, 0, 'IF'), argument(args, 1, 'IF'), optional(args[2])),
    FILL: (args) => fill(argument(args, 0, 'FILL'), filler(args[1])),
    METRICS: ([part]) => {
      if (part && part.kind !== 'string') return fail('METRICS takes a text in quotes or nothing.');
      return array(
        [...request.metrics].filter(([id]) => id.includes(part?.value ?? '')).map(([, values]) => values),
      );
    },
    METRIC_COUNT: (args) => {
      const value = argument(args, 0, 'METRIC_COUNT');
      return value.kind === 'array' ? scalar(value.series.length) : takes('METRIC_COUNT', 'array', value);
    },
    PERIOD: ([id]) =>
      id?.kind === 'id' && request.metrics.has(id.id)
        ? scalar(request.period)
        : fail('PERIOD takes the id of a metric.'),
    TIME_SERIES: (args) => {
      const value = argument(args, 0, 'TIME_SERIES');
      return value.kind === 'scalar' ? everywhere(value.value) : takes('TIME_SERIES', 'scalar', value);
    },
    FIRST: (args) => one('FIRST', args, 0),
    LAST: (args) => one('LAST', args, -1),
    REMOVE_EMPTY: (args) => {
      const value = argument(args, 0, 'REMOVE_EMPTY');
      if (value.kind !== 'array') return takes('REMOVE_EMPTY', 'array', value);
      return array(value.series.filter((values) => values.some((each) => each !== undefined)));
    },
  };

  function one(name: string, args: readonly Expression[], index: number): Value {
    const value = argument(args, 0, name);
    if (value.kind !== 'array') return takes(name, 'array', value);
    return series(value.series.at(index) ?? fail(`${name} of an empty array.`));
  }

  function filler(node: Expression | undefined): Filler {
    if (node?.kind === 'word' && (node.word === 'REPEAT' || node.word === 'LINEAR')) return node.word;
    return optional(node) ?? fail('FILL lacks argument 2: a number, REPEAT or LINEAR.');
  }

  function call(name: string, args: readonly Expression[]): Value {
    const calls = special[name];
    if (calls) return calls(args);
    const time = timeFunctions[name];
    if (time) {
      const value = argument(args, 0, name);
      if (value.kind !== 'series') return takes(name, 'series', value);
      return series(request.timestamps.map((seconds) => time(new Date(seconds * 1000))));
    }
    const ofSeries = seriesFunctions[name];
    if (!ofSeries) return fail(`the function ${name} is unknown to this model.`);
    const value = argument(args, 0, name);
    if (value.kind === 'scalar') return takes(name, 'series', value);
    return ofSeries(value, request.timestamps);
  }

  return evaluate(expression);
}

function seriesOfList(value: Value) {
  if (value.kind === 'scalar') return fail('a list holds time series, found a number.');
  return value.kind === 'series' ? [value.values] : value.series;
}

const takes = (name: string, kind: Value['kind'], found: Value): never =>
  fail(`${name} takes ${nameOfKind[kind]}, found ${nameOfKind[found.kind]}.`);

function fail(problem: string): never {
  throw new Error(problem);
}
