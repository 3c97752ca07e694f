import assert from 'node:assert/strict';
import { checkConfig } from '../../../src/lint/check-config';
import { LintSession } from '../../../src/lint/session';

const session = new LintSession();

/** The marked wording outside the statement, or in the whole file. */
function marked(text: string, settings: unknown = {}): string[] {
  const { findings } = session.lint(text, [checkConfig(settings).layer]);
  return findings.filter(({ confidence }) => confidence !== undefined).map(({ text: at }) => at);
}

const STATEMENT = '# The Bakery\n\n> We bake rye bread for night nurses so that they eat at three.\n\n';
/** Makes a file longer than the limit up to which the whole file is checked. */
const LONG = `\n## The oven\n\n${'The oven is lit at noon by the two who have the keys. '.repeat(12)}\n`;

describe('the scope of the wording rules', () => {
  it('is all of the statement, in a file of any length', () => {
    const text = `> We bake excellent bread for various stakeholders.\n${LONG}`;
    assert.deepEqual(marked(text), ['excellent', 'various', 'stakeholders']);
  });

  it('is what is sure in the prose around it', () => {
    const sure =
      '## How we work\n\nWe strive to bake many loaves.\n\nThis bread is a good idea of the area.\n\n' +
      // Background tells of others.
      'The mill was lost in the war, and they had baked for various excellent stakeholders.\n';
    assert.deepEqual(marked(STATEMENT + sure + LONG), ['strive to', 'many']);
  });

  it('excludes headings, lists and tables', () => {
    const rest =
      '## Many loaves\n\n- We strive to bake many loaves.\n\n| a | We bake many loaves |\n| - | - |\n';
    assert.deepEqual(marked(STATEMENT + rest + LONG), []);
  });

  it('excludes procedures', () => {
    const rules =
      'The board shall strive to hear various members.\n\nMany votes are counted by hand at the yearly meeting.\n';
    assert.deepEqual(marked(`${STATEMENT}## How we decide\n\n${rules}${LONG}`), []);
    assert.deepEqual(marked(`${STATEMENT}## Membership\n\nWe strive to bake many loaves.\n`), []);
  });

  it('is every word of a short file and of what may become the statement', () => {
    const many = 'We try to bake various things.\n';
    const all = ['try to', 'various', 'things'];
    assert.deepEqual(marked(STATEMENT + many), all);
    assert.deepEqual(marked(`${STATEMENT}## Candidates\n\n### Two\n\n> ${many}${LONG}`), all);
  });

  it('excludes what the reader is asked to do', () => {
    assert.deepEqual(marked(`${STATEMENT}We lend various tools.\n`), ['various']);
    assert.deepEqual(marked(`${STATEMENT}Please see the list if you want to lend various tools.\n`), []);
  });

  it('excludes voices with all rules, and not the section after them', () => {
    const words = 'We try to bake various various things prior to noon.\n';
    const text = `${STATEMENT}## Voices\n\n### Ana\n\n> ${words}\n- Bo: ${words}\n## Candidates\n\n> ${words}`;
    const found = session.lint(text).findings.map(({ start }) => start.offset);
    assert.ok(found.length > 3);
    assert.deepEqual(
      found.filter((at) => at < text.indexOf('## Candidates')),
      [],
    );
  });

  it('asks who is in need only in the statement', () => {
    assert.deepEqual(marked('> We bake bread for families in need.\n'), ['families in need']);
    assert.deepEqual(marked(`${STATEMENT}We bake bread for families in need.\n`), []);
  });

  it('leaves out what others wrote: a quotation with its author, and a section of examples', () => {
    const quote = '“We want a vibrant and innovative community of excellent bakers.”';
    assert.deepEqual(marked(`${STATEMENT}> ${quote} — Ada Lovelace\n`), []);
    assert.deepEqual(marked(`${STATEMENT}${quote} ~ https://example.org/mission\n`), []);
    assert.deepEqual(marked(`${STATEMENT}## Examples\n\n### Oven club\n\n${quote}\n`), []);
    const far = '[Ada Lovelace](https://example.org) in the harbour of Leith, 4 May 1842, at the '.padEnd(
      200,
      'long ',
    );
    assert.deepEqual(marked(`${STATEMENT}> ${quote} — ${far}pier\n`), []);
    assert.notDeepEqual(marked(`${STATEMENT}${quote}\n`), []);
    const long =
      'The institution facilitates interdisciplinary collaboration and the dissemination of comprehensive methodological innovation.';
    const rules = (text: string) => session.lint(text).findings.map(({ rule }) => rule);
    assert.ok(rules(`${STATEMENT}> ${long}\n`).includes('readability'));
    assert.ok(!rules(`${STATEMENT}> ${long} — Ada Lovelace\n`).includes('readability'));
  });

  it('is the whole file if the settings say so', () => {
    const rest = '## Many loaves\n\n- We may bake various loaves.\n';
    assert.deepEqual(marked(STATEMENT + rest + LONG, { scope: 'file' }), ['Many', 'various']);
    assert.deepEqual(marked(`---\nlint: { scope: file }\n---\n${STATEMENT}${rest}${LONG}`), [
      'Many',
      'various',
    ]);
  });

  it('leaves the user’s own words and the rules that judge no wording alone', () => {
    const text = `${STATEMENT}## Membership\n\n- A doughnut prior to noon.\n${LONG}`;
    const { findings } = session.lint(text, [checkConfig({ flag: ['doughnut'] }).layer]);
    assert.deepEqual(
      findings.filter(({ rule }) => rule !== 'readability').map(({ text: at }) => at),
      ['doughnut', 'prior to'],
    );
  });

  it('moves with the statement', () => {
    const before = session.lint(
      `## Purpose\n\nWe bake for a good cause.\n\nWe fry for a good price.\n${LONG}`,
    );
    const at = before.document.text.indexOf('We bake');
    const found = (result: typeof before) => result.findings.map(({ text }) => text);
    assert.ok(found(before).includes('good cause'));
    const after = session.relint(before, [
      { offset: at, length: 'We bake for a good cause.\n\n'.length, text: '' },
    ]);
    assert.deepEqual(found(after), found(session.lint(after.document.text)));
  });

  it('names a value that it does not take', () => {
    const { layer, problems } = checkConfig({ scope: 'all' });
    assert.equal(layer.scope, undefined);
    assert.deepEqual(problems, [
      { path: ['scope'], breaks: true, message: '`scope` is one of statement, file.' },
    ]);
  });
});
