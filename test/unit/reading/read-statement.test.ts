import assert from 'node:assert/strict';
import { type Ask, ReadingError } from '../../../src/reading/ask-twice';
import { readStatement } from '../../../src/reading/read-statement';

const STATEMENT = 'We feed many families.';
const answer = (...texts: string[]) =>
  JSON.stringify({
    vague: texts.map((text) => ({ text, occurrence: 1, kind: 'vague-quantity', question: '?', reason: 'r' })),
    who: null,
    what: null,
    change: null,
  });
const LONG = { timeout: 60_000 };

/** Answers in turn; records the prompts that it gets. */
function asking(...answers: (string | Error)[]): { ask: Ask; prompts: string[] } {
  const prompts: string[] = [];
  const ask: Ask = async (prompt) => {
    const next = answers[prompts.length];
    prompts.push(prompt);
    if (next instanceof Error) throw next;
    return next ?? '';
  };
  return { ask, prompts };
}

async function textsOf(ask: Ask, options = LONG): Promise<readonly string[]> {
  const { reading } = await readStatement(STATEMENT, ask, options);
  return reading.findings.map(({ text }) => text);
}

describe('readStatement', () => {
  it('asks once if the answer is right', async () => {
    const { ask, prompts } = asking(answer('many'));
    assert.equal((await readStatement(STATEMENT, ask, LONG)).rounds, 1);
    assert.equal(prompts.length, 1);
  });

  it('asks once more and names the faults', async () => {
    const { ask, prompts } = asking(answer('most'), answer('many'), answer());
    const { reading, rounds } = await readStatement(STATEMENT, ask, LONG);
    assert.deepEqual([rounds, prompts.length, reading.findings[0]?.text], [2, 2, 'many']);
    assert.match(prompts[1] ?? '', /"most" is not in the statement/);
  });

  it('does not ask again because of what no second answer would mend', async () => {
    const { ask, prompts } = asking(answer('many', 'many'));
    assert.deepEqual(await textsOf(ask), ['many']);
    assert.equal(prompts.length, 1);
  });

  it('uses the first answer if the second is not better, or fails', async () => {
    assert.deepEqual(await textsOf(asking(answer('many', 'most'), answer('few', 'most')).ask), ['many']);
    assert.deepEqual(await textsOf(asking(answer('many', 'most'), 'no').ask), ['many']);
    assert.deepEqual(await textsOf(asking(answer('many', 'most'), new Error('gone')).ask), ['many']);
  });

  it('reports the faults if neither answer is usable', async () => {
    await assert.rejects(textsOf(asking('no', 'no').ask), new ReadingError('The answer is not JSON.'));
    await assert.rejects(textsOf(asking('no', new Error('gone')).ask), new Error('gone'));
    await assert.rejects(textsOf(asking(new Error('gone')).ask), new Error('gone'));
  });

  it('sends no statement that is too long', async () => {
    const { ask, prompts } = asking();
    await assert.rejects(
      readStatement('a '.repeat(5000), ask, LONG),
      /has 10,000 characters; .* at most 8,000/,
    );
    assert.equal(prompts.length, 0);
  });

  it('ends when the time is up, even if the model never answers', async () => {
    const never: Ask = () => new Promise(() => {});
    await assert.rejects(
      textsOf(never, { timeout: 10 }),
      new ReadingError('There was no answer within 0.01 s.'),
    );
  });

  it('ends when it is cancelled, before and while it asks, also in the second round', async () => {
    const { ask, prompts } = asking(answer());
    await assert.rejects(
      readStatement(STATEMENT, ask, { ...LONG, signal: AbortSignal.abort('stop') }),
      /stop/,
    );
    assert.equal(prompts.length, 0);
    for (const first of [undefined, answer('most')]) {
      const controller = new AbortController();
      let asked = 0;
      const slow: Ask = (_, signal) => {
        if (first !== undefined && asked++ === 0) return Promise.resolve(first);
        signal.addEventListener('abort', () => assert.equal(signal.reason.message, 'enough'));
        controller.abort(new Error('enough'));
        return new Promise(() => {});
      };
      await assert.rejects(
        readStatement(STATEMENT, slow, { ...LONG, signal: controller.signal }),
        new Error('enough'),
      );
    }
  });
});
