import assert from 'node:assert/strict';
import fc from 'fast-check';
import { blankNames } from '../../../src/templates/blanks';
import { builtInTemplates } from '../../../src/templates/built-in';
import { snippetFile, toSnippet } from '../../../src/templates/snippet';
import { askingBody, type Template } from '../../../src/templates/template';

/** The text that VS Code would insert, and the stop numbers in order, for only the syntax that we write. */
function expand(snippet: string): { text: string; stops: number[] } {
  const shown = new Map<number, string>();
  const stops: number[] = [];
  let at = 0;
  const read = (closing: boolean): string => {
    let text = '';
    while (at < snippet.length) {
      const char = snippet[at] ?? '';
      if (char === '\\' && /[\\$}]/.test(snippet[at + 1] ?? '')) {
        text += snippet[at + 1];
        at += 2;
      } else if (closing && char === '}') {
        return text;
      } else if (char === '$') {
        const stop = /^\$(?:(\d+)|\{(\d+)(:)?)/.exec(snippet.slice(at));
        assert.ok(stop, `a bare $ at ${at}`);
        at += stop[0].length;
        const number = Number(stop[1] ?? stop[2]);
        stops.push(number);
        if (stop[3]) shown.set(number, read(true));
        if (stop[2]) assert.equal(snippet[at++], '}');
        text += shown.get(number) ?? '';
      } else {
        text += char;
        at++;
      }
    }
    return text;
  };
  return { text: read(false), stops };
}

describe('toSnippet', () => {
  it('makes a blank a stop that shows it, the same blank the same stop, and ends at $0', () => {
    const body = '# {{title}} {{title}} costs $5 and {x} a \\ for {{who}}. ';
    assert.equal(
      toSnippet(body),
      String.raw`# S{1:{{title\}\}} S{1} costs \$5 and {x\} a \\ for S{2:{{who\}\}}. $0`.replace(
        /S(?=\{)/g,
        '$',
      ),
    );
  });

  it('inserts exactly the text of the template', () => {
    const piece = fc.oneof(
      fc.constantFrom('{{a}}', '{{b c}}', '{{d$}}', '$', '}', '{', '\\', '\n', '1', ':'),
      fc.string(),
    );
    const text = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (body) => {
        const { text: inserted, stops } = expand(toSnippet(body));
        assert.equal(inserted, body);
        assert.equal(stops.at(-1), 0);
        const firsts = [...new Set(stops)].filter((stop) => stop > 0);
        assert.deepEqual(
          firsts,
          blankNames(body).map((_, index) => index + 1),
        );
      }),
    );
  });

  it('writes one snippet a template, each offered in purpose files', () => {
    const snippets: Record<string, { prefix: string; body: string[]; include: string[] }> = JSON.parse(
      snippetFile(builtInTemplates()),
    );
    assert.deepEqual(
      Object.values(snippets).map(({ prefix }) => prefix),
      builtInTemplates().map(({ id }) => `purpose-${id}`),
    );
    for (const [index, { body, include }] of Object.values(snippets).entries()) {
      assert.deepEqual(include, ['**/*.purpose.md']);
      assert.equal(expand(body.join('\n')).text, askingBody(builtInTemplates()[index] as Template));
    }
  });
});
