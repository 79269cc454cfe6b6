import { resourcesByType, type Plan } from './plan';

/** The plan as text for a terminal or a pull request. */
export function renderPlan(plan: Plan): string {
  const { deployment, stacks } = plan;
  return [
    `${deployment.name} in ${deployment.aws.region}: ${deployment.live} takes the traffic`,
    section(
      'Stacks, in deployment order',
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
    section('Resources by type', table(resourcesByType(stacks).map(([type, count]) => [`${count}`, type]))),
    section('Acknowledged findings, with the reason', acknowledged(plan)),
    section('Findings', findings(plan)),
  ].join('\n\n');
}

const section = (title: string, body: string) => `${title}\n${body}`;

function acknowledged({ stacks }: Plan): string {
  const rows = stacks.flatMap(({ acknowledgements }) => acknowledgements);
  return rows.length === 0
    ? '  none'
    : rows.map(({ rule, construct, reason }) => `  ${rule} at ${construct}\n      ${reason}`).join('\n');
}

function findings({ findings }: Plan): string {
  if (findings.length === 0) return '  none of the CloudFormation rules or of AwsSolutions';
  return findings
    .map(({ severity, rule, validator, description, constructs }) =>
      [
        `  ${severity} ${rule} (${validator}): ${description}`,
        ...constructs.map((path) => `      at ${path}`),
      ].join('\n'),
    )
    .join('\n');
}

/** Each column is as wide as its longest cell. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd())
    .join('\n');
}
