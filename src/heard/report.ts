import { PARTS, type PartName } from '../statement/anatomy';
import { plural } from '../text/plural';
import type { RoundTally, Said } from './tally';

/** The content of a report. */
export interface HeardReport {
  readonly title: string;
  /** The purpose file, as the user named it. */
  readonly path: string;
  readonly said: Said;
  /** Oldest first. */
  readonly rounds: readonly RoundTally[];
}

const LABELS: Readonly<Record<PartName, string>> = {
  who: 'Who',
  what: 'What you do',
  change: 'What changes',
};
const NONE = 'none';

/** The rows of the table: a label, then a cell for each round. */
export function rowsOf({ said, rounds }: HeardReport): readonly (readonly string[])[] {
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

/** Notes on how to interpret the counts. */
export function remarks({ rounds }: HeardReport): string[] {
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
    return [
      `${round}, ${plural(answers, 'answer')}`,
      ...rows.map(([label, ...cells]) => `  ${label}: ${cells[at]}`),
    ].join('\n');
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
