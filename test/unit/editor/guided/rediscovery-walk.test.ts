import assert from 'node:assert/strict';
import { RediscoveryWalk } from '../../../../src/editor/guided/rediscovery-walk';
import { RediscoverSession } from '../../../../src/templates/rediscovery';

describe('a rediscovery under way', () => {
  it('is kept as a draft while an answer is typed, and with each step', () => {
    const kept: RediscoverSession[] = [];
    const start = RediscoverSession.start('# Team\n\n> We mend bicycles with children.\n');
    const walk = new RediscoveryWalk(start, (session) => kept.push(session));
    for (const typed of ['Half of them', 'Half of them have left.']) walk.types(typed);
    assert.equal(kept.at(-1)?.questionnaire.answerTo('title.fit'), 'Half of them have left.');
    walk.goesTo(walk.session.questionnaire.next());
    assert.equal(kept.at(-1), walk.session);
    assert.equal(walk.session.questionnaire.question?.id, 'title.text');
    assert.equal(walk.session.questionnaire.answerTo('title.fit'), 'Half of them have left.');
  });
});
