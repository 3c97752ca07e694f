import assert from 'node:assert/strict';
import fc from 'fast-check';
import { oneLine, visible } from '../../../src/cli/visible';
import { runIn } from '../support/cli';

/** Characters that a terminal or a CI system interprets. */
const OBEYED = /[^\P{Cc}\n\t]|[\p{Bidi_Control}\u2028\u2029\u{E0000}-\u{E007F}]/u;
const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[(?:0|2|4|22|24|3[0-9])m`, 'g');
const COMMAND = /^\s*::|##(?:vso|teamcity)?\[/im;

const evil = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        ...['::', ':', '\n', '\r', ' ', '\u3000', '#', '##[', '##vso[', '##TeamCity[', '::error::', '%0A'],
        ...[
          '\x1B[31m',
          '\x1B[8m',
          '\x1B]0;t\x07',
          '\x9B2J',
          '\u202E',
          '\u2066',
          '\u200F',
          '\u{E0041}',
          '\u2028',
        ],
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('what is printed', () => {
  it('contains no control sequence of a terminal or CI system', () => {
    fc.assert(
      fc.property(evil, (text) => {
        for (const shown of [visible(text), oneLine(text)]) {
          assert.doesNotMatch(shown, OBEYED);
          assert.doesNotMatch(shown, COMMAND);
        }
        assert.doesNotMatch(oneLine(text), /[\n\t]/);
      }),
    );
  });

  it('prints only our colours, and only our workflow commands if requested', () => {
    assert.equal(visible('\x1B[31mred\x1B[39m', { colors: true }), '\x1B[31mred\x1B[39m');
    assert.equal(visible('\x1B[8mhidden \x1B[2J', { colors: true }), '\\u001b[8mhidden \\u001b[2J');
    assert.equal(visible('::notice::a ##[group]', { commands: true }), '::notice::a \\u0023#[group]');
    assert.equal(visible('  ::error::x\na::b'), '  \\u003a:error::x\na::b');
    assert.equal(visible('\u200F\u202E\x07', { document: true }), '\u200F\\u202e\\u0007');
    assert.equal(visible('a\r\nb\rc\r', { diff: true }), 'a\r\nb\\u000dc\\u000d');
  });

  it('keeps plain words and the values of JSON', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...('aZé世👩‍👩‍👧 .,:;#[]{}\n\t'.match(/./gsu) as string[])) }),
        (text) => {
          if (!COMMAND.test(text)) assert.equal(visible(text), text);
        },
      ),
    );
    fc.assert(
      fc.property(fc.jsonValue(), evil, (value, text) => {
        const whole = { value, [text]: text };
        assert.deepEqual(
          JSON.parse(visible(JSON.stringify(whole, undefined, 2))),
          JSON.parse(JSON.stringify(whole)),
        );
      }),
    );
  });

  const words = '\x1B[31mRED\x1B]0;title\x07 ::error file=x::pwn\u202E.evil ##[error]x';
  const name = `t\x1B[2J\n::error::n.purpose.md`;
  const files = {
    [`/w/${name}`]: `---\nkind: "\\e[31m"\nlang: "en"\nserves: "nope\\e[31m\\n::error::s.purpose.md"\nreview: "soon \\e[31m\\n::error::y"\nstatus: "\\e[2J"\n---\n\n# T ${words}\n\n> We help many {{who ${words}}} people.\n> ::error::line and\n> ${words}\n\n<!-- purpose ignore hed\x1B[31mge\u202E: x -->\n\nWe utilize ${words} many.\n`,
    '/w/README.md': `# R\n\n<!-- purpose:begin x\x1B[31m.purpose.md -->\n<!-- purpose:end -->\n`,
    '/w/.purposerc.json': JSON.stringify({ 'a\x1B[31m\n::error::k': 1, flag: [words] }),
    '/w/.purpose/templates/t\n::error::.md': `---\nid: "a\x1B"\n---\n# {{x}}\n`,
    [`/w/.purpose/${name.replace('.purpose.md', '')}/2026-01-01T000000Z-\x1B-note-abcd.md`]: 'no record',
  };

  for (const args of [
    ['lint'],
    ['lint', '--color'],
    ['lint', '--format', 'json'],
    ['lint', '--format', 'sarif'],
    ['lint', '--format', 'github'],
    ['lint', words],
    ['share'],
    ['share', '--check'],
    ['history', name],
    ['history', name, '--format', 'markdown'],
    ['history', name, '--format', 'json'],
    ['export', name],
    ['export', name, '--format', 'svg'],
    ['export', name, '--format', 'markdown'],
    ['templates'],
    ['templates', '--format', 'json'],
    ['note', name, '--fit', words],
    ['note', name, '--fit', 'fits', '-m', words, '--author', 'Zoë'],
    ['new', `b${words}`, '--template', words],
    [words],
  ]) {
    it(`obeys nothing of files and names in purpose ${JSON.stringify(args).slice(0, 60)}`, async () => {
      const { out, err } = await runIn(files, args);
      const sent = out.replace(args.includes('--color') ? COLOURS : /$^/, '');
      assert.doesNotMatch(sent + err, OBEYED);
      const own = args.includes('github')
        ? /^::(?:notice|warning|error) file=[^\n:]*,title=[^\n:]*::|^::error file=[^\n:]*::/gm
        : /$^/;
      assert.doesNotMatch(out.replace(own, '') + err, COMMAND);
    });
  }
});
