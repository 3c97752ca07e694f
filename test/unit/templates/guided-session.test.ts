import assert from 'node:assert/strict';
import fc from 'fast-check';
import { blanksOf } from '../../../src/templates/blanks';
import { builtInTemplates } from '../../../src/templates/built-in';
import { answerFindings, GuidedSession } from '../../../src/templates/guided-session';
import { parseTemplate } from '../../../src/templates/parse-template';
import type { Template } from '../../../src/templates/template';
import { filledTemplate } from '../support/filled-template';

function template(body: string): Template {
  const parsed = parseTemplate(body, '/t/small.md').template;
  assert.ok(parsed);
  return parsed;
}

function resumed(draft: string): GuidedSession {
  const result = GuidedSession.resume(draft);
  assert.ok('session' in result);
  return result.session;
}

const SMALL = template('# {{title}}\n\n> We {{what}} for {{who}}.\n');

describe('GuidedSession', () => {
  for (const each of builtInTemplates()) {
    it(`asks through ${each.id} to the file that its examples make`, () => {
      let session = GuidedSession.start(each);
      while (session.questionnaire.question) {
        session = session.with(session.questionnaire.answer(session.questionnaire.question.example).next());
      }
      assert.deepEqual(session.finish(), { text: filledTemplate(each), blanks: [] });
    });
  }

  it('starts with known answers and leaves the others open', () => {
    const session = GuidedSession.start(SMALL, { title: 'Bakery', unknown: 'x' });
    assert.equal(session.questionnaire.draft, 'Bakery');
    const { text, blanks } = session.finish();
    assert.equal(text, '# Bakery\n\n> We {{what}} for {{who}}.\n');
    assert.deepEqual(
      blanks.map(({ name, start, end }) => [name, text.slice(start, end)]),
      [
        ['what', '{{what}}'],
        ['who', '{{who}}'],
      ],
    );
  });

  it('leaves a blank without an answer with its question', () => {
    const team = builtInTemplates().find(({ id }) => id === 'team') as Template;
    const { text, blanks } = GuidedSession.start(team, { title: 'Crew', work: 'run the machines' }).finish();
    assert.match(text, /^# Crew$/m);
    assert.match(
      text,
      /^> We run the machines \{\{For whom\?\}\}, so that \{\{What can they do because of it\?\}\}\.$/m,
    );
    for (const { name, start, end } of blanks) assert.equal(text.slice(start, end), `{{${name}}}`);
    assert.ok(blanks.some(({ name }) => name === 'For whom?'));
  });

  it('shows the sentence so far, once there is one', () => {
    const start = GuidedSession.start(SMALL);
    assert.equal(start.sentence, '');
    assert.equal(
      start.with(start.questionnaire.answer('Bakery')).sentence,
      '',
      'the title is not part of it',
    );
    const what = start.with(start.questionnaire.goTo('what').answer('bake bread.'));
    assert.equal(what.sentence, 'We bake bread for ….');
  });

  it('lints an answer in its sentence and gives places in the answer', async () => {
    let session = GuidedSession.start(SMALL).with(GuidedSession.start(SMALL).questionnaire.goTo('what'));
    session = session.with(session.questionnaire.answer('bake good bread'));
    const lint = (text: string) =>
      ['We', 'good', 'bread for'].map((words) => {
        const offset = text.indexOf(words);
        return { words, start: { offset }, end: { offset: offset + words.length } };
      });
    const found = await answerFindings(session, lint);
    assert.deepEqual(
      found.map(({ finding, start, end }) => [finding.words, start, end]),
      [['good', 5, 9]],
    );
    const unanswered = session.with(session.questionnaire.next());
    assert.deepEqual(await answerFindings(unanswered, lint), []);
  });

  it('comes back from its draft as it was', () => {
    const name = fc.stringMatching(/^[a-z_]{1,9}$/);
    const names = fc.uniqueArray(fc.oneof(name, fc.constantFrom('__proto__', 'constructor')), {
      minLength: 1,
      maxLength: 5,
    });
    const step = fc.oneof(
      fc.constantFrom('next', 'back', 'skip'),
      fc.string({ unit: 'binary', maxLength: 5 }),
    );
    fc.assert(
      fc.property(names, fc.array(step, { maxLength: 15 }), (blanks, steps) => {
        let session = GuidedSession.start(template(blanks.map((blank) => `{{${blank}}}`).join(' ')));
        for (const one of steps) {
          const { questionnaire } = session;
          session = session.with(
            one === 'next'
              ? questionnaire.next()
              : one === 'back'
                ? questionnaire.back()
                : one === 'skip'
                  ? questionnaire.skip()
                  : questionnaire.answer(one),
          );
        }
        const again = resumed(session.serialise());
        assert.deepEqual(again.template, session.template);
        assert.deepEqual(again.questionnaire.state, session.questionnaire.state);
        assert.deepEqual(again.questionnaire.questions, session.questionnaire.questions);
        assert.deepEqual(again.finish(), session.finish());
      }),
      { numRuns: 50 },
    );
  });

  it('rejects a draft that is not one, and repairs an incomplete one', () => {
    for (const draft of [
      '',
      '{',
      'null',
      '[]',
      '{"purposeDraft":"rediscover","version":1}',
      '{"purposeDraft":"guided","version":2}',
    ]) {
      assert.deepEqual(GuidedSession.resume(draft), {
        problem: 'This draft of a guided start cannot be read; it is left as it is.',
      });
    }
    assert.deepEqual(GuidedSession.resume('{"purposeDraft":"guided","version":1,"template":{"id":"x"}}'), {
      problem: 'This draft has lost its template; it is left as it is.',
    });
    const mended = resumed(
      JSON.stringify({
        purposeDraft: 'guided',
        version: 1,
        template: {
          body: 'We {{what}} for {{who}}.',
          questions: [{ blank: 'who', ask: 'Who?' }, { blank: 'gone', ask: '?' }, 7],
        },
        walk: { at: 99, answers: { what: 'bake', who: 3, gone: 'x' }, skipped: ['who', 'who', 4] },
      }),
    );
    assert.deepEqual(
      mended.questionnaire.questions.map(({ id }) => id),
      ['who', 'what'],
    );
    assert.deepEqual(mended.questionnaire.state, { at: 2, answers: { what: 'bake' }, skipped: ['who'] });
    assert.equal(blanksOf(mended.finish().text).length, 1);
  });
});
