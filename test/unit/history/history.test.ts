import assert from 'node:assert/strict';
import fc from 'fast-check';
import { appendRecord } from '../../../src/history/append-record';
import type { GitCommit, GitReader, GitState } from '../../../src/history/git-reader';
import { openHistory, PurposeHistory } from '../../../src/history/history';
import { recordsFolder } from '../../../src/history/records-folder';
import { documentReader, plainOf, statementOf } from '../../../src/history/statement-of';
import { markdown } from '../support/markdown';
import { MemoryFiles } from '../support/memory-files';

const PATH = '/a/team.purpose.md';
const figuresOf = () => ({ grade: 0, vague: 0, words: 0 });
const time = (at: number) => new Date(Date.UTC(2020, 0, 1) + at * 3_600_000).toISOString();

/** A repository with a number of commits of one file; every third one changes the statement. */
class ManyCommits implements GitReader {
  readonly asked: string[] = [];
  readAtOnce = 0;

  constructor(
    public count: number,
    private readonly tellsBefore = true,
  ) {}

  state = async (): Promise<GitState> => ({ kind: 'repository', root: '/a', shallow: false });
  isCommitted = async () => true;

  async log(
    _path: string,
    { limit = Number.POSITIVE_INFINITY }: { limit?: number } = {},
  ): Promise<GitCommit[]> {
    this.asked.push(`log ${limit}`);
    const version = (at: number) => ({ commit: `c${at}`, path: 'team.purpose.md', blob: `b${at}` });
    return Array.from({ length: Math.min(limit, this.count) }, (_, n): GitCommit => {
      const at = this.count - 1 - n;
      return {
        hash: `c${at}`,
        time: time(at),
        author: 'Zoë',
        email: '',
        subject: `${at}`,
        after: version(at),
        ...(this.tellsBefore && { before: at === 0 ? [] : [version(at - 1)] }),
      };
    });
  }

  async texts(_path: string, versions: readonly { commit: string }[]): Promise<string[]> {
    this.readAtOnce = Math.max(this.readAtOnce, versions.length);
    return versions.map(({ commit }) => `We run ${Math.floor(Number(commit.slice(1)) / 3)} machines.`);
  }
}

describe('the history of a purpose file', () => {
  for (const tellsBefore of [true, false]) {
    it(`opens on the newest commits, loads the rest as needed${tellsBefore ? '' : ', parents unknown'}`, async () => {
      const git = new ManyCommits(5000, tellsBefore);
      const files = new MemoryFiles({ [PATH]: 'We run 1666 machines.' });
      const history = await openHistory({ files, git, figuresOf }, PATH);
      assert.deepEqual(git.asked, ['log 61']);
      assert.ok(git.readAtOnce <= 61, `${git.readAtOnce} texts were read to open it`);
      assert.equal(history.older, 'more');
      assert.equal(history.entries[0]?.statement, 'We run 1666 machines.');
      const first = history.entries.length;
      assert.ok(first >= 19 && first <= 20, `${first} entries`);

      await history.more(30);
      assert.ok(history.entries.length >= first + 30 && history.entries.length < 200);
      const progress: number[] = [];
      await history.more(Number.POSITIVE_INFINITY, { onProgress: ({ read }) => progress.push(read) });
      assert.equal(history.entries.length, 1667);
      assert.equal(history.older, 'none');
      assert.equal(history.entries.at(-1)?.change?.kind, 'start');
      assert.equal(progress.at(-1), 5000);
      assert.ok(progress.length > 10);
      assert.deepEqual(git.asked, ['log 61', 'log Infinity']);
    });
  }

  it('merges once, however many pages it reads', async () => {
    const git = new ManyCommits(5000);
    const files = new MemoryFiles({ [PATH]: 'We run 1666 machines.' });
    let looked = 0;
    const record = await appendRecord(files, PATH, {
      time: time(5000),
      author: 'Zoë',
      type: 'note',
      statement: 'We run 1666 machines.',
      note: 'It fits.',
    });
    const counted = { ...record };
    const get = () => {
      looked++;
      return record.note;
    };
    Object.defineProperty(counted, 'note', { get, enumerable: true });
    const history = new PurposeHistory({ files, git, figuresOf }, PATH);
    await history.refresh({ written: [counted] });
    const once = looked;
    let pages = 0;
    await history.more(Number.POSITIVE_INFINITY, { onProgress: () => pages++ });
    assert.ok(pages > 10, `${pages} pages`);
    assert.equal(looked, 2 * once);
    assert.equal(history.entries.length, 1668);
  });

  it('can be stopped, keeps its entries, and continues afterwards', async () => {
    const git = new ManyCommits(1000);
    const files = new MemoryFiles({ [PATH]: 'We run 333 machines.' });
    const history = await openHistory({ files, git, figuresOf }, PATH);
    const first = history.entries.length;
    const stop = new AbortController();
    const loading = history.more(Number.POSITIVE_INFINITY, {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    await assert.rejects(loading, { name: 'AbortError' });
    assert.ok(history.entries.length > first && history.entries.length < 334);
    assert.equal(history.older, 'more');
    await history.more(Number.POSITIVE_INFINITY);
    assert.equal(history.entries.length, 334);
    await assert.rejects(openHistory({ files, git, figuresOf }, PATH, { signal: AbortSignal.abort() }), {
      name: 'AbortError',
    });
  });

  it('reports nothing more once it is stopped, even while it merges', async () => {
    const files = new MemoryFiles({ [PATH]: 'We run all of it now.' });
    const told: string[] = [];
    const stop = new AbortController();
    const stopping = (statement: string) => {
      // The working copy is added once everything that was read is merged.
      if (statement === 'We run all of it now.') stop.abort();
      return figuresOf();
    };
    const history = new PurposeHistory({ files, git: new ManyCommits(1000), figuresOf: stopping }, PATH);
    const reading = history.refresh({
      signal: stop.signal,
      onBeginning: () => told.push('beginning'),
      onProgress: () => told.push('progress'),
    });
    await assert.rejects(reading, { name: 'AbortError' });
    assert.deepEqual(told, []);
  });

  it('shows records and statement while git is slow, and continues when git is stopped', async () => {
    const files = new MemoryFiles({ [PATH]: 'We run 333 machines.' });
    const note = { author: 'Zoë', type: 'note', statement: 'We run 333 machines.', note: 'New.' };
    await appendRecord(files, PATH, { ...note, time: time(2000) });
    const git = new ManyCommits(1000);
    let answer: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const { state } = git;
    git.state = () => asked.then(state);
    const history = new PurposeHistory({ files, git, figuresOf }, PATH);
    const shown: unknown[] = [];
    const stop = new AbortController();
    const onBeginning = () => {
      shown.push(
        history.entries.map(({ kind }) => kind),
        history.older,
      );
      stop.abort();
      answer();
    };
    await assert.rejects(history.refresh({ onBeginning, signal: stop.signal }), { name: 'AbortError' });
    assert.deepEqual(shown, [['note'], 'more']);
    await history.more(30, { onProgress: () => shown.push('progress') });
    assert.ok(history.entries.length > 10 && shown.at(-1) === 'progress');
    assert.equal(history.older, 'more');
  });

  it('shows the newest commits before it reads those behind them, and both only once', async () => {
    const git = new ManyCommits(1000);
    const files = new MemoryFiles({ [PATH]: 'We run 333 machines.' });
    const history = new PurposeHistory({ files, git, figuresOf }, PATH);
    const shown: unknown[] = [];
    const onBeginning = () => {
      shown.push([history.entries.length, history.older, git.readAtOnce]);
    };
    await history.refresh({ onBeginning });
    const first = history.entries.length;
    assert.deepEqual(shown, [[4, 'more', 13]]);
    assert.ok(first >= 19 && git.readAtOnce < 60, `${first} entries, ${git.readAtOnce} texts`);
    await history.refresh({ onBeginning });
    assert.deepEqual([history.entries.length, shown.length], [first, 1]);
  });

  it('calls nothing the first statement before git has said so', async () => {
    const git = new ManyCommits(1000);
    const { state } = git;
    let answer: () => void = () => undefined;
    git.state = () =>
      new Promise<void>((resolve) => {
        answer = resolve;
      }).then(state);
    const files = new MemoryFiles({ [PATH]: 'We run 333 machines.' });
    const history = new PurposeHistory({ files, git, figuresOf }, PATH);
    const shown: unknown[] = [];
    const onBeginning = () => {
      shown.push(history.entries.map(({ kind, change }) => [kind, change]));
      answer();
    };
    await history.refresh({ onBeginning });
    assert.deepEqual(shown[0], [['working', undefined]]);
    assert.equal(shown.length, 2);
    assert.equal(history.entries[0]?.kind, 'refine');
  });

  it('handles a commit that is made meanwhile', async () => {
    const git = new ManyCommits(300);
    const history = await openHistory({ files: new MemoryFiles(), git, figuresOf }, PATH);
    git.count = 303;
    await history.more();
    assert.equal(history.entries[0]?.statement, 'We run 100 machines.');
    await history.more(Number.POSITIVE_INFINITY);
    assert.equal(history.entries.length, 101);
  });

  it('shows old records only after the commits around them are loaded', async () => {
    const files = new MemoryFiles({ [PATH]: 'We run 333 machines.' });
    const note = { author: 'Zoë', type: 'note', statement: 'We run 0 machines.', note: 'Old.' };
    await appendRecord(files, PATH, { ...note, time: time(1) });
    const history = await openHistory({ files, git: new ManyCommits(1000), figuresOf }, PATH);
    assert.ok(history.entries.every(({ kind }) => kind === 'refine'));
    await history.more(Number.POSITIVE_INFINITY);
    assert.deepEqual(
      history.entries.slice(-2).map(({ kind }) => kind),
      ['note', 'refine'],
    );
  });

  it('reads on refresh what is new: a record, the text in the editor, a record edited by hand', async () => {
    const files = new MemoryFiles({ [PATH]: 'We run.', [`${recordsFolder(PATH)}/x.md`]: 'no record' });
    const history = new PurposeHistory({ files, figuresOf }, PATH);
    await history.refresh();
    assert.deepEqual([history.entries.length, history.unreadable.length, history.git], [1, 1, undefined]);
    const draft = { time: time(0), author: 'Zoë', type: 'refine', statement: 'We run.', note: '' };
    const { path } = await appendRecord(files, PATH, draft);
    await history.refresh({ workingText: 'We run fast.' });
    assert.deepEqual(
      history.entries.map(({ kind, statement }) => [kind, statement]),
      [
        ['working', 'We run fast.'],
        ['refine', 'We run.'],
      ],
    );
    await files.write(path, new TextEncoder().encode(files.text(path).replace('We run.', 'We ran.')));
    await history.refresh({ changedRecords: [path] });
    assert.equal(history.entries.at(-1)?.statement, 'We ran.');
  });
});

describe('a statement whose links lead elsewhere in its file', () => {
  it('is one and the same in the file, in its record and in its commit', async () => {
    const statement = 'We run the [machines][m] of the [guild].';
    const text = `${statement}\n\n[m]: x.md\n[guild]: y.md\n`;
    const files = new MemoryFiles({ [PATH]: text });
    await appendRecord(files, PATH, { time: time(0), author: 'Zoë', type: 'refine', statement, note: '' });
    const alone = await openHistory({ files, figuresOf }, PATH);
    assert.deepEqual(
      alone.entries.map((entry) => [entry.kind, entry.statement]),
      [['refine', 'We run the machines of the guild.']],
    );
    const git = new ManyCommits(1);
    git.texts = async (_path, versions) => versions.map(() => text);
    const { entries } = await openHistory({ files, git, figuresOf }, PATH);
    assert.deepEqual(
      entries.map(({ record, commit }) => [record !== undefined, commit?.hash]),
      [[true, 'c0']],
    );
  });

  it('reads without its file as far as nothing but links is written so', () => {
    assert.equal(
      plainOf('We [run] *the* [build machines][ci] and [tests][].'),
      'We [run] the build machines and tests.',
    );
  });
});

describe('reading the statement of version after version', () => {
  it('finds in each what reading it alone finds', () => {
    fc.assert(
      fc.property(fc.array(markdown, { minLength: 1, maxLength: 4 }), (versions) => {
        const read = documentReader();
        for (const text of versions) assert.deepEqual(read(text).statement?.plain, statementOf(text)?.plain);
      }),
    );
  });
});
