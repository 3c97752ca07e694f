import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as textOf } from 'mdast-util-to-string';
import { matchCommits } from '../../../src/history/match-commits';
import type { HistoryRecord } from '../../../src/history/record';
import type { StatementCommit } from '../../../src/history/statement-commits';
import { entryTitle, storyOf } from '../../../src/history/story';
import { type TimelineInput, timeline, timelineSteps } from '../../../src/history/timeline';

const minute = (at: number) => new Date(Date.UTC(2026, 0, 1) + at * 60_000).toISOString();

function record(at: number, statement: string, more: Partial<HistoryRecord> = {}): HistoryRecord {
  const id = `r${at}`;
  return {
    version: 1,
    id,
    path: `/${id}.md`,
    time: minute(at),
    author: 'Zoë',
    type: 'refine',
    statement,
    note: '',
    ...more,
  };
}

function commit(at: number, statement: string, before?: string): StatementCommit {
  const hash = `c${at}`;
  return {
    commit: {
      hash,
      time: minute(at),
      author: 'Béla',
      email: '',
      subject: `commit ${at}`,
      after: { commit: hash, path: 'team.purpose.md' },
    },
    ...(statement !== '' && { statement: { plain: statement, markdown: statement } }),
    ...(before !== undefined && { before }),
  };
}

function line(input: Partial<TimelineInput>) {
  return timeline({
    records: [],
    commits: [],
    hasGit: true,
    figuresOf: (text) => ({ grade: 0, vague: 0, words: text.length }),
    ...input,
  });
}

/** Newest first, in short: the source of each entry, and its change. */
const short = (input: Partial<TimelineInput>) =>
  line(input).map(({ record, commit, change, kind }) =>
    [kind, record?.id, commit?.hash, change?.kind].filter(Boolean).join(' '),
  );

describe('the timeline', () => {
  it('makes one entry of a commit and the record that it commits, with the time and author of the first', () => {
    const input = {
      records: [record(1, 'A a a'), record(5, 'B b b')],
      commits: [commit(9, 'B b b', 'A a a'), commit(2, 'A a a')],
    };
    assert.deepEqual(short(input), ['refine r5 c9 pivot', 'refine r1 c2 start']);
    const [newest] = line(input);
    assert.deepEqual([newest?.time, newest?.author, newest?.commit?.author], [minute(5), 'Zoë', 'Béla']);
  });

  it('says that the file is back at its commit after git stash, and that the record is not committed', () => {
    const entries = line({
      records: [record(1, 'A a a'), record(5, 'A a a b')],
      commits: [commit(2, 'A a a')],
      working: { statement: { plain: 'A a a', markdown: 'A a a' }, time: minute(9) },
      head: 'A a a',
    });
    assert.deepEqual(
      entries.map((entry) => [entryTitle(entry), entry.uncommitted, entry.commit?.hash]),
      [
        ['as committed', false, 'c2'],
        ['extend', true, undefined],
        ['start', false, 'c2'],
      ],
    );
  });

  describe('for a commit that was amended', () => {
    const amended = (at: number, until: number, statement: string, before?: string): StatementCommit => {
      const { commit: first, ...rest } = commit(at, statement, before);
      return { ...rest, commit: { ...first, committed: minute(until) } };
    };

    it('keeps the author and the time of a record that was written before the last amendment', () => {
      const input = {
        records: [record(1, 'A a a'), record(20, 'B b b')],
        commits: [amended(10, 30, 'B b b', 'A a a'), commit(2, 'A a a')],
      };
      assert.deepEqual(short(input), ['refine r20 c10 pivot', 'refine r1 c2 start']);
      const [newest] = line(input);
      assert.deepEqual([newest?.time, newest?.author, newest?.commit?.author], [minute(20), 'Zoë', 'Béla']);
    });

    it('keeps the order of the records between its first and its last version', () => {
      assert.deepEqual(
        short({
          records: [record(1, 'A'), record(20, 'B'), record(25, 'C')],
          commits: [amended(10, 30, 'C', 'A'), commit(2, 'A')],
          working: { statement: { plain: 'C', markdown: 'C' } },
          head: 'C',
        }),
        ['refine r25 c10 pivot', 'refine r20 pivot', 'refine r1 c2 start'],
      );
    });

    it('gives each of the rebased commits its own record', () => {
      assert.deepEqual(
        short({
          records: [record(2, 'A'), record(4, 'B'), record(6, 'A')],
          commits: [amended(5, 90, 'A', 'B'), amended(3, 90, 'B', 'A'), amended(1, 90, 'A')],
        }),
        ['refine r6 c5 pivot', 'refine r4 c3 pivot', 'refine r2 c1 start'],
      );
    });

    it('keeps the author of a commit whose wording was recorded later', () => {
      const [only] = line({ records: [record(40, 'A')], commits: [amended(10, 30, 'A')] });
      assert.deepEqual([only?.time, only?.author], [minute(10), 'Béla']);
    });
  });

  it('takes the first record of a file for the commit long before it, with no other statement between', () => {
    assert.deepEqual(short({ records: [record(100, 'A')], commits: [commit(1, 'A')] }), [
      'refine r100 c1 start',
    ]);
    const input = { records: [record(50, 'B'), record(100, 'A')], commits: [commit(1, 'A')] };
    assert.deepEqual(short(input), ['refine r100 pivot', 'refine r50 pivot', 'refine c1 start']);
  });

  it('follows the order of commits, even if their clocks disagree', () => {
    const commits = [
      commit(1, 'one two four', 'one two three'),
      commit(9, 'one two three', 'one two'),
      commit(2, 'one two'),
    ];
    assert.deepEqual(short({ commits }), ['refine c1 tuck', 'refine c9 extend', 'refine c2 start']);
  });

  it('attributes to a commit what it changed itself, but not across drafts', () => {
    const branches = [commit(3, 'a b c y', 'a b c'), commit(2, 'a b c x', 'a b c'), commit(1, 'a b c')];
    assert.equal(line({ commits: branches })[0]?.previous, 'a b c');
    const drafted = {
      records: [record(2, 'a b c draft')],
      commits: [commit(3, 'a b c y', 'a b c'), commit(1, 'a b c')],
    };
    assert.equal(line(drafted)[0]?.previous, 'a b c draft');
  });

  it('keeps notes, pivots and unknown kinds of newer versions as separate entries', () => {
    const records = [
      record(1, 'A a a'),
      record(2, 'A a a', { type: 'note', fit: 'tight', phrase: 'a', note: 'Hm.' }),
      record(3, 'A a a', { type: 'pivot', previous: 'r1' }),
      record(4, 'A a b', { change: 'pivot', pivot: 'r3' }),
      record(5, 'A a b', { type: 'ceremony' }),
    ];
    assert.deepEqual(short({ records, commits: [commit(6, 'A a b')] }), [
      'ceremony r5',
      'refine r4 c6 pivot',
      'pivot r3',
      'note r2',
      'refine r1 start',
    ]);
    const [, next, pivot, note] = line({ records });
    assert.deepEqual(
      [next?.pivot, pivot?.replaces, note?.fit, note?.phrase, note?.note],
      ['r3', 'r1', 'tight', 'a', 'Hm.'],
    );
  });

  it("shows the file's wording on top if no entry has it", () => {
    const working = { statement: { plain: 'a b d', markdown: '*a* b d' } };
    const [top, ...rest] = line({ commits: [commit(1, 'a b c')], head: 'a b c', working });
    assert.deepEqual(
      [top?.kind, top?.key, top?.uncommitted, top?.previous, top?.markdown, rest.length],
      ['working', 'working', true, 'a b c', '*a* b d', 1],
    );
    assert.equal(line({ records: [record(1, 'A')], hasGit: false, working })[0]?.uncommitted, false);
    assert.deepEqual(short({ working: {} }), []);
    assert.deepEqual(short({ commits: [commit(1, 'A')], head: 'A', working: {} }), [
      'working removed',
      'refine c1 start',
    ]);
  });

  it('compares the rendered text: line breaks and emphasis are not a change', () => {
    const records = [
      record(1, 'We **run**\nthe machines.'),
      record(2, 'We run the machines.', { type: 'note' }),
    ];
    assert.deepEqual(short({ records }), ['note r2', 'refine r1 start']);
  });

  it('has every record and every commit exactly once, newest first', () => {
    const statement = fc.constantFrom('a b c', 'a b', 'x y z', 'a b c d');
    const times = fc.uniqueArray(fc.nat(50), { maxLength: 12 }).map((all) => all.sort((a, b) => a - b));
    const records = fc
      .tuple(
        times,
        fc.infiniteStream(fc.tuple(statement, fc.constantFrom('refine', 'adopt', 'note', 'pivot'))),
      )
      .map(([all, say]) => all.map((at) => [at, ...(say.next().value as [string, string])] as const))
      .map((all) => all.map(([at, text, type]) => record(at, text, { type })));
    const commits = fc
      .tuple(times, fc.infiniteStream(statement))
      .map(([all, say]) => all.map((at) => [at, String(say.next().value)] as const))
      .map((all) => all.map(([at, text], n) => commit(at, text, all[n - 1]?.[1])).reverse());
    fc.assert(
      fc.property(records, commits, (written, committed) => {
        const entries = line({ records: written, commits: committed });
        const ids = (of: (string | undefined)[]) => of.filter((id) => id !== undefined).sort();
        assert.deepEqual(ids(entries.map((entry) => entry.record?.id)), ids(written.map(({ id }) => id)));
        const hashes = committed.map((one) => one.commit.hash);
        assert.deepEqual(ids(entries.map((entry) => entry.commit?.hash)), ids(hashes));
        const inTime = entries.map(({ time }) => time ?? '');
        assert.deepEqual(inTime, [...inTime].sort().reverse());
        assert.equal(new Set(entries.map(({ key }) => key)).size, entries.length);
      }),
    );
  });
});

describe('the timeline in steps', () => {
  it('yields after each record and each commit, with the same result', () => {
    const input: TimelineInput = {
      records: Array.from({ length: 50 }, (_, at) => record(2 * at, `We mend ${at} bicycles.`)),
      commits: Array.from({ length: 50 }, (_, at) => commit(99 - 2 * at, `We lend ${at} bicycles.`)),
      figuresOf: () => ({ grade: 0, vague: 0, words: 0 }),
    };
    const steps = timelineSteps(input);
    let rests = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) rests++;
    assert.ok(rests >= 150, `${rests} yields`);
    assert.deepEqual(step.value, timeline(input));
  });
});

describe('matching commits with records', () => {
  it('keeps order, and pairs equal statements only', () => {
    const moments = fc
      .array(fc.tuple(fc.nat(30), fc.constantFrom('a', 'b', 'c')), { maxLength: 15 })
      .map((all) =>
        all.sort(([a], [b]) => a - b).map(([at, statement]) => ({ time: minute(at), statement })),
      );
    fc.assert(
      fc.property(moments, moments, (records, commits) => {
        const pairs = matchCommits(records, commits);
        let last = -1;
        pairs.forEach((pair, at) => {
          if (pair === undefined) return;
          assert.ok(pair > last);
          last = pair;
          assert.equal(records[pair]?.statement, commits[at]?.statement);
        });
      }),
    );
  });

  it('finds drafts that were committed one after the other, later', () => {
    const drafts = ['b', 'c'].map((statement, n) => ({ time: minute(n), statement }));
    const commits = ['b', 'c'].map((statement, n) => ({ time: minute(10 + n), statement }));
    assert.deepEqual(matchCommits(drafts, commits), [0, 1]);
  });
});

describe('the story', () => {
  it('begins with the oldest entry, and escapes what people wrote', () => {
    const records = [
      record(1, 'We run *it*.'),
      record(2, 'We run `<img onerror>`.', { author: '<b>Zoë</b>' }),
      record(3, 'We run `<img onerror>`.', { type: 'note', fit: 'tight', phrase: 'run', note: 'Hm.' }),
    ];
    const expected = `# How “te\\_am” came to be

## 2026-01-01: start, Zoë

> We run *it*.

## 2026-01-01: reword, \\<b\\>Zoë\\</b\\>

> We run \`<img onerror>\`.

We run ~~it~~**\\<img onerror\\>**.

_1 word out, 2 in; 67 % kept._

## 2026-01-01: note: too tight, Zoë

About “run”:

Hm.
`;
    assert.equal(storyOf('te_am', line({ records })), expected);
  });

  it('keeps the words of a note, and lets none of its lines become a part of the story', () => {
    const starters = [
      '# Big',
      '---',
      '===',
      '> said',
      '- # In a list',
      '```',
      '~~~',
      '[x]: y',
      '| - | - |',
      '    code',
    ];
    const html = ['<!-- gone', '<script>', 'a <b>bold</b> word'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom('Well.', '', ...starters, ...html), { minLength: 1 }), (lines) => {
        const note = `All well.\n${lines.join('\n')}\nThe end.`;
        const story = storyOf(
          'team',
          line({ records: [record(1, 'We run.'), record(2, 'We run.', { type: 'note', note })] }),
        );
        const { children } = fromMarkdown(story);
        const types = children.map(({ type }) => type);
        assert.deepEqual(types.slice(0, 4), ['heading', 'heading', 'blockquote', 'heading']);
        assert.deepEqual(
          types.slice(4).filter((type) => type !== 'paragraph' && type !== 'list'),
          [],
        );
        assert.match(textOf(children.at(-1)), /The end\.$/);
      }),
    );
    const note = '**Ana** asks:\n\n- [minutes](m.md)\n';
    const kept = storyOf(
      'team',
      line({ records: [record(1, 'We run.', { type: 'note', note: note.trim() })] }),
    );
    assert.ok(kept.endsWith(note), kept);
  });
});
