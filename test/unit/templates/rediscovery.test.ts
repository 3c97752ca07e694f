import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parsePurpose } from '../../../src/statement/document';
import { RediscoverSession } from '../../../src/templates/rediscovery';

const FILE = `---
kind: team
---
# The *old* bakery

> We bake rye bread
> for sailors.

## Who it serves

Sailors in
the harbour.

## How

- We bake.
- We sell.

## Later
`;

/** Answers by question id, in the order of asking. */
function answered(text: string, answers: Readonly<Record<string, string>>): RediscoverSession {
  let session = RediscoverSession.start(text);
  while (session.questionnaire.question) {
    const answer = answers[session.questionnaire.question.id];
    session = session.with(
      answer === undefined ? session.questionnaire.skip() : session.questionnaire.answer(answer).next(),
    );
  }
  return session;
}

function applied(text: string, session: RediscoverSession, now = text): string {
  return session
    .result(now)
    .edits.reduce(
      (rest, edit) => rest.slice(0, edit.offset) + edit.text + rest.slice(edit.offset + edit.length),
      now,
    );
}

describe('RediscoverSession', () => {
  it('walks through title, statement and sections with what they say', () => {
    const session = RediscoverSession.start(FILE);
    assert.deepEqual(
      session.parts.map(({ id, name, text, single }) => [id, name, text, single]),
      [
        ['title', 'Title', 'The *old* bakery', true],
        ['statement', 'Statement', 'We bake rye bread\n> for sailors.', true],
        ['section-1', 'Who it serves', 'Sailors in\nthe harbour.', true],
        ['section-2', 'How', '- We bake.\n- We sell.', false],
      ],
    );
    assert.deepEqual(
      session.questionnaire.asked.map(({ id }) => id),
      ['title.fit', 'statement.fit', 'section-1.fit', 'section-2.fit'],
    );
    assert.equal(session.questionnaire.next().question?.about, 'We bake rye bread for sailors.');
  });

  it('changes the words that changed and gathers what pinches', () => {
    const session = answered(FILE, {
      'statement.fit': 'No more sailors.',
      'statement.text': 'We bake rye bread for families.',
      'section-2.fit': 'We also teach.',
      'section-2.text': '- We bake.\n- We sell.\n- We teach.',
    });
    assert.equal(
      applied(FILE, session),
      FILE.replace('sailors.', 'families.').replace('We sell.', 'We sell.\n- We teach.'),
    );
    assert.equal(session.result().note, 'Statement: No more sailors.\nHow: We also teach.');
    assert.equal(session.result().edits[1]?.text, 'families.');
  });

  it('does not change the file without an answer', () => {
    assert.deepEqual(
      answered(FILE, { 'title.fit': 'It is fine.', 'title.text': 'The *old* bakery' }).result(),
      {
        edits: [],
        note: 'Title: It is fine.',
        unplaced: [],
      },
    );
  });

  it('finds its place in a file that was changed meanwhile, or says that it cannot', () => {
    const session = answered(FILE, {
      'statement.fit': '!',
      'statement.text': 'We bake rye bread for families.',
      'section-1.fit': '!',
      'section-1.text': 'Families in the harbour.',
    });
    const now = FILE.replace('kind: team', 'kind: team\nstatus: worn').replace('Sailors in', 'Sailors near');
    assert.equal(applied(FILE, session, now), now.replace('sailors.', 'families.'));
    assert.deepEqual(
      session.result(now).unplaced.map(({ part, text }) => [part.id, text]),
      [['section-1', 'Families in the harbour.']],
    );
  });

  it('keeps Windows line endings', () => {
    const windows = FILE.replace(/\n/g, '\r\n');
    const session = answered(windows, { 'section-2.fit': '!', 'section-2.text': '- We bake.\n- We teach.' });
    assert.equal(applied(windows, session), windows.replace('We sell', 'We teach'));
  });

  it('writes the new wording of the statement and changes nothing else, in any file', () => {
    const block = fc.constantFrom(
      '# One',
      '## Purpose',
      '## How',
      'We bake\nbread.',
      '> We *bake*\n> rye\n>bread.',
      '- a\n- b',
      '<!-- x -->',
      '```\ncode\n```',
      '[a]: b',
    );
    const text = fc.array(block, { maxLength: 8 }).map((blocks) => `${blocks.join('\n\n')}\n`);
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('We bake rye bread.', 'We sell bread.', 'Bread.', 'We *bake* cake for all.'),
        (file, wanted) => {
          const before = parsePurpose(file).statement;
          const session = answered(file, { 'statement.fit': 'x', 'statement.text': wanted });
          const after = applied(file, session);
          if (!before) return assert.equal(after, file);
          const words = (markdown = '') => markdown.split(/\s+/).join(' ');
          assert.equal(words(parsePurpose(after).statement?.markdown), wanted);
          assert.equal(after.slice(0, before.start.offset), file.slice(0, before.start.offset));
          assert.ok(after.endsWith(file.slice(before.end.offset)));
        },
      ),
    );
  });

  it('comes back from its draft as it was', () => {
    const session = answered(FILE, { 'statement.fit': 'Tight.', 'statement.text': 'We bake.' });
    const again = RediscoverSession.resume(session.serialise());
    assert.ok('session' in again);
    assert.deepEqual(again.session.questionnaire, session.questionnaire);
    assert.deepEqual(again.session.result(), session.result());
    assert.ok('problem' in RediscoverSession.resume('{"purposeDraft":"rediscover","version":1}'));
  });
});
