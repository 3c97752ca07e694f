import { escapeMarkup } from '../export/page-content';
import { pageStyle, tableStyle } from '../export/page-style';
import { plural } from '../text/plural';
import { type HeardReport, remarks, rowsOf } from './report';

/**
 * A self-contained HTML file without scripts.
 * @param texts the answers of the last round, shown folded; by default the page has only counts
 */
export function heardHtml(report: HeardReport, texts: readonly string[] = []): string {
  const { rounds, said } = report;
  const note =
    rounds.length > 0
      ? 'Counts of people whose words share a root with the statement. No score: ask why a word came instead.'
      : 'Purpose compares words in English only.';
  return page(
    `What was heard of ${report.title}`,
    said.plain.length,
    `${rounds.length > 0 ? table(report) : ''}${remarks(report).map(remark).join('')}${folded(texts)}${remark(note)}`,
  );
}

/** A page that hides the statement and other people's answers until the person has written an answer. */
export function heardWaitingHtml(title: string, answers: number): string {
  const others =
    answers === 0 ? 'Nobody has answered yet.' : `${plural(answers, 'person has', 'people have')} answered.`;
  return page(
    `What is ${title} for?`,
    0,
    `<p>Write it from memory, in your own words. ${others} You see what came back when you have written yours.</p>`,
  );
}

function table(report: HeardReport): string {
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
  return `<div class="rounds" tabindex="0" role="region" aria-label="Rounds"><table>
<thead><tr><td></td>${head}</tr></thead>
<tbody>
${rows}
</tbody>
</table></div>
`;
}

/** Without names and in alphabetical order, so that no author can be identified. */
function folded(texts: readonly string[]): string {
  if (texts.length === 0) return '';
  const items = [...texts].sort().map((text) => `<li dir="auto">${escapeMarkup(text)}</li>`);
  return `<details><summary>What people wrote (${texts.length})</summary><ul>${items.join('')}</ul></details>\n`;
}

function remark(text: string): string {
  return `<p class="when">${escapeMarkup(text)}</p>\n`;
}

function page(title: string, length: number, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>${escapeMarkup(title)}</title>
<style>
${pageStyle(length)}
${tableStyle}
</style>
</head>
<body>
<main>
<h1>${escapeMarkup(title)}</h1>
${body}</main>
</body>
</html>
`;
}
