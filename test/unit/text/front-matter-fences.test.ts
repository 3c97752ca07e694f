import assert from 'node:assert/strict';
import { frontMatterFences, hasOpenFence, looksUnfinished } from '../../../src/text/front-matter-fences';

describe('front matter fences', () => {
  const body = (text: string): string | undefined => {
    const fences = frontMatterFences(text);
    return fences && text.slice(fences.body.start, fences.body.end);
  };

  it('reads YAML and TOML with any line ending and a byte-order mark', () => {
    assert.equal(body('---\na: 1\n---\nx'), 'a: 1\n');
    assert.equal(body('\uFEFF---\r\na: 1\r\n...\r\nx'), 'a: 1\r\n');
    assert.equal(body('+++\ra = 1\r+++'), 'a = 1\r');
    assert.equal(body('---\n---\n'), '');
  });

  it('reads no front matter without a closing line', () => {
    assert.equal(body('---\na: 1\n+++\n'), undefined);
    assert.equal(body('--- a\nb\n---\n'), undefined);
    assert.deepEqual([hasOpenFence('---\nkind: team\n'), looksUnfinished('---\nkind: team\n')], [true, true]);
    assert.deepEqual(
      [hasOpenFence('---\n\nWe bake.\n'), looksUnfinished('---\n\nWe bake.\n')],
      [true, false],
    );
  });

  it('does not take Markdown between two thematic breaks for front matter', () => {
    for (const text of [
      '---\n\n# Crew\n\nWe mend bicycles.\n\n---\n',
      '---\r\n\r\nWe mend bicycles.\r\n\r\n---\r\nMore.\r\n',
      '---\n# Crew\n\nWe mend bicycles.\n\n---\n',
      '---\n\n- mend\n- lend\n\n---\n',
      '---\n\n# Crew\n\n---\n\nWe mend bicycles.\n',
      '---\n\nWe mend bicycles.\n\nContact: ann@example.org\n\n---\n',
      '\uFEFF---\n \nWe mend bicycles.\n\n...\n',
    ]) {
      assert.equal(body(text), undefined, text);
      assert.deepEqual([hasOpenFence(text), looksUnfinished(text)], [true, false], text);
    }
  });

  it('reads front matter with blank lines, comments and mistakes', () => {
    for (const yaml of [
      '\nkind: team\n',
      'kind: team\n\nreview: 2027\n',
      '\n# kind: team\n\n',
      '# Who we are\n\n"kind": team\n',
      'kind: team\n\nstatus trying\n',
      'just text\n',
      '\ntags:\n- one\n\nabout: >\n  We mend bicycles.\n\n  Every day.\n',
      '\n',
      '{kind: team}\n\n',
    ]) {
      assert.equal(body(`---\n${yaml}---\nWe mend.\n`), yaml);
    }
  });
});
