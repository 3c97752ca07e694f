import { escapeMarkup } from '../share/page-content';
import { pageStyle } from '../share/page-style';
import { PARTS, type Part } from '../statement/anatomy';
import type { RoundReport, Said } from './compare';

/** All that a report shows. */
export interface HeardReport {
  readonly title: string;
  /** The purpose file, as the user named it. */
  readonly path: string;
  readonly said: Said;
  /** Oldest first. */
  readonly rounds: readonly RoundReport[];
}

const LABELS: Readonly<Record<Part, string>> = { who: 'Who', what: 'What you do', change: 'What changes' };
const NONE = 'none';

/** The rows of the table: a label, then a cell for each round. */
function rowsOf({ said, rounds }: HeardReport): readonly (readonly string[])[] {
  return [
    ...PARTS.filter((part) => said.parts[part] !== undefined).map((part) => [
      `${LABELS[part]}: “${said.parts[part]}”`,
      ...rounds.map(({ heard, answers }) => `${heard[part] ?? 0} of ${answers}`),
    ]),
    ['Words that nobody used', ...rounds.map(({ unused }) => unused.join(', ') || NONE)],
    [
      'Words that came instead',
      ...rounds.map(
        ({ instead }) => instead.map(({ word, people }) => `${word} (${people})`).join(', ') || NONE,
      ),
    ],
  ];
}

/** What to know before the counts are read. */
function remarks({ rounds }: HeardReport): string[] {
  return rounds
    .filter(({ aboutOtherWords }) => aboutOtherWords > 0)
    .map(
      ({ round, answers, aboutOtherWords }) =>
        `${round}: ${aboutOtherWords} of ${answers} answered when the statement had other words.`,
    );
}

/** For a terminal. */
export function heardText(report: HeardReport): string {
  const rows = rowsOf(report);
  const blocks = report.rounds.map(({ round, answers }, at) => {
    const people = answers === 1 ? '1 answer' : `${answers} answers`;
    return [`${round}, ${people}`, ...rows.map(([label, ...cells]) => `  ${label}: ${cells[at]}`)].join('\n');
  });
  return `${[`What was heard of ${report.title}`, ...blocks, ...remarks(report)].join('\n\n')}\n`;
}

/** To paste into a page. */
export function heardMarkdown(report: HeardReport): string {
  const cell = (text: string) => text.replace(/[\\|`*_[\]<>]/g, '\\$&').replace(/\s+/g, ' ');
  const row = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  const head = ['', ...report.rounds.map(({ round, answers }) => `${round} (${answers})`)];
  const table = [row(head), `|${' --- |'.repeat(head.length)}`, ...rowsOf(report).map(row)].join('\n');
  return `${[`# What was heard of ${cell(report.title)}`, table, ...remarks(report)].join('\n\n')}\n`;
}

/** One HTML file that needs nothing from anywhere and runs no script. */
export function heardHtml(report: HeardReport): string {
  const title = escapeMarkup(`What was heard of ${report.title}`);
  const head = report.rounds
    .map(({ round, answers }) => `<th scope="col">${escapeMarkup(round)}<br>${answers} answered</th>`)
    .join('');
  const rows = rowsOf(report)
    .map(
      ([label = '', ...cells]) =>
        `<tr><th scope="row" dir="auto">${escapeMarkup(label)}</th>${cells
          .map((text) => `<td dir="auto">${escapeMarkup(text)}</td>`)
          .join('')}</tr>`,
    )
    .join('\n');
  const notes = remarks(report)
    .map((text) => `<p class="when">${escapeMarkup(text)}</p>`)
    .join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>
${pageStyle(report.said.plain.length)}
table{border-collapse:collapse;width:100%;margin-block:2rem}
th,td{text-align:start;vertical-align:top;padding:.6rem .9rem .6rem 0;border-block-end:1px solid var(--muted)}
th{font-weight:600}
</style>
</head>
<body>
<main>
<h1>${title}</h1>
<table>
<thead><tr><td></td>${head}</tr></thead>
<tbody>
${rows}
</tbody>
</table>
${notes}
<p class="when">Counts of people whose words share a root with the statement. No score: ask why a word came instead.</p>
</main>
</body>
</html>
`;
}
