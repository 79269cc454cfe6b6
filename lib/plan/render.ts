import { resourcesByKind, type Plan } from './plan';

/** The plan as a person reads it in a terminal or a pull request. */
export function renderPlan(plan: Plan): string {
  const { deployment, stacks } = plan;
  return [
    `${deployment.name} in ${deployment.aws.region}: ${deployment.live} takes the traffic`,
    section(
      'Stacks, in the order in which they deploy',
      table(
        stacks.map((stack, index) => [
          `${index + 1}`,
          stack.name,
          `${Object.keys(stack.template.Resources).length} resources`,
          stack.region,
          stack.description,
        ]),
      ),
    ),
    section('Resources by kind', table(resourcesByKind(stacks).map(([kind, count]) => [`${count}`, kind]))),
    section('Set aside, with a reason', acknowledged(plan)),
    section('Findings', findings(plan)),
  ].join('\n\n');
}

const section = (title: string, body: string) => `${title}\n${body}`;

function acknowledged({ stacks }: Plan): string {
  const rows = stacks.flatMap(({ acknowledgements }) => acknowledgements);
  return rows.length === 0
    ? '  nothing'
    : rows.map(({ rule, construct, reason }) => `  ${rule} at ${construct}\n      ${reason}`).join('\n');
}

function findings({ findings }: Plan): string {
  if (findings.length === 0) return '  none: CloudFormation rules and AwsSolutions agree with every resource';
  return findings
    .map(({ severity, rule, validator, description, constructs }) =>
      [
        `  ${severity} ${rule} (${validator}): ${description}`,
        ...constructs.map((path) => `      at ${path}`),
      ].join('\n'),
    )
    .join('\n');
}

/** Columns as wide as their longest cell. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd())
    .join('\n');
}
