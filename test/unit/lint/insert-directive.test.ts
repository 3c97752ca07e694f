import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkConfig } from '../../../src/lint/check-config';
import { ignoreComment, ignoreEdit } from '../../../src/lint/insert-directive';
import { LintSession } from '../../../src/lint/session';
import { applyEdits } from '../../../src/text/text-edit';
import { markdown } from '../support/markdown';

const session = new LintSession();

/** The text after the first finding of a rule is ignored. */
function ignored(text: string, reason = '', rule = 'vague-quantity'): string | undefined {
  const result = session.lint(text, [checkConfig({ scope: 'file' }).layer]);
  const finding = result.findings.find((one) => one.rule === rule);
  assert.ok(finding, 'there is something to ignore');
  const edit = ignoreEdit(result, finding, reason, (edits) => session.relint(result, edits));
  return edit && applyEdits(text, [edit]);
}

describe('an ignore comment', () => {
  const C = '<!-- purpose ignore vague-quantity -->';
  const cases: readonly (readonly [string, string, string])[] = [
    ['above a paragraph', 'We teach\nmany songs.\n', `${C}\nWe teach\nmany songs.\n`],
    [
      'with the line endings of the file',
      '# Choir\r\n\r\nMany songs.\r\n',
      `# Choir\r\n\r\n${C}\r\nMany songs.\r\n`,
    ],
    ['above a heading', '# Many songs\n', `${C}\n# Many songs\n`],
    ['above a heading of two lines', 'Many songs\n===\n', `${C}\nMany songs\n===\n`],
    ['above a quote of one paragraph', '> Many songs.\n', `${C}\n> Many songs.\n`],
    ['above a quote in a quote', '> > Many songs.\n', `${C}\n> > Many songs.\n`],
    ['in a quote of more', '> Hello.\n>\n> Many songs.\n', `> Hello.\n>\n> ${C}\n> Many songs.\n`],
    [
      'behind the words of an item',
      '- One.\n- Many songs.\n  - Few.\n',
      `- One.\n- Many songs. ${C}\n  - Few.\n`,
    ],
    [
      'above a later paragraph of an item, where an open quote of code would swallow it',
      '1. One.\n\n   Many ` songs.\n',
      `1. One.\n\n   Many \` songs. ${C}\n`,
    ],
    ['in a cell', '| a | b |\n| - | - |\n| many | x |\n', `| a | b |\n| - | - |\n| many ${C} | x |\n`],
    [
      'beside another comment',
      '<!-- purpose ignore hedge -->\nMany songs.\n',
      `<!-- purpose ignore hedge --> ${C}\nMany songs.\n`,
    ],
    [
      'beside another comment further up',
      '<!-- purpose ignore hedge -->\n\nMany songs.\n',
      `<!-- purpose ignore hedge --> ${C}\n\nMany songs.\n`,
    ],
    [
      'below front matter',
      '---\nkind: team\n---\nMany songs.\n',
      `---\nkind: team\n---\n${C}\nMany songs.\n`,
    ],
    ['at the very end of a file', 'Many songs.', `${C}\nMany songs.`],
  ];
  for (const [where, text, expected] of cases) {
    it(`is written ${where}`, () => assert.equal(ignored(text), expected));
  }

  it('gives the reason, and lets nothing in it end the comment or the cell', () => {
    assert.equal(
      ignoreComment('hedge', '  we --> mean\n it: yes '),
      '<!-- purpose ignore hedge: we → mean it: yes -->',
    );
    const table = ignored('| a |\n| - |\n| many |\n', 'a | b') ?? '';
    assert.match(table, /: a \\\| b -->/);
    assert.deepEqual(
      session.lint(table).findings.filter(({ rule }) => rule === 'vague-quantity'),
      [],
    );
  });

  it('is not offered if no comment is possible', () => {
    assert.equal(ignored('---\nkind: [\n---\nWe mend.\n', '', 'front-matter'), undefined);
    assert.equal(ignored('We mend.\n\n<!-- purpose ignor -->\n', '', 'suppression'), undefined);
    assert.equal(ignored('', '', 'missing-statement'), undefined);
  });

  it('silences its finding and moves the others by its own length, in any Markdown', () => {
    let asked = 0;
    let placed = 0;
    fc.assert(
      fc.property(markdown, fc.nat(), fc.string(), (text, which, reason) => {
        const words = text.replaceAll('hard', 'many strive to');
        const result = session.lint(words);
        const findings = result.findings.filter(({ rule }) => !/front-matter|suppression|missing/.test(rule));
        const finding = findings[which % Math.max(1, findings.length)];
        if (!finding) return;
        asked++;
        const edit = ignoreEdit(result, finding, reason, (edits) => session.relint(result, edits));
        if (!edit) return;
        placed++;
        const now = new LintSession().lint(applyEdits(words, [edit])).findings;
        const shifted = (offset: number) => (offset >= edit.offset ? offset + edit.text.length : offset);
        const key = (rule: string, at: number) => `${rule} ${at}`;
        const left = new Set(now.map(({ rule, start }) => key(rule, start.offset)));
        assert.ok(!left.has(key(finding.rule, shifted(finding.start.offset))), 'the finding is gone');
        for (const { rule, start } of result.findings) {
          if (rule === finding.rule || rule === 'missing-statement') continue;
          assert.ok(left.has(key(rule, shifted(start.offset))), `${rule} is still there`);
        }
        assert.ok(now.length < result.findings.length, 'nothing is new');
      }),
      { numRuns: 150 },
    );
    assert.ok(placed > asked * 0.9, `${placed} of ${asked} findings could be ignored`);
  });
});
