import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Questionnaire, type QuestionToAsk } from '../../../src/templates/questionnaire';

const question = (id: string, more: Partial<QuestionToAsk> = {}): QuestionToAsk => ({
  id,
  ask: `${id}?`,
  hint: '',
  example: '',
  ...more,
});

const THREE = [question('a'), question('b', { initial: 'as it was' }), question('c', { onlyAfter: 'b' })];

describe('Questionnaire', () => {
  it('asks the questions in turn and detects the end', () => {
    let walk = new Questionnaire([question('a'), question('b')]);
    assert.deepEqual(walk.progress, { number: 1, of: 2 });
    walk = walk.answer('one').next();
    assert.equal(walk.question?.id, 'b');
    assert.equal(walk.done, false);
    walk = walk.skip();
    assert.equal(walk.done, true);
    assert.deepEqual(walk.state.skipped, ['b']);
  });

  it('stays at the first question after going back from it', () => {
    const walk = new Questionnaire(THREE).back();
    assert.equal(walk.question?.id, 'a');
  });

  it('asks a dependent question only after its answer, and never hides an answer', () => {
    let walk = new Questionnaire(THREE).next();
    assert.equal(walk.draft, 'as it was');
    assert.equal(walk.next().done, true);
    assert.equal(walk.next().back().question?.id, 'b');
    walk = walk.answer('yes').next();
    assert.equal(walk.question?.id, 'c');
    walk = walk.answer('words').back().answer('').next();
    assert.equal(walk.question?.id, 'c');
    assert.deepEqual(new Questionnaire(THREE).goTo('c').question?.id, 'a');
  });

  it('loses no answer, in any order of steps', () => {
    const step = fc.oneof(
      fc.constantFrom('next', 'back', 'skip', 'a', 'b', 'c'),
      fc.string({ maxLength: 4 }).map((text) => ({ text })),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let walk = new Questionnaire(THREE);
        const written = new Map<string, string>();
        for (const one of steps) {
          if (typeof one === 'object') {
            if (walk.question) written.set(walk.question.id, one.text);
            walk = walk.answer(one.text);
          } else if (one === 'next') walk = walk.next();
          else if (one === 'back') walk = walk.back();
          else if (one === 'skip') walk = walk.skip();
          else walk = walk.goTo(one);
          for (const { id } of THREE) assert.equal(walk.answerTo(id), written.get(id) ?? '');
          for (const id of walk.state.skipped) assert.equal(walk.answerTo(id).trim(), '');
          const { number, of } = walk.progress;
          assert.ok(number >= 1 && number <= of, `${number} of ${of}`);
        }
        // Going back often enough reaches the start, going on often enough the end.
        assert.equal(walk.back().back().back().question?.id, 'a');
        assert.equal(walk.next().next().next().done, true);
      }),
    );
  });
});
