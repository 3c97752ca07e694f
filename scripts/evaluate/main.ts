// `npm run evaluate -- DIR`: measures the linter on labelled data in a folder outside the project.

import { rowsOf } from '../data/rows';
import type { Row, Table } from './measure';
import { measures } from './measures';

async function main(folder: string | undefined): Promise<number> {
  if (!folder) {
    console.error('Say where the data are: npm run evaluate -- DIR');
    return 2;
  }
  let shown = 0;
  for (const measure of measures) {
    const rows = await rowsOf<Row>(folder, measure.file);
    if (!rows) {
      console.log(`\n${measure.file}: not in this folder, passed over`);
      continue;
    }
    for (const table of await measure.run(rows)) console.log(`\n${render(table)}`);
    shown += 1;
  }
  return shown > 0 ? 0 : 2;
}

function render({ title, head, rows, note }: Table): string {
  const cells = [head, ...rows].map((row) => row.map(show));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
  return [title, ...lines.map((line) => `  ${line}`), ...(note ? [`  ${note}`] : [])].join('\n');
}

function show(cell: string | number): string {
  if (typeof cell === 'string') return cell;
  if (Number.isInteger(cell) && cell !== 0 && cell !== 1) return String(cell);
  return cell.toFixed(2).replace(/^(-?)0\./, '$1.');
}

process.exitCode = await main(process.argv[2]);
