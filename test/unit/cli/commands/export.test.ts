import assert from 'node:assert/strict';
import { runIn } from '../../support/cli';

const PURPOSE = '# Team\n\n> We run the machines so that any engineer can ship a change within the hour.\n';
const RECORD = `---
version: 1
id: 4f2a
time: 2026-10-01T15:04:12Z
author: Ada
type: note
fit: tight
---

> We run the machines so that any engineer can ship a change within the hour.

It pinches at night.
`;

const world = { '/w/team.purpose.md': PURPOSE, '/w/.purpose/team/2026-10-01T150412Z-note-4f2a.md': RECORD };

describe('purpose export', () => {
  it('writes a page to standard output, its story from the history', async () => {
    const { code, out } = await runIn(world, ['export', 'team.purpose.md']);
    assert.equal(code, 0);
    assert.match(out, /^<!doctype html>/);
    assert.match(out, /It pinches at night\./);
    const { out: without } = await runIn(world, ['export', 'team.purpose.md', '--no-story']);
    assert.doesNotMatch(without, /pinches|Ada/);
  });

  it('makes what the format, else the name of the output, asks for', async () => {
    const start = async (...args: string[]) => {
      const { files, out } = await runIn(world, ['export', 'team.purpose.md', ...args]);
      return (files.paths.includes('/w/out/x.svg') ? files.text('/w/out/x.svg') : out).slice(0, 5);
    };
    assert.equal(await start('--format', 'svg'), '<?xml');
    assert.equal(await start('--format=markdown'), '# Tea');
    assert.equal(await start('-o', 'out/x.svg'), '<?xml');
    assert.equal(await start('-o', 'out/x.svg', '--format', 'badge'), '<?xml');
  });

  it('writes no page under the name of another kind', async () => {
    for (const [output, format] of [
      ['x.png', 'svg'],
      ['x.svg', 'html'],
      ['x.htm', 'badge'],
      ['x.PDF', 'markdown'],
    ] as const) {
      const { code, err, files } = await runIn(world, [
        'export',
        'team.purpose.md',
        '-o',
        output,
        '--format',
        format,
      ]);
      assert.equal(code, 2);
      assert.equal(
        err,
        `--format ${format} does not make what the name “${output}” says: change one of them. See \`purpose export --help\`.\n`,
      );
      assert.ok(!files.paths.includes(`/w/${output}`));
    }
    const free = await runIn(world, ['export', 'team.purpose.md', '-o', 'x.page', '--format', 'html']);
    assert.equal(free.code, 0);
  });

  it('never overwrites a file unless asked to', async () => {
    const there = { ...world, '/w/x.html': 'mine' };
    const refused = await runIn(there, ['export', 'team.purpose.md', '-o', 'x.html']);
    assert.equal(refused.code, 2);
    assert.match(refused.err, /x\.html is there already and stays as it is; --force/);
    assert.equal(refused.files.text('/w/x.html'), 'mine');
    const forced = await runIn(there, ['export', 'team.purpose.md', '-o', 'x.html', '--force']);
    assert.equal(forced.code, 0);
    assert.match(forced.files.text('/w/x.html'), /^<!doctype html>/);
  });

  it('never writes over the purpose file itself', async () => {
    const { code, files } = await runIn(world, [
      'export',
      'team.purpose.md',
      '-o',
      './team.purpose.md',
      '--force',
    ]);
    assert.equal(code, 2);
    assert.equal(files.text('/w/team.purpose.md'), PURPOSE);
  });

  it('says in one sentence what it cannot do', async () => {
    const says = async (...args: string[]) => {
      const { code, err } = await runIn({ ...world, '/w/empty.purpose.md': '# Nothing yet\n' }, [
        'export',
        ...args,
      ]);
      assert.equal(code, 2);
      return err;
    };
    assert.match(await says(), /Name the purpose file/);
    assert.match(await says('a.purpose.md', 'b.purpose.md'), /one purpose file only/);
    assert.match(await says('gone.purpose.md'), /gone\.purpose\.md/);
    assert.match(await says('empty.purpose.md'), /has no statement yet/);
    assert.match(await says('team.purpose.md', '--format', 'pdf'), /html, svg, markdown, badge, not “pdf”/);
    assert.match(
      await says('team.purpose.md', '-o', 'team.pdf'),
      /“team\.pdf” does not end with \.html, \.svg or \.md/,
    );
    assert.match(await says('team.purpose.md', '--format', 'constructor'), /not “constructor”/);
  });
});
