import { z } from 'zod';
import { plainVariables, requiredInProduction, secretVariables, type Variable } from './environment';

/** The parts of a variable's JSON Schema that the page shows. */
const described = z.object({
  description: z.string().optional(),
  default: z.unknown().optional(),
  enum: z.array(z.string()).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minLength: z.number().optional(),
});
type Described = z.output<typeof described>;

/** docs/environment.md: every variable as the schema defines it. */
export function environmentPage(): string {
  return [
    '# Environment variables',
    '',
    'The variables that the bundled application reads at start-up. It validates all of them at once, lists every problem in one message and exits with code 78 when there is one. An empty variable counts as not set.',
    '',
    'This page is generated from `app-image/contract/environment.ts` by `npm run docs --workspace app-image`; a test compares the two.',
    '',
    '## Plain',
    'Anyone who may read a task definition can read these.',
    '',
    ...table(plainVariables),
    '',
    '## Secret',
    'These reach a container through Secrets Manager only. On a laptop none is needed: the first start creates a signing secret in `DATA_DIRECTORY`.',
    '',
    ...table(secretVariables),
    '',
  ].join('\n');
}

function table(variables: Partial<Record<Variable, z.ZodType>>): string[] {
  const required: readonly string[] = requiredInProduction;
  return [
    '| variable | values | default | meaning |',
    '|---|---|---|---|',
    ...Object.entries(variables).map(([name, schema]) => {
      const facts = described.parse(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
      const fallback = required.includes(name) ? '**required in production**' : defaultOf(facts);
      return `| \`${name}\` | ${valuesOf(schema, facts)} | ${fallback} | ${facts.description ?? ''} |`;
    }),
  ];
}

function valuesOf(schema: z.ZodType, { enum: words, minimum, maximum, minLength }: Described): string {
  if (words) return words.map((word) => `\`${word}\``).join(', ');
  const number = schema.safeParse('not a number').error?.issues.some(({ code }) => code === 'invalid_type');
  if (number && minimum !== undefined && maximum !== undefined) return `${minimum}–${maximum}`;
  return minLength === undefined ? 'text' : `text of ${minLength} characters or more`;
}

function defaultOf({ default: value }: Described): string {
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return '–';
  return `\`${typeof value === 'string' ? value : value === true ? 'on' : JSON.stringify(value)}\``;
}
