import assert from 'node:assert/strict';
import { FileError } from '../../../../src/files/file-access';
import { runIn } from '../../support/cli';
import { MemoryFiles } from '../../support/memory-files';

const FILE = '/w/team.purpose.md';
const PURPOSE = '# Team\n\n> We mend bicycles with teenagers so that they can get to work.\n';
const ME = { env: { USER: 'zoe' } };

const world = () => new MemoryFiles({ [FILE]: PURPOSE });
const consent = (files: MemoryFiles, ...args: string[]) =>
  runIn(files, ['consent', 'team.purpose.md', ...args], '', ME);
const at = (day: string) => ({ ...ME, now: () => new Date(`${day}T10:00:00Z`) });
async function findings(files: MemoryFiles, day: string): Promise<string[]> {
  const { out } = await runIn(files, ['lint', '--format', 'json', FILE], '', at(day));
  const [file] = JSON.parse(out).files as { findings: { rule: string }[] }[];
  return (file?.findings ?? []).map(({ rule }) => rule).filter((rule) => /ratified|objection/.test(rule));
}

/** A disk that is too full for records. */
class FullFiles extends MemoryFiles {
  isFull = true;
  override async create(path: string, content: Uint8Array): Promise<void> {
    if (this.isFull) throw new FileError('unwritable', path, `${path}: the disk is full.`);
    await super.create(path, content);
  }
}

describe('purpose consent', () => {
  it('says if a ratification could not be recorded, and records it when it is repeated, once', async () => {
    const files = new FullFiles({ [FILE]: `${PURPOSE}\n## Consent\n\n- Ana: agree\n` });
    const full = await consent(files, '--ratify', '--until', '2027-11');
    assert.equal(full.code, 2);
    assert.match(full.err, /^Ratified, but not recorded \(try again\): .*the disk is full/);
    files.isFull = false;
    const text = files.text(FILE);
    const again = await consent(files, '--ratify');
    assert.match(again.out, /^Ratified in team\.purpose\.md, and recorded in .*-ratify-/, again.err);
    assert.equal(files.text(FILE), text);
    const third = await consent(files, '--ratify');
    assert.match(third.err, /This round was ratified on 2026-11-22/);
    assert.equal(files.paths.filter((path) => path.includes('-ratify-')).length, 1);
  });

  it('takes a group from the question to the end of its term', async () => {
    const files = world();
    const begin = await consent(files);
    assert.match(
      begin.out,
      /nobody has been asked yet\. Begin with: purpose consent team\.purpose\.md --ask Ana --ask Bo/,
    );
    assert.equal(files.text(FILE), PURPOSE);
    await consent(files, '--ask', 'Ana', '--ask', 'Bo', '--ask', 'Caro');
    await consent(files, '--as', 'ana', '--agree');
    await consent(files, '--as', 'Bo', '--reservations', '"work" leaves out school');
    const { out } = await consent(files, '--as', 'Caro', '--object', 'donors are missing');
    assert.equal(
      out,
      'team.purpose.md, asked on 2026-11-22\n  Ana   agree\n  Bo    with reservations: "work" leaves out school\n' +
        '  Caro  object: donors are missing\n2 of 3 agree; 1 objection is open.\n',
    );
    assert.deepEqual(await findings(files, '2026-11-22'), ['open-objection']);
    const early = await consent(files, '--ratify');
    assert.deepEqual(
      [early.code, early.err],
      [
        2,
        'team.purpose.md: An objection is open (Caro): it is answered once that person writes another answer.\n',
      ],
    );
    await consent(files, '--as', 'Caro', '--stand-aside');
    const ratified = await consent(files, '--ratify', '--until', '2027-11');
    assert.match(
      ratified.out,
      /^Ratified in team\.purpose\.md, and recorded in \.purpose\/team\/2026-11-22T150412Z-ratify-[0-9a-f]{4}\.md\.\n/,
    );
    const path = files.paths.find((name) => name.includes('-ratify-')) ?? '';
    assert.match(
      files.text(path),
      /author: zoe[\s\S]*2 of 3 agree[\s\S]*- Bo: with reservations: "work" leaves out school\n- Caro: stand aside/,
    );
    assert.match(
      (await runIn(files, ['history', FILE], '', ME)).out,
      /^2026-11-22 15:04 {2}ratify {2}zoe\n {4}2 of 3 agree/m,
    );
    assert.deepEqual(await findings(files, '2026-11-30'), []);
    assert.deepEqual(await findings(files, '2027-12-01'), ['ratified-expired']);

    await files.write(
      FILE,
      new TextEncoder().encode(files.text(FILE).replace('bicycles with', 'bikes with')),
    );
    assert.deepEqual(await findings(files, '2026-11-30'), ['ratified-changed']);
    assert.match(
      (await consent(files)).out,
      /\nThe statement has changed since it was ratified on 2026-11-22: ask again with --ask NAME\.\n$/,
    );
    await consent(files, '--ask', 'Ana');
    await consent(files, '--as', 'Ana', '--agree');
    await consent(files, '--ratify');
    assert.deepEqual(await findings(files, '2028-01-01'), []);
    assert.match(files.text(FILE), /ratified: 2026-11-22 by 1 of 1\n/);
  });

  it('lints no words of an answer, and all others', async () => {
    const files = world();
    await consent(files, '--ask', 'Ana');
    await consent(files, '--as', 'Ana', '--reservations', 'many people strive to deliver excellent quality');
    const rules = async (text: string) => {
      await files.write(FILE, new TextEncoder().encode(text));
      const { out } = await runIn(files, ['lint', '--format', 'json', FILE], '', ME);
      return JSON.parse(out).files[0].findings.length as number;
    };
    const text = files.text(FILE);
    assert.equal(await rules(text), 0);
    assert.ok((await rules(text.replace('## Consent', '## What we think'))) > 0);
  });

  const wrong: [string, readonly string[], RegExp][] = [
    ['two deeds', ['--ask', 'Ana', '--ratify'], /One thing at a time/],
    ['an answer of nobody', ['--agree'], /Say whose answer it is/],
    ['no answer', ['--as', 'Ana'], /Give one answer/],
    ['two answers', ['--as', 'Ana', '--agree', '--object', 'no'], /Give one answer/],
    ['a term of nothing', ['--until', '2027-11'], /--until belongs to --ratify/],
    ['nobody asked', ['--as', 'Ana', '--agree'], /^team\.purpose\.md: Nobody has been asked yet/],
  ];
  for (const [what, args, message] of wrong) {
    it(`refuses ${what}, and writes nothing`, async () => {
      const { code, err, files } = await consent(world(), ...args);
      assert.equal(code, 2);
      assert.match(err, message);
      assert.deepEqual(files.paths, [FILE]);
    });
  }

  it('shows nothing in a purpose without it', async () => {
    const record = '/w/.purpose/team/2026-10-01T150412Z-note-4f2a.md';
    const files = () =>
      new MemoryFiles({
        [FILE]: PURPOSE,
        [record]:
          '---\nversion: 1\nid: 4f2a\ntime: 2026-10-01T15:04:12Z\nauthor: Ada\ntype: note\nfit: tight\n---\n\n> We mend bicycles.\n',
      });
    for (const args of [
      ['lint'],
      ['lint', '--format', 'json'],
      ['history'],
      ['history', '--format', 'json'],
      ['history', '--format', 'markdown'],
      ['export'],
      ['export', '--format', 'markdown'],
      ['export', '--format', 'svg'],
      ['review'],
    ]) {
      const { out, err } = await runIn(files(), [...args, 'team.purpose.md'], '', ME);
      assert.doesNotMatch(out + err, /consent|ratif|objection|\bheard\b/i, args.join(' '));
      assert.ok((out + err).length > 20, args.join(' '));
    }
  });
});
