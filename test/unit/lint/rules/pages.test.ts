import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ParseEnglish } from 'parse-english';
import { VFile } from 'vfile';
import { proseRules } from '../../../../src/lint/rules';

const RULES = [
  'readability',
  'statement-length',
  'missing-who',
  'missing-what',
  'missing-change',
  'vague-quantity',
  'vague-degree',
  'buzzword',
  'hedge',
  'generality',
  'absolute',
  'simplify',
  'passive',
  'repeated-words',
  'equality',
];
const SECTIONS = [
  'Why',
  'What it asks',
  'Examples',
  'What the mark means',
  'Options',
  'Not this one',
  'Sources',
];
const parser = new ParseEnglish();

for (const id of RULES) {
  describe(`docs/rules/${id}.md`, () => {
    const page = readFileSync(`docs/rules/${id}.md`, 'utf8');

    it('has the title and the sections that each page has', () => {
      assert.match(page, new RegExp(`^# \`${id}\`: `));
      assert.deepEqual(
        [...page.matchAll(/^## (.+)$/gm)].map(([, title]) => title),
        SECTIONS,
      );
    });

    for (const text of examples(page, 'Marked')) {
      it(`marks: ${text}`, () => assert.equal(messagesOf(id, text).length, 1));
    }
    for (const text of examples(page, 'Not marked')) {
      it(`leaves alone: ${text}`, () => assert.deepEqual(messagesOf(id, text), []));
    }
  });
}

/** The block quotes under a heading of the page, each on one line. */
function examples(page: string, heading: string): string[] {
  const section = page.split(`\n### ${heading}\n`)[1]?.split(/\n#/)[0] ?? '';
  const quotes = section.match(/(?:^> .*\n?)+/gm) ?? [];
  assert.ok(quotes.length >= 2, `examples under ${heading}`);
  return quotes.map((quote) => quote.replace(/^> /gm, '').trim().replaceAll('\n', ' '));
}

function messagesOf(id: string, text: string): string[] {
  const rule = proseRules.find((one) => one.id === id);
  assert.ok(rule, `${id} is registered`);
  const file = new VFile(text);
  // biome-ignore lint/suspicious/noExplicitAny: a plugin is called here as unified calls it.
  (rule.plugin as any)()(parser.parse(text), file);
  return file.messages.map(({ reason }) => reason);
}
