import type { aws_cloudwatch as cloudwatch } from 'aws-cdk-lib';

/** Columns of CloudWatch's grid. */
const columns = 24;

/** A widget that is told how many of the 24 columns it has. */
export type Cell = (width: number) => cloudwatch.IWidget;

/** Rows of widgets of the same width, in order; the rows hold as many widgets each as is possible. */
export function grid(cells: readonly Cell[], mostInRow: 1 | 2 | 3 | 4): cloudwatch.IWidget[][] {
  const rows = Math.ceil(cells.length / mostInRow);
  return Array.from({ length: rows }, (_, row) => {
    const inRow = cells.slice(
      Math.round((row * cells.length) / rows),
      Math.round(((row + 1) * cells.length) / rows),
    );
    return inRow.map((cell) => cell(columns / inRow.length));
  });
}
