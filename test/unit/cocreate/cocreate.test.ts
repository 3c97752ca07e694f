import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addCandidate, addVoice } from '../../../src/cocreate/add-words';
import { adopt } from '../../../src/cocreate/adopt';
import { buildCoCreate } from '../../../src/cocreate/build-cocreate';
import { parseCoCreate } from '../../../src/cocreate/parse-cocreate';
import { toggleVote } from '../../../src/cocreate/toggle-vote';
import { parsePurpose } from '../../../src/statement/document';

const BUILT = `---
kind: team
status: draft
---

# Street bakery

## Purpose

> {{the purpose we adopt}}

## Voices

### Ana

> We bake bread for sailors.

### Bo \\*

> We teach sailors
> to bake.

## Words we share

- bake (Ana, Bo \\*)
- sailors (Ana, Bo \\*)

## Candidates

### Candidate 1

> We bake bread for sailors.

- votes:

### Candidate 2

> We teach sailors
> to bake.

- votes:
`;

const VOICES = [
  { name: 'Ana', text: 'We bake bread for sailors.' },
  { name: ' Bo  *', text: 'We teach sailors\r\nto bake.\n' },
];

const names = (text: string) => parseCoCreate(text).candidates.map(({ votes }) => votes);

describe('buildCoCreate', () => {
  it('puts every voice under its name, what they share, and candidates with room for votes', () => {
    assert.equal(buildCoCreate({ title: 'Street bakery', kind: 'team', voices: VOICES }), BUILT);
  });

  it('makes a purpose file whose statement is open', () => {
    const file = parsePurpose(BUILT);
    assert.equal(file.title, 'Street bakery');
    assert.equal(file.statement?.plain, '{{the purpose we adopt}}');
    assert.deepEqual(file.frontMatter.data, { kind: 'team', status: 'draft' });
    assert.deepEqual(file.frontMatter.problems, []);
  });

  it('distinguishes voices with the same name and skips empty ones', () => {
    const voice = (name: string, text = 'We bake.') => ({ name, text });
    const text = buildCoCreate({
      title: '',
      voices: [voice('Ana'), voice('ana'), voice(''), voice('Cy', ' \n')],
    });
    assert.deepEqual(
      parseCoCreate(text).voices.map(({ name }) => name),
      ['Ana', 'ana (2)', 'Voice 3'],
    );
    assert.equal(parseCoCreate(text).candidates.length, 1);
    assert.match(text, /^---\nstatus: draft\n---\n\n# Our purpose\n/);
  });

  it('survives a round trip, for any voices', () => {
    const name = fc.string({ minLength: 1, maxLength: 8 }).filter((words) => /\S/.test(words));
    const said = fc.array(
      fc.constantFrom(
        'We',
        'bake',
        '*bread*',
        'for',
        'Leith.',
        '`x`',
        '\n',
        '\n\n',
        'votes: Ana',
        '- [x] Bo',
      ),
      { minLength: 1, maxLength: 8 },
    );
    const voice = fc.record({ name, text: said.map((words) => `We ${words.join(' ')}`) });
    fc.assert(
      fc.property(fc.array(voice, { maxLength: 4 }), fc.array(voice, { maxLength: 3 }), (voices, more) => {
        const text = buildCoCreate({ title: 'T', voices, candidates: more.map((one) => one.text) });
        const file = parseCoCreate(text);
        assert.equal(file.voices.length, voices.length);
        file.voices.forEach(({ name: read, text: words, span }, index) => {
          const written = (voices[index]?.name ?? '').replace(/\s+/g, ' ').trim();
          assert.ok(read === written || read.startsWith(`${written} (`), `${read} for ${written}`);
          assert.ok(words.startsWith('We'));
          assert.ok(text.slice(span.start, span.end).startsWith('We'));
        });
        const key = (words: string) => words.replace(/\s+/g, ' ').trim();
        const wanted = new Set((more.length > 0 ? more : voices).map((one) => key(one.text)));
        assert.equal(file.candidates.length, wanted.size);
        for (const { votes, votesLine, adopted } of file.candidates) {
          assert.deepEqual(votes, []);
          assert.ok(votesLine);
          assert.equal(adopted, false);
        }
        assert.equal(parsePurpose(text).statement?.plain, '{{the purpose we adopt}}');
      }),
      { numRuns: 50 },
    );
  });
});

describe('parseCoCreate', () => {
  it('reads votes in every documented form', () => {
    const votes = (list: string) => names(`## Candidates\n\n> We bake.\n\n${list}\n`)[0];
    assert.deepEqual(votes('- votes: Ana, @Bo and Cy; ana'), ['Ana', 'Bo', 'Cy']);
    assert.deepEqual(votes('* **Votes:** Ana & Bo,\n  Cy'), ['Ana', 'Bo', 'Cy']);
    assert.deepEqual(votes('Votes = Ana\nA remark.'), ['Ana']);
    assert.deepEqual(votes('- [x] Ana\n- [ ] Bo\n- [X] Cy\n- +1 Di\n- a remark'), ['Ana', 'Cy', 'Di']);
    assert.deepEqual(votes('- votes:\n  - Ana\n  - Bo +1\n  - [ ] Cy'), ['Ana', 'Bo']);
    assert.deepEqual(votes('- Votes (2): Alexander, Sandy'), ['Alexander', 'Sandy']);
    assert.deepEqual(votes('- votes:'), []);
    assert.deepEqual(votes('- devotes: Ana'), []);
  });

  it('gives the place of each name', () => {
    const text = '## Candidates\n\n> We bake.\n\n- votes: Ana, Bo and @Cy\n- [x] Di\n';
    const places = parseCoCreate(text).candidates[0]?.voteSpans.map(({ span }) =>
      text.slice(span.start, span.end),
    );
    assert.deepEqual(places, ['Ana', 'Bo', '@Cy', '[x] Di']);
  });

  it('bears what people do to headings, quotes and order', () => {
    const text = `# Bakery
## The candidates (pick one)
> One.
votes: Ana

> Two.

- [x] Bo
### A third
Three, without a quote.

A remark.
## Notes
> Not a candidate.
## Voices we heard
- Ana: We *bake*.
- **Bo:** We sell.

> Nobody signed this.
### Candidates
Cy was called so.
`;
    const { voices, candidates } = parseCoCreate(text);
    assert.deepEqual(
      voices.map((voice) => [voice.name, voice.text]),
      [
        ['Ana', 'We *bake*.'],
        ['Bo', 'We sell.'],
        ['Voice 3', 'Nobody signed this.'],
        ['Candidates', 'Cy was called so.'],
      ],
    );
    assert.deepEqual(
      candidates.map((candidate) => [candidate.text, candidate.votes]),
      [
        ['One. votes: Ana', []],
        ['Two.', ['Bo']],
        ['Three, without a quote.', []],
      ],
    );
  });

  it('finds nothing in an unrelated file', () => {
    for (const text of ['', 'We bake.', '# Candidates\n\n> One.']) {
      assert.deepEqual(parseCoCreate(text), { voices: [], candidates: [], sections: {} });
    }
  });
});

describe('adopt', () => {
  it('makes a candidate the statement and keeps all else', () => {
    assert.equal(
      adopt(BUILT, 1),
      BUILT.replace('> {{the purpose we adopt}}', '> We teach sailors\n> to bake.'),
    );
    assert.deepEqual(
      parseCoCreate(adopt(BUILT, 1)).candidates.map(({ adopted }) => adopted),
      [false, true],
    );
    assert.equal(adopt(adopt(BUILT, 1), 1), adopt(BUILT, 1));
    assert.equal(adopt(adopt(BUILT, 1), 0), adopt(BUILT, 0));
  });

  it('keeps a statement that appears nowhere else as a candidate', () => {
    const before = BUILT.replace('{{the purpose we adopt}}', 'We sell cake to {{who}}.');
    const after = adopt(before, 0);
    assert.equal(parsePurpose(after).statement?.plain, 'We bake bread for sailors.');
    assert.deepEqual(
      parseCoCreate(after).candidates.map(({ text }) => text),
      ['We bake bread for sailors.', 'We teach sailors to bake.', 'We sell cake to {{who}}.'],
    );
  });

  it('inserts a statement into a file without one', () => {
    const rest = '## Voices\n\n### Why\n\n> We sell.\n\n## Candidates\n\n> We bake.\n';
    assert.equal(adopt(rest, 0), `## Purpose\n\n> We bake.\n\n${rest}`);
    assert.equal(adopt(`# T\n${rest}`, 0), `# T\n\n## Purpose\n\n> We bake.\n\n${rest}`);
    assert.equal(adopt(`# T\n\n## Mission\n\n${rest}`, 0), `# T\n\n## Mission\n\n> We bake.\n\n${rest}`);
  });

  it('throws if there is no such candidate', () => {
    assert.throws(() => adopt('We bake.', 0), new RangeError('There is no candidate 1; the file has 0.'));
  });

  const block = fc.constantFrom(
    '# Title',
    '## Purpose',
    '## Voices',
    '### Ana',
    '### Why',
    '## Candidates',
    '### One',
    '## Notes',
    '> We bake\n> bread.',
    '> We sell\n> *cake*.',
    '> One.\n>\n> Two.',
    'We bake.',
    '{{open}}',
    '- votes: Ana',
    '- [x] Bo\n- [ ] Cy',
    '<!-- a remark -->',
    '```\n> code\n```',
  );
  const anyFile = fc
    .tuple(fc.array(block, { maxLength: 12 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
    .map(([blocks, eol, fronted]) => {
      const text = `${fronted ? '---\nkind: team\n---\n\n' : ''}${[...blocks, '## Candidates', '> We bake rye\n> bread.'].join('\n\n')}\n`;
      return text.replaceAll('\n', eol);
    });

  it('leaves every word of the file in it, in any file', () => {
    fc.assert(
      fc.property(anyFile, fc.nat(5), (text, nth) => {
        const before = parseCoCreate(text);
        const index = nth % Math.max(1, before.candidates.length);
        if (before.candidates.length === 0) return;
        const after = adopt(text, index);
        const now = parseCoCreate(after);
        assert.equal(parsePurpose(after).statement?.plain, before.candidates[index]?.text);
        assert.deepEqual(
          now.candidates.slice(0, before.candidates.length).map((one) => [one.text, one.votes]),
          before.candidates.map((one) => [one.text, one.votes]),
        );
        assert.deepEqual(
          now.voices.map((one) => [one.name, one.text]),
          before.voices.map((one) => [one.name, one.text]),
        );
        // Every line is still there, except those of a statement that also appears elsewhere.
        const statement = parsePurpose(text).statement;
        const kept = (text.slice(0, statement?.start.offset) + text.slice(statement?.end.offset))
          .split(/\r?\n/)
          .filter((line) => /\w/.test(line));
        const left = after.split(/\r?\n/);
        for (const line of kept) assert.ok(left.includes(line), `${line} is gone`);
        const old = statement?.plain ?? '{{}}';
        const known = [...now.candidates, ...now.voices].some((one) => one.text === old);
        // If the statement was a list, only its words are compared, not the item markers.
        const words = after.replace(/^>+ ?|^- |\*/gm, '').replace(/\s+/g, ' ');
        assert.ok(known || words.includes(old) || old.startsWith('{{'), old);
        assert.equal(/(?<!\r)\n/.test(after), /(?<!\r)\n/.test(text));
      }),
      { numRuns: 100 },
    );
  });

  it('takes a vote and gives it back, and touches no other candidate', () => {
    const voter = fc.constantFrom('Ana', 'Bo', 'cy', 'Di');
    fc.assert(
      fc.property(anyFile, fc.nat(5), fc.array(voter, { maxLength: 3 }), (file, nth, voters) => {
        let text = file;
        const { candidates } = parseCoCreate(text);
        if (candidates.length === 0) return;
        const index = nth % candidates.length;
        for (const name of voters) {
          const before = names(text);
          text = toggleVote(text, index, name);
          const after = names(text);
          const lower = (list: readonly string[] = []) => list.map((one) => one.toLowerCase()).sort();
          const wanted = new Set(lower(before[index]));
          if (!wanted.delete(name.toLowerCase())) wanted.add(name.toLowerCase());
          assert.deepEqual(lower(after[index]), [...wanted].sort());
          assert.deepEqual(after.toSpliced(index, 1), before.toSpliced(index, 1));
        }
        assert.deepEqual(
          parseCoCreate(text).candidates.map((one) => one.text),
          candidates.map((one) => one.text),
        );
      }),
      { numRuns: 50 },
    );
  });
});

describe('toggleVote', () => {
  const start = '## Candidates\n\n> We bake.\n';
  it('writes votes as people write them', () => {
    const one = toggleVote(start, 0, ' Ana ');
    assert.equal(one, '## Candidates\n\n> We bake.\n\n- votes: Ana\n');
    const two = toggleVote(one, 0, 'Bo');
    assert.equal(two, '## Candidates\n\n> We bake.\n\n- votes: Ana, Bo\n');
    assert.equal(toggleVote(two, 0, 'ANA'), '## Candidates\n\n> We bake.\n\n- votes: Bo\n');
    assert.equal(toggleVote(BUILT, 0, 'Ana'), BUILT.replace('- votes:', '- votes: Ana'));
    assert.equal(toggleVote(toggleVote(BUILT, 0, 'Ana'), 0, 'Ana'), BUILT);
    const ticks = `${start}\n- [x] Ana\n- [ ] Bo\n- +1 Cy\n`;
    assert.equal(toggleVote(ticks, 0, 'Bo'), ticks.replace('[ ] Bo', '[x] Bo'));
    assert.equal(toggleVote(ticks, 0, 'Ana'), ticks.replace('[x] Ana', '[ ] Ana'));
    assert.equal(toggleVote(ticks, 0, 'Cy'), ticks.replace('- +1 Cy\n', ''));
    assert.equal(toggleVote(start, 0, ' , '), start);
  });
});

describe('addVoice', () => {
  it('adds after the last voice, a second voice of one person with a number', () => {
    const text = addVoice(BUILT, 'Caro', 'We sell.');
    const names = () => parseCoCreate(addVoice(text, 'caro', 'We sell more.')).voices.map(({ name }) => name);
    assert.deepEqual(parseCoCreate(text).voices.at(-1)?.name, 'Caro');
    assert.deepEqual(names().slice(-2), ['Caro', 'caro (2)']);
    assert.deepEqual(parseCoCreate(text).candidates, parseCoCreate(text).candidates);
    assert.equal(text.replace('### Caro\n\n> We sell.\n\n', ''), BUILT);
  });

  it('makes the section before the candidates, with the line endings of the file', () => {
    assert.equal(
      addVoice('# T\r\n\r\n## Candidates\r\n\r\n> One\r\n', 'Bo', 'Two'),
      '# T\r\n\r\n## Voices\r\n\r\n### Bo\r\n\r\n> Two\r\n\r\n## Candidates\r\n\r\n> One\r\n',
    );
    assert.equal(addVoice('', 'Bo', 'Two'), '## Voices\n\n### Bo\n\n> Two\n');
  });
});

describe('addCandidate', () => {
  it('adds after the last candidate, or makes the section', () => {
    const text = addCandidate(
      BUILT.replace('## Words we share', '## Candidates\n\n## Words we share'),
      'We sell.',
    );
    assert.match(text, /## Candidates\n\n### Candidate 1\n\n> We sell\.\n\n- votes:\n\n## Words we share\n/);
    assert.equal(addCandidate(BUILT, 'We sell.'), `${BUILT}\n### Candidate 3\n\n> We sell.\n\n- votes:\n`);
    assert.equal(
      addCandidate('', 'We sell.'),
      '## Candidates\n\n### Candidate 1\n\n> We sell.\n\n- votes:\n',
    );
    assert.equal(
      addCandidate('# T\r\n\r\nHi', 'One\nTwo').includes('\r\n> One\r\n> Two\r\n\r\n- votes:\r\n'),
      true,
    );
  });
});
