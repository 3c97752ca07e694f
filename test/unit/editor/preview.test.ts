import assert from 'node:assert/strict';
import { markPreview, type PreviewToken } from '../../../src/editor/preview/mark-preview';
import { plainAnatomy } from '../../../src/statement/anatomy';

function token(type: string, content: string, more: Partial<PreviewToken> = {}): PreviewToken {
  return { type, content, level: 0, map: null, children: null, ...more };
}

/** The preview of a source with one paragraph of these texts, with emphasis between them. */
function preview(src: string, line: number, texts: readonly string[], isPurpose = true): string {
  const children = texts.flatMap((text) => [token('em_open', ''), token('text', text)]);
  const tokens = [token('inline', '', { map: [line, line + 1], children })];
  const before = JSON.stringify(tokens);
  const [marked] = markPreview(tokens, src, isPurpose);
  assert.equal(JSON.stringify(tokens), before, 'the editor keeps the tokens');
  return (marked?.children ?? []).map(({ content }) => content).join('');
}

const SENTENCE = 'We mend bicycles for commuters in Leith so that they ride to work on time.';

describe('the preview', () => {
  it('has classes for who, what and change of the statement, across its markup', () => {
    const texts = ['We mend bicycles for com', 'muters in Leith so that they ride to work on time.'];
    const html = preview(`# Kitchen\n\n${texts.join('*')}*\n`, 2, texts);
    assert.equal(html.replace(/<[^>]*>/g, ''), SENTENCE);
    const parts = Object.keys(plainAnatomy(SENTENCE));
    assert.ok(parts.length >= 2, parts.join());
    for (const part of parts) assert.match(html, new RegExp(`class="[^"]*purpose-${part}`));
    assert.match(html, /<span class="[^"]*purpose-who[^"]*">com<\/span>/);
  });

  it('has one for blanks', () => {
    const html = preview('Notes.\n\nWe mend {{what}} here.\n', 2, ['We mend {{what}} here.']);
    assert.match(html, /<span class="[^"]*purpose-blank[^"]*">\{\{what\}\}<\/span>/);
  });

  it('leaves other Markdown, and a statement in another language, as it is', () => {
    assert.equal(preview(`${SENTENCE} {{x}}\n`, 0, [`${SENTENCE} {{x}}`], false), `${SENTENCE} {{x}}`);
    const german = 'Wir reparieren Fahrräder, damit die Leute in Leith zur Arbeit fahren können.';
    assert.equal(preview(`---\nlang: de\n---\n${german}\n`, 3, [german]), german);
  });

  it('encloses the copy of a statement if both markers are on one level', () => {
    const begin = '<!-- purpose:begin crew.purpose.md -->\n';
    const end = '<!-- purpose:end -->\n';
    const show = (level: number) => {
      const tokens = [
        token('html_block', begin),
        token('paragraph', 'We row.'),
        token('html_block', end, { level }),
      ];
      return markPreview(tokens, begin, false).map(({ content }) => content);
    };
    assert.deepEqual(show(0), [begin, '<div class="purpose-copy">', 'We row.', '</div>', end]);
    assert.deepEqual(show(1), [begin, 'We row.', end]);
  });
});
