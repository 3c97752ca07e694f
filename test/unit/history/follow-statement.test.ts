import assert from 'node:assert/strict';
import { appendRecord } from '../../../src/history/append-record';
import type { GitCommit, GitReader, GitState } from '../../../src/history/git-reader';
import { openHistory } from '../../../src/history/history';
import { MemoryFiles } from '../support/memory-files';

const PATH = '/a/charter.purpose.md';
const figuresOf = () => ({ grade: 0, vague: 0, words: 0 });

/** A repository with these versions of one file, oldest first. */
class Versions implements GitReader {
  asked = 0;
  constructor(private readonly versions: readonly string[]) {}

  state = async (): Promise<GitState> => ({ kind: 'repository', root: '/a', shallow: false });
  isCommitted = async () => true;

  async log(_path: string, { limit = this.versions.length }: { limit?: number } = {}): Promise<GitCommit[]> {
    const version = (at: number) => ({ commit: `c${at}`, path: 'charter.purpose.md', blob: `b${at}` });
    return this.versions
      .map((_, at) => ({
        hash: `c${at}`,
        time: new Date(Date.UTC(2020, 0, 1 + at)).toISOString(),
        author: 'Zoë',
        email: '',
        subject: `version ${at}`,
        after: version(at),
        before: at === 0 ? [] : [version(at - 1)],
      }))
      .reverse()
      .slice(0, limit);
  }

  async texts(_path: string, versions: readonly { readonly commit: string }[]) {
    this.asked += versions.length;
    return versions.map(({ commit }) => this.versions[Number(commit.slice(1))]);
  }
}

/**
 * The history of these versions, oldest first: each commit that changed the statement, the name of the change, the
 * result.
 */
async function told(versions: readonly string[], working = versions.at(-1) ?? '', files = new MemoryFiles()) {
  await files.write(PATH, new TextEncoder().encode(working));
  const history = await openHistory({ files, git: new Versions(versions), figuresOf }, PATH);
  return history.entries
    .map(({ commit, change, statement }) => [commit?.hash, change?.kind, statement])
    .reverse();
}

/** A charter whose sections begin as plain lines, so that the statement is at first found in another place. */
const charter = (rule: string, task: string, items: readonly string[], heading = '## ') =>
  [
    '# Ferry committee',
    `${heading}Section 1. How we work.`,
    rule,
    `${heading}Section 2. Responsibilities of the committee.`,
    `Within the rules of the port, the committee ${task}, among them:`,
    items.map((item) => `- ${item}`).join('\n'),
    `${heading}Section 3. Money.`,
    'The committee is responsible for choosing which jetties get a grant for new planks each spring.',
    `${heading}Section 4. Elections.`,
    'Members elect a chair once a year by show of hands.',
  ].join('\n\n');

const RULE = 'The port will meet in the open and publish its minutes.';
const TASK = 'is responsible for all timetables and landing places of the ferries';

describe('following the statement through the versions of a file', () => {
  it('shows each edit of the passage that became the statement, and no rewrite when headings were added', async () => {
    const items = ['Timetables for the school run', 'Landing places for bicycles'];
    const more = [...items, 'Lights on the outer pier'];
    const versions = [
      charter(RULE, TASK, items, ''),
      charter(RULE.replace('port', 'committee'), TASK, items, ''),
      charter(RULE.replace('port', 'committee'), TASK, more, ''),
      charter(RULE.replace('port', 'committee'), TASK, more, '## '),
      charter(RULE.replace('port', 'committee'), TASK.replace('ferries', 'boats'), more, '## '),
    ];
    const entries = await told(versions);
    assert.deepEqual(
      entries.map(([hash, kind]) => [hash, kind]),
      [
        ['c0', 'start'],
        ['c2', 'extend'],
        ['c4', 'tuck'],
      ],
    );
    assert.match(String(entries[0]?.[2]), /^Within the rules of the port, .* landing places .* school run/);
  });

  it('follows it into a block of code, in which no statement is searched for', async () => {
    const words =
      'a) The purpose of the Ferry Fund (the “Fund”) is to pay for piers that the council forgot.';
    const before = `# Ferry Fund\n\nMembers pay their dues to the treasurer in May.\n\n\`\`\`\n${words}\n\`\`\`\n`;
    const after = `# Ferry Fund\n\nMembers pay their dues to the treasurer in May.\n\n${words}\n`;
    assert.deepEqual(
      (await told([before, after])).map(([hash, kind]) => [hash, kind]),
      [['c0', 'start']],
    );
  });

  it('follows what the editor has now into the last commit', async () => {
    const committed = 'We paint boats.\n\nOur harbour exists to bring every crew home before the storm.\n';
    const working = `# Harbour\n\nWe paint boats.\n\n## Purpose\n\nOur harbour exists to bring every crew home before the storm.\n`;
    assert.equal((await told([committed], working)).length, 1);
  });

  for (const [what, before, after] of [
    [
      'a statement that made room for a candidate below it',
      '> We lend tools to the street.\n\n## Candidates\n\n- Neighbours mend what they own, with help at the next door.\n',
      '> Neighbours mend what they own, with help at the next door.\n\n## Candidates\n\n- Nothing yet.\n',
    ],
    [
      'a statement under a heading that names another paragraph now',
      '## Purpose\n\nWe lend tools to the street.\n\n## Hours\n\nNeighbours mend what they own on Thursdays.\n',
      '## Tools\n\nWe lend tools to the street.\n\n## Purpose\n\nNeighbours mend what they own on Thursdays.\n',
    ],
    [
      'a rewritten page',
      'The key of the shed hangs behind the bakery, and Tim has the other one.\n',
      'We lend tools to the street so that nobody buys a drill for one hole.\n',
    ],
  ] as const) {
    it(`shows the change of ${what}`, async () => {
      const entries = await told([before, after]);
      assert.deepEqual(
        entries.map(([hash]) => hash),
        ['c0', 'c1'],
      );
    });
  }

  describe('in versions whose statement was only a guess', () => {
    const purpose = 'Our harbour exists to bring every crew home before the storm.';
    const other = 'Painters share the slipway with the sailing school and the fire brigade.';

    for (const placeholder of [
      'TBD',
      'Coming soon!',
      'Our mission statement is being written.',
      'The harbour governance is currently under pull request as the Harbour Charter.',
      'Documents of the harbour:\n\n- [Charter](charter.pdf)\n- [Map of the berths](map.pdf)',
    ]) {
      it(`does not begin with “${placeholder.slice(0, 40)}”`, async () => {
        const versions = [`# Mission\n\n${placeholder}\n`, `# Mission\n\n${purpose}\n`];
        assert.deepEqual(await told(versions), [['c1', 'start', purpose]]);
      });

      it(`shows that “${placeholder.slice(0, 40)}” took the statement out`, async () => {
        const versions = [`# Mission\n\n${purpose}\n`, `# Mission\n\n${placeholder}\n`];
        assert.deepEqual(await told(versions), [
          ['c0', 'start', purpose],
          ['c1', 'removed', ''],
        ]);
      });
    }

    it('begins where the statement came in beside a text that is still there', async () => {
      const before = `# Harbour\n\n## Slipway\n\n${other}\n`;
      const versions = [
        before.replace('and the fire brigade', 'on Mondays'),
        before,
        `${before}\n## Purpose\n\n${purpose}\n`,
      ];
      assert.deepEqual(await told(versions), [['c2', 'start', purpose]]);
    });

    it('follows the statement to where it already was, although the guessed text was deleted', async () => {
      const versions = [
        `# Harbour\n\n${other}\n\n${other.replace('Painters', 'Rowers')}\n\n## Berths\n\n${purpose.replace('exists', 'is there')}\n`,
        `# Harbour\n\n## Purpose\n\n${purpose}\n`,
      ];
      assert.deepEqual(
        (await told(versions)).map(([hash, , statement]) => [hash, statement]),
        [
          ['c0', purpose.replace('exists', 'is there')],
          ['c1', purpose],
        ],
      );
    });

    it('keeps a statement that its heading names, before a version without one', async () => {
      const old = 'We tow boats that lost their mast.';
      const versions = [
        `# Harbour\n\n## Purpose\n\n${old}\n\n## Slipway\n\n${other}\n`,
        `# Harbour\n\n## Slipway\n\n${other}\n`,
        `# Harbour\n\n## Slipway\n\n${other}\n\n## Purpose\n\n${purpose}\n`,
      ];
      assert.deepEqual(await told(versions), [
        ['c0', 'start', old],
        ['c1', 'removed', ''],
        ['c2', 'again', purpose],
      ]);
    });
  });

  it('accepts a version if a record has its wording', async () => {
    const plain = charter(RULE, TASK, ['Timetables'], '');
    const set = charter(RULE, TASK, ['Timetables'], '## ');
    const files = new MemoryFiles();
    await appendRecord(files, PATH, {
      time: '2020-01-01T00:00:00.000Z',
      author: 'Zoë',
      type: 'refine',
      statement:
        'The committee is responsible for choosing which jetties get a grant for new planks each spring.',
      note: '',
    });
    const entries = await told([plain, set], set, files);
    assert.deepEqual(
      entries.map(([hash]) => hash),
      ['c0', 'c1'],
    );
  });

  it('reads each version once, and again only those that it follows the statement through', async () => {
    const plain = charter(RULE, TASK, ['Timetables'], '');
    const set = charter(RULE, TASK, ['Timetables'], '## ');
    const git = new Versions([plain, set]);
    const files = new MemoryFiles({ [PATH]: set });
    const history = await openHistory({ files, git, figuresOf }, PATH);
    assert.equal(git.asked, 2);
    await history.refresh();
    assert.deepEqual([git.asked, history.entries.length], [4, 1]);
  });

  describe('below a marker that a later version put there', () => {
    const intro = 'Rabot Kitchen began in 2019.';
    const now = 'We cook for about 400 families in the Rabot, so that no child there goes to school hungry.';
    const marked = (text: string) => `<!-- purpose:statement -->\n${text}`;
    const page = (heading: string, ...texts: string[]) => `${[`# ${heading}`, ...texts].join('\n\n')}\n`;

    for (const heading of ['Our mission', 'Rabot Kitchen']) {
      for (const old of [
        'We feed families in Ghent.',
        'We strive to feed many families in Ghent.',
        now.replace('about 400', 'many'),
      ]) {
        it(`follows the chosen paragraph from “${old}” below “${heading}”`, async () => {
          const versions = [
            page(heading, intro, old),
            page(heading, intro, now),
            page(heading, intro, marked(now)),
          ];
          const [first, second, ...others] = await told(versions);
          assert.deepEqual([first?.[0], first?.[2]], ['c0', old]);
          assert.deepEqual([second?.[0], second?.[2]], ['c1', now]);
          assert.deepEqual(others, []);
        });
      }

      it(`begins where the chosen paragraph came in, below “${heading}”`, async () => {
        const versions = [
          page(heading, 'Rabot Kitchen began in 2018.'),
          page(heading, intro),
          page(heading, intro, now),
          page(heading, intro, marked(now)),
        ];
        assert.deepEqual(
          (await told(versions)).map(([commit, , statement]) => [commit, statement]),
          [['c2', now]],
        );
      });
    }

    it('follows it among neighbours that changed, if its words tell it', async () => {
      const old = now.replace('about 400', 'many');
      const versions = [
        page('Our mission', 'It began in 2019.', old),
        page('Our mission', intro, 'We meet on Mondays.', now),
        page('Our mission', intro, 'We meet on Mondays.', marked(now)),
      ];
      assert.deepEqual(
        (await told(versions)).map(([commit, , statement]) => [commit, statement]),
        [
          ['c0', old],
          ['c1', now],
        ],
      );
    });

    it('keeps a statement that an older marker chose', async () => {
      const versions = [page('Us', marked(intro), now), page('Us', intro, marked(now))];
      assert.deepEqual(
        (await told(versions)).map(([commit, , statement]) => [commit, statement]),
        [
          ['c0', intro],
          ['c1', now],
        ],
      );
    });
  });
});
