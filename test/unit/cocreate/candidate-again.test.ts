import assert from 'node:assert/strict';
import { adopt } from '../../../src/cocreate/adopt';
import { candidateAgain } from '../../../src/cocreate/candidate-again';
import { parseCoCreate } from '../../../src/cocreate/parse-cocreate';
import { toggleVote } from '../../../src/cocreate/toggle-vote';
import { parsePurpose } from '../../../src/statement/document';

const TEXT = `# Ours

## Purpose

> We run a shop.

## Candidates

> We bake bread for sailors.

- votes: Ana

> We mend bicycles with children.
`;
const INSERTED = TEXT.replace('## Candidates\n', '## Candidates\n\n> We sell cars.\n');
const MEND = 'We mend bicycles with children.';

/** The last candidate, as chosen before the text changed. */
function chosen() {
  const [, candidate] = parseCoCreate(TEXT).candidates;
  assert.ok(candidate);
  return { index: 1, candidate };
}

describe('a candidate whose file changes while a question is open', () => {
  it('gets the vote and the adoption that were meant for it', () => {
    const now = candidateAgain(INSERTED, chosen());
    assert.ok(now);
    const votes = parseCoCreate(toggleVote(INSERTED, now.index, 'Bo')).candidates.map((one) =>
      one.votes.join(),
    );
    assert.deepEqual(votes, ['', 'Ana', 'Bo']);
    assert.equal(parsePurpose(adopt(INSERTED, now.index)).statement?.plain, MEND);
  });

  it('has its votes of now', () => {
    const voted = toggleVote(INSERTED, 2, 'Caro');
    assert.deepEqual(candidateAgain(voted, chosen())?.candidate.votes, ['Caro']);
  });

  it('is not found if it was reworded, taken out, or cannot be told from another one', () => {
    assert.equal(candidateAgain(TEXT.replace('children', 'teenagers'), chosen()), undefined);
    assert.equal(candidateAgain('# Ours\n\n> We run a shop.\n', chosen()), undefined);
    assert.equal(candidateAgain(`${INSERTED}\n> ${MEND}\n`, chosen()), undefined);
    assert.equal(candidateAgain(`${TEXT}\n> ${MEND}\n`, chosen())?.index, 1);
  });
});
