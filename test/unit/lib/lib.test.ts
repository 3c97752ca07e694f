import assert from 'node:assert/strict';
import remarkParse from 'remark-parse';
import remarkRetext from 'remark-retext';
import retextEnglish from 'retext-english';
import { type Processor, unified } from 'unified';
import { purposePreset, remarkPurpose } from '../../../src/lib/preset';
import type { PurposeMessage } from '../../../src/lib/report';
import * as library from '../../../src/lib/rules';
import { rules } from '../../../src/lint/rules';
import { LintSession } from '../../../src/lint/session';

const TEXT = `---
status: trying
---

# Crew

> We strive to mend many bicycles for stakeholders.

<!-- purpose ignore hedge: theirs -->

They seek to ride.

{{blank}}
`;

/** A compiler that prints nothing, because only the messages count. */
function silent(this: Processor): void {
  this.compiler = () => '';
}

describe('the unified preset', () => {
  it('finds what the linter finds, at the same places', async () => {
    const file = await unified().use(remarkParse).use(purposePreset).use(silent).process(TEXT);
    const { findings } = new LintSession().lint(TEXT);
    assert.ok(findings.length >= 4);
    assert.deepEqual(
      (file.messages as PurposeMessage[]).map(({ ruleId, line, column, actual, question }) => [
        ruleId,
        line,
        column,
        actual,
        question,
      ]),
      findings.map(({ rule, start, text, question }) => [rule, start.line, start.column, text, question]),
    );
  });

  it('says how much a finding weighs as unified does', async () => {
    const text = '---\nlint:\n  hedge: error\n---\n\nWe strive to mend many bicycles {{when?}}.\n';
    const { messages } = await unified().use(remarkParse).use(purposePreset).use(silent).process(text);
    const weights = new Map(messages.map(({ ruleId, fatal }) => [ruleId, fatal]));
    assert.deepEqual(
      ['hedge', 'unfilled-placeholder', 'vague-quantity'].map((rule) => weights.get(rule)),
      [true, false, undefined],
    );
  });

  it('takes settings, and names one that it cannot use', async () => {
    const process = async (settings: object) =>
      unified().use(remarkParse).use(remarkPurpose, settings).use(silent).process(TEXT);
    const { messages } = await process({ rules: { hedge: 'off' }, accept: ['stakeholder'] });
    assert.ok(!messages.some(({ ruleId }) => ruleId === 'hedge' || ruleId === 'generality'));
    await assert.rejects(process({ rules: { hege: 'off' } }), /rules\.hege.*did you mean `hedge`/);
  });
});

describe('the rules as plugins', () => {
  it('exports every rule that a text alone is enough for', () => {
    const own: Readonly<Record<string, string>> = { readability: 'retextReadable' };
    const nameOf = (id: string, kind: string) =>
      own[id] ?? `${kind}-${id}`.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    const expected = rules.flatMap(({ id, scope, traits }) => {
      // Purpose does not apply suppression comments in other people's pipelines.
      if (scope === 'care' || traits.unsilenced) return [];
      return [nameOf(id, scope === 'block' || scope === 'file' ? 'remark' : 'retext')];
    });
    assert.deepEqual(Object.keys(library).sort(), expected.sort());
  });

  it('runs one alone in a retext pipeline', async () => {
    const prose = unified().use(retextEnglish).use(library.retextHedge).use(silent);
    const { messages } = await prose.process('We strive to mend.');
    assert.deepEqual(
      messages.map(({ ruleId, actual, place }) => [
        ruleId,
        actual,
        place && 'start' in place && place.start.offset,
      ]),
      [['hedge', 'strive to', 3]],
    );
  });

  it('runs one alone in a Markdown pipeline', async () => {
    const prose = unified()
      .use(retextEnglish)
      .use(library.retextVagueQuantity, { accept: ['several'] });
    const file = await unified()
      .use(remarkParse)
      // Its types do not accept a processor that already has rules.
      .use(remarkRetext, prose as never)
      .use(silent)
      .process('# Crew\n\nWe mend **many** bicycles with several people.\n');
    assert.deepEqual(
      file.messages.map(({ ruleId, line, column, actual }) => [ruleId, line, column, actual]),
      [['vague-quantity', 3, 11, 'many']],
    );
  });
});
