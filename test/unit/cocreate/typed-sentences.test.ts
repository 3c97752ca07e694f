import assert from 'node:assert/strict';
import { typedSentences } from '../../../src/cocreate/typed-sentences';

/** Answers with these lines, and then leaves. */
function typing(...lines: string[]) {
  return typedSentences(async (number) => lines[number - 1]);
}

describe('sentences that a group types one after the other', () => {
  it('are voices with a name and candidates without one, until an empty line', async () => {
    assert.deepEqual(await typing('Ana: We bake bread.', 'we teach sailors', 'Ana – We bake.', ' ', 'More'), {
      voices: [
        { name: 'Ana', text: 'We bake bread.' },
        { name: 'Ana', text: 'We bake.' },
      ],
      candidates: ['we teach sailors'],
      isFinished: true,
    });
  });

  it('are all there if the user leaves', async () => {
    assert.deepEqual(await typing('Ana: We bake bread.', 'We teach sailors.'), {
      voices: [{ name: 'Ana', text: 'We bake bread.' }],
      candidates: ['We teach sailors.'],
      isFinished: false,
    });
  });
});
