import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findCopies } from '../../../src/share/copies';
import { copyName, copySources, type ResolveStatement, updateCopies } from '../../../src/share/update-copies';
import { applyEdits } from '../../../src/text/text-edit';
import { problemName } from '../support/copy-problems';

const place = { file: '/w/docs/host.md', root: '/w' };
const plain = 'We run the machines.';
const resolve: ResolveStatement = (path) =>
  path === '/w/docs/team.purpose.md' ? { plain } : path === '/w/empty.purpose.md' ? 'none' : 'missing';

function updated(text: string, statement: ResolveStatement = resolve): string {
  return applyEdits(text, updateCopies(text, place, statement).edits);
}

const begin = '<!-- purpose:begin team.purpose.md -->';
const end = '<!-- purpose:end -->';

describe('updateCopies', () => {
  it('writes the statement between the markers, in each shape', () => {
    const shaped = (shape: string) => {
      const marker = begin.replace(' -->', ` as="${shape}" -->`);
      return updated(`a\n${marker}\nold\n${end}\nb\n`).slice(marker.length + 3, -end.length - 4);
    };
    assert.equal(shaped('quote'), `> ${plain}`);
    assert.equal(shaped('sentence'), plain);
    assert.equal(shaped('heading'), `## ${plain}`);
    assert.equal(shaped('badge'), `**Purpose:** [${plain}](team.purpose.md)`);
  });

  it('keeps line endings, indentation and quote marks', () => {
    assert.equal(
      updated(`\uFEFFa\r\n${begin}\r\nold\r\n${end}\r\n\n`),
      `\uFEFFa\r\n${begin}\r\n> ${plain}\r\n${end}\r\n\n`,
    );
    assert.equal(updated(`a\r${begin}\rold\r${end}`), `a\r${begin}\r> ${plain}\r${end}`);
    assert.equal(updated(`- a\n  ${begin}\n  old\n  ${end}\n`), `- a\n  ${begin}\n  > ${plain}\n  ${end}\n`);
    assert.equal(updated(`> ${begin}\n> ${end}\n`), `> ${begin}\n> > ${plain}\n> ${end}\n`);
    assert.equal(updated(`1. ${begin}${end}\r\nx`), `1. ${begin}\r\n   > ${plain}\r\n   ${end}\r\nx`);
  });

  it('leaves blank lines around a copy as a formatter put them', () => {
    assert.equal(updated(`${begin}\n\nold\n\n\n${end}`), `${begin}\n\n> ${plain}\n\n\n${end}`);
    const current = `> ${begin}\n>\n> > ${plain}\n>\n> ${end}\n`;
    assert.deepEqual(updateCopies(current, place, resolve).edits, []);
  });

  it('makes no edit if only line endings differ', () => {
    assert.deepEqual(updateCopies(`${begin}\n> ${plain}\r\n${end}`, place, resolve).edits, []);
  });

  it('serves a sentence within a line, bars escaped for tables', () => {
    const text = `| Team | ${begin.replace(' -->', ' as="sentence" -->')}${end} |`;
    assert.ok(updated(text).includes(`-->${plain}<!--`));
    assert.ok(updated(text, () => ({ plain: 'a | b' })).includes('-->a \\| b<!--'));
  });

  it('follows no path out of the workspace and names what it cannot serve', () => {
    const problem = (source: string) => {
      const { edits, problems } = updateCopies(`<!-- purpose:begin ${source} -->\nx\n${end}`, place, () => ({
        plain,
      }));
      assert.deepEqual(edits, []);
      for (const { message } of problems) assert.match(message, /^.+[.]$/s);
      return problems.map(problemName);
    };
    for (const source of [
      '../../etc/x.purpose.md',
      '../../w/team.purpose.md',
      '../../../../../../w/team.purpose.md',
      '/w/team.purpose.md',
      'C:/team.purpose.md',
      'C:team.purpose.md',
      'file:///w/team.purpose.md',
      'https://example.org/team.purpose.md',
      '//server/team.purpose.md',
      '..\\team.purpose.md',
      'team.txt',
      'team.purpose.md/',
      'host.md',
    ]) {
      assert.deepEqual(problem(source), ['bad-source'], source);
    }
    const codes = (source: string) =>
      updateCopies(`<!-- purpose:begin ${source} -->\nx\n${end}`, place, resolve).problems.map(problemName);
    assert.deepEqual(codes('gone.purpose.md'), ['missing-source']);
    assert.deepEqual(codes('../empty.purpose.md'), ['no-statement']);
    const self = updateCopies(
      `${begin}\nx\n${end}`,
      { file: '/w/docs/team.purpose.md', root: '/w' },
      resolve,
    );
    assert.deepEqual([self.edits.length, self.problems.map(problemName)], [0, ['bad-source']]);
  });

  it('knows a copy again after another one was updated', () => {
    const names = (text: string) => {
      const { edits, copies } = updateCopies(text, place, resolve);
      return edits.map(({ copy }) => copyName(copy, copies));
    };
    const other = `${begin.replace('team', '../docs/team')}\nold\n${end}\n`;
    const [first, second] = [`${begin}\nold\n${end}\n`, `${begin}\nolder\n${end}\n`];
    const [, ...later] = names(first + other + second);
    assert.equal(new Set(later).size, 2);
    assert.deepEqual(names(updated(first) + other + second), later);
    assert.equal(names(other + updated(first) + other + second).at(-1), later.at(-1));
  });

  it('names the files to read, each once', () => {
    const text = `${begin}\n${end}\n${begin}\n${end}\n<!-- purpose:begin ../b.purpose.md -->\n${end}\n<!-- purpose:begin /x.purpose.md -->\n${end}`;
    assert.deepEqual(copySources(text, place), ['/w/docs/team.purpose.md', '/w/b.purpose.md']);
  });

  const piece = fc.oneof(
    fc.constantFrom(
      begin,
      `\n${begin}\n`,
      `\n${end}\n`,
      end,
      begin.replace(' -->', ' as="sentence" -->'),
      '```',
      '`',
      '\n',
      '\r\n',
      '> ',
      '- ',
      '  ',
      '    ',
      'x',
      '\t',
      '<!--',
      '-->',
      '\n> ',
      '\n- ',
    ),
    fc.string({ unit: 'grapheme', maxLength: 5 }),
  );
  const host = fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(''));
  const statement = fc.oneof(
    host,
    fc
      .array(
        fc.constantFrom(
          'We ',
          'care',
          '.',
          '<!-- purpose:end -->',
          '-->',
          '<!--',
          '`',
          '```\n',
          '\n',
          '\n\n',
          '# ',
          '> ',
          '- ',
          '<b>',
          '[a](b)',
          '|',
          '*',
          '#',
          '\\',
          '    ',
        ),
        { maxLength: 12 },
      )
      .map((parts) => parts.join('')),
  );

  it('is idempotent and changes nothing outside the markers, for any file and statement', () => {
    fc.assert(
      fc.property(host, statement, (text, markdown) => {
        const words = { plain: markdown.replace(/\s+/g, ' '), markdown };
        const first = updateCopies(text, place, () => words);
        const once = applyEdits(text, first.edits);
        const second = updateCopies(once, place, () => words);
        assert.deepEqual(second.edits, []);
        assert.equal(second.copies.length, first.copies.length);
        assert.deepEqual(second.problems.map(problemName), first.problems.map(problemName));
        assert.equal(outside(once), outside(text));
      }),
      { numRuns: 1500 },
    );
  });

  it('lets no statement out of its markers', () => {
    for (const markdown of [
      '<!-- purpose:end -->\n# Out',
      'a <!-- purpose:end --> b --> c',
      '`<!-- purpose:end -->`',
      '```\n<!-- purpose:end -->',
      '\\<!-- purpose:end -->',
      '<!-- never closed',
      '<script>alert(1)</script> <img src=x onerror=alert(1)>',
    ]) {
      for (const shape of ['quote', 'sentence', 'heading', 'badge']) {
        const text = `${begin.replace(' -->', ` as="${shape}" -->`)}\n${end}\nafter\n`;
        const result = updated(text, () => ({ plain: markdown, markdown }));
        const { copies, problems } = findCopies(result);
        assert.equal(problems.length, 0, result);
        assert.equal(result.slice(copies[0]?.end.start), `${end}\nafter\n`);
        assert.doesNotMatch(
          result.slice(copies[0]?.content.start, copies[0]?.content.end),
          /<!--|-->|<script|<img/,
        );
      }
    }
  });
});

/** A file without the text between its markers. */
function outside(text: string): string {
  return applyEdits(
    text,
    findCopies(text).copies.map(({ content: { start, end } }) => ({
      offset: start,
      length: end - start,
      text: '',
    })),
  );
}
