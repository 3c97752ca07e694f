import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  choiceAt,
  likeliestChoices,
  markStatement,
  statementChoices,
} from '../../../src/statement/choose-statement';
import { PurposeDocument } from '../../../src/statement/document';
import { applyEdits } from '../../../src/text/text-edit';
import { markdown } from '../support/markdown';

const CHARTER = [
  '# Harbour bakers',
  '',
  'The oven is older than the quay.',
  '',
  'Version 2.3',
  '',
  '## What we do',
  '',
  'We bake bread so that crews eat before dawn.',
  '',
  '- Flour is kept dry.',
  '- Crews pay by the month.',
  '',
  '> Bread before dawn.',
  '',
].join('\n');

function mark(text: string, words: string): string {
  const document = PurposeDocument.of(text);
  const choice = statementChoices(document).find(({ plain }) => plain.startsWith(words));
  assert.ok(choice, words);
  const edits = markStatement(document, choice);
  assert.ok(edits);
  return applyEdits(text, edits);
}

describe('choosing the statement', () => {
  it('offers each text that can be one, in the order of the file and with its heading', () => {
    const choices = statementChoices(PurposeDocument.of(CHARTER));
    assert.deepEqual(
      choices.map(({ plain, heading }) => [plain, heading]),
      [
        ['The oven is older than the quay.', 'Harbour bakers'],
        ['We bake bread so that crews eat before dawn.', 'What we do'],
        ['Flour is kept dry. Crews pay by the month.', 'What we do'],
        ['Flour is kept dry.', 'What we do'],
        ['Crews pay by the month.', 'What we do'],
        ['Bread before dawn.', 'What we do'],
      ],
    );
  });

  it('offers what reads like a purpose first', () => {
    const [first] = likeliestChoices(PurposeDocument.of(CHARTER));
    assert.equal(first?.plain, 'We bake bread so that crews eat before dawn.');
  });

  it('offers no choices in a file with conflict markers', () => {
    const conflict = '<<<<<<< ours\nWe bake.\n=======\nWe bake rye.\n>>>>>>> theirs\n';
    assert.deepEqual(statementChoices(PurposeDocument.of(conflict)), []);
  });

  it('finds the text at the cursor, the item in a list, also from the markers before it', () => {
    const document = PurposeDocument.of(CHARTER);
    const at = (words: string, back = 0) => choiceAt(document, CHARTER.indexOf(words) - back)?.plain;
    assert.equal(at('older than'), 'The oven is older than the quay.');
    assert.equal(at('Crews pay'), 'Crews pay by the month.');
    assert.equal(at('Crews pay', 2), 'Crews pay by the month.');
    assert.equal(at('Bread before dawn', 2), 'Bread before dawn.');
    assert.equal(at('Version 2.3'), 'Version 2.3');
    assert.equal(at('What we do'), undefined);
  });
});

describe('marking the statement', () => {
  it('writes one comment above the text', () => {
    assert.equal(mark(CHARTER, 'We bake'), CHARTER.replace('We bake', '<!-- purpose:statement -->\nWe bake'));
    assert.equal(mark(CHARTER, 'Bread'), CHARTER.replace('> Bread', '<!-- purpose:statement -->\n> Bread'));
  });

  it('writes it into the item of a list', () => {
    const marked = mark(CHARTER, 'Crews pay');
    assert.equal(marked, CHARTER.replace('- Crews', '- <!-- purpose:statement -->\n  Crews'));
    assert.equal(PurposeDocument.of(marked).statement?.plain, 'Crews pay by the month.');
  });

  it('does not split a list with an empty item', () => {
    const document = PurposeDocument.of('-\n- Bread.');
    const item = statementChoices(document).at(-1);
    const edits = item && markStatement(document, item);
    assert.equal(edits && applyEdits(document.text, edits), '-\n- <!-- purpose:statement -->\n  Bread.');
  });

  it('keeps the line endings of the file', () => {
    const text = CHARTER.replaceAll('\n', '\r\n');
    assert.equal(mark(text, 'We bake'), text.replace('We bake', '<!-- purpose:statement -->\r\nWe bake'));
  });

  it('moves the marker there is, and changes nothing if it is there already', () => {
    const once = mark(CHARTER, 'We bake');
    assert.equal(mark(once, 'Bread'), mark(CHARTER, 'Bread'));
    assert.equal(mark(once, 'We bake'), once);
  });

  it('does not change the rendered text, in any file', () => {
    fc.assert(
      fc.property(markdown, fc.nat(), (text, pick) => {
        const document = PurposeDocument.of(text);
        const choices = statementChoices(document);
        const choice = choices[pick % Math.max(1, choices.length)];
        const edits = choice && markStatement(document, choice);
        if (!choice || !edits || edits.length === 0) return;
        const marked = PurposeDocument.of(applyEdits(text, edits));
        assert.equal(marked.statement?.by, 'marker');
        assert.equal(marked.statement?.plain, choice.plain);
        const plains = (of: PurposeDocument) => statementChoices(of).map(({ plain }) => plain);
        assert.deepEqual(plains(marked), plains(document));
      }),
      { numRuns: 300 },
    );
  });
});
