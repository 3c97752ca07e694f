import { LintSession } from '../../src/lint/session';
import type { Measure } from './measure';

interface RealDocument {
  readonly text: string;
  /** The stretch that a reader takes for the statement; `null` where there is none. */
  readonly statement: string | null;
  readonly alternatives?: readonly string[];
}

/** This share of the words of two stretches together must be in both for them to count as the same. */
const SAME = 0.6;

/** Whether the statement found in real documents is the one that a reader chose, and how much is said of the rest. */
export const documents: Measure = {
  file: 'documents-dev.jsonl',
  run(rows) {
    const count = { right: 0, unsure: 0, wrong: 0 };
    let [findings, missing, length] = [0, 0, 0];
    for (const row of rows as unknown as RealDocument[]) {
      const { statement, findings: found } = new LintSession().lint(row.text);
      const verdict = verdictOn(row, statement);
      count[verdict] += 1;
      findings += found.length;
      if (verdict !== 'right') missing += found.filter(({ rule }) => rule.startsWith('missing-')).length;
      length += row.text.match(/[\p{L}\p{N}’'-]+/gu)?.length ?? 0;
    }
    const share = (part: number) => `${((100 * part) / rows.length).toFixed(0)} %`;
    return [
      {
        title: `The statement of ${rows.length} real documents`,
        head: ['', 'documents', 'share'],
        rows: [
          ['the one that a reader chose, or rightly none', count.right, share(count.right)],
          ['another, by position alone, so that the writer is asked', count.unsure, share(count.unsure)],
          ['another, as if sure', count.wrong, share(count.wrong)],
        ],
        note: `${((100 * findings) / length).toFixed(2)} findings per 100 words; ${missing} missing-* on other stretches`,
      },
    ];
  },
};

function verdictOn(
  { statement: wanted, alternatives = [] }: RealDocument,
  found: { readonly plain: string; readonly by: string } | undefined,
): 'right' | 'unsure' | 'wrong' {
  const unsure = !found || found.by === 'position';
  if (wanted === null && unsure) return 'right';
  const own = wordsOf(found?.plain ?? '');
  const isSame = (text: string | null) => text !== null && overlap(own, wordsOf(text)) >= SAME;
  if (found && [wanted, ...alternatives].some(isSame)) return 'right';
  return unsure ? 'unsure' : 'wrong';
}

/** The words of Markdown, in small letters, without what no reader sees. */
function wordsOf(markdown: string): ReadonlySet<string> {
  const seen = markdown.replace(/\]\([^)]*\)|<[^>]*>|\[![A-Z]+\]|&[a-z#0-9]+;/g, ' ');
  return new Set(seen.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}

/** The Jaccard index of two sets. */
function overlap(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  const both = [...some].filter((word) => others.has(word)).length;
  return both / (some.size + others.size - both || 1);
}
