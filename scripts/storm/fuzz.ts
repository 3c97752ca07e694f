import { LintSession } from '../../src/lint/session';
import { PurposeDocument } from '../../src/statement/document';
import type { Outcome } from './world';

const PIECES = [
  '# Purpose\n\n',
  '---\nkind: team\n---\n',
  'We mend many nets for fishers in Leith so that they sail on Monday. ',
  '> We strive to offer quality solutions.\n',
  '- various\n',
  '1. item\n',
  '\n',
  '\n\n',
  '\r\n',
  '**',
  '*',
  '_',
  '[',
  '](',
  ')',
  '![',
  '`',
  '```\n',
  '<!-- purpose ignore hedge: x -->\n',
  '<!--',
  '-->',
  '<b>',
  '|',
  '| - |\n',
  '{{who}}',
  '😀',
  'é',
  '\u0301',
  '\u200b',
  '\ud800',
  '\u0000',
  '\t',
  '  ',
  '&amp;',
  '\\',
  ':',
  '"',
  '“',
  '”',
  '…',
  '12 000',
  'e.g. ',
  'Mr. ',
  'https://a.example/b ',
  '[a]: b\n',
  '---\n',
  '+++\n',
  'lint: {rules: {hedge: off}}\n',
  '<<<<<<< HEAD\n',
  '=======\n',
  '\u202e',
];

/** A seeded pseudo-random generator (mulberry32). */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Lints random texts, as a whole and after an edit, and checks each finding against its text. */
export function fuzz(inputs: number, until: number, seed = 1): Outcome {
  const session = new LintSession();
  const wrong: string[] = [];
  let tried = 0;
  for (; tried < inputs && Date.now() < until; tried++) {
    const random = randomOf(seed * 1_000_003 + tried);
    const text = Array.from({ length: 1 + random(60) }, () => PIECES[random(PIECES.length)]).join('');
    try {
      const document = PurposeDocument.of(text);
      const result = session.lint(document);
      wrong.push(...result.failures.map((failure) => `input ${tried}: ${failure}`));
      for (const { rule, start, end, text: said } of result.findings) {
        if (text.slice(start.offset, end.offset) !== said)
          wrong.push(`input ${tried}: ${rule} shows another text`);
        const before = text.slice(0, start.offset).split(/\r\n|\r|\n/);
        if (before.length !== start.line || (before.at(-1)?.length ?? 0) + 1 !== start.column)
          wrong.push(`input ${tried}: ${rule} names another place`);
        if (/^[\udc00-\udfff]/.test(said) && /[\ud800-\udbff]$/.test(text.slice(0, start.offset)))
          wrong.push(`input ${tried}: ${rule} splits a letter`);
      }
      const offset = random(text.length + 1);
      const edit = {
        offset,
        length: random(Math.min(9, text.length - offset + 1)),
        text: PIECES[random(PIECES.length)] ?? '',
      };
      const edited = document.edited([edit]);
      const [after, anew] = [edited, PurposeDocument.of(edited.text)].map((one) =>
        JSON.stringify(session.lint(one).findings),
      );
      if (after !== anew)
        wrong.push(`input ${tried}: an edit gives other findings than a fresh parse of the text`);
    } catch (error) {
      wrong.push(`input ${tried}: ${error instanceof Error ? error.message : error}`);
    }
  }
  return { tried, wrong };
}
