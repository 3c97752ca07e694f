import assert from 'node:assert/strict';
import { blanksOf } from '../../../src/templates/blanks';
import { builtInTemplates } from '../../../src/templates/built-in';
import { purposeTokens } from './tokens';

const OPEN = 'punctuation.definition.template-expression.begin.purpose';
const NAME = 'entity.name.tag.placeholder.purpose';
const CLOSE = 'punctuation.definition.template-expression.end.purpose';

describe('the grammar of blanks', () => {
  it('colours braces and name, each over its very characters', async () => {
    assert.deepEqual(await purposeTokens('We {{do what?}} here.'), [
      `1:3-5 {{ ${OPEN}`,
      `1:5-13 do what? ${NAME}`,
      `1:13-15 }} ${CLOSE}`,
    ]);
  });

  const places: readonly (readonly [string, string])[] = [
    ['a heading', '# {{title}}'],
    ['the start of a paragraph', '{{title}} does'],
    ['a quote', '> We {{title}}.'],
    ['a list', '- {{title}}'],
    ['a table', '| a {{title}} | b |\n| --- | --- |'],
    ['bold text', 'We **{{title}}** here'],
  ];
  for (const [place, text] of places) {
    it(`colours a blank in ${place}`, async () => {
      const tokens = await purposeTokens(text);
      const at = text.indexOf('title');
      assert.ok(tokens.includes(`1:${at}-${at + 5} title ${NAME}`), tokens.join('\n'));
    });
  }

  const others: readonly (readonly [string, string])[] = [
    ['code', 'Write `{{title}}` here'],
    ['a fence', '```\n{{title}}\n```'],
    ['an indented code block', '    {{title}}'],
    ['a comment', '<!-- {{title}} -->'],
    ['an empty blank', 'a {{ }} b {{}}'],
    [
      'signs of template engines',
      '{{#if a}} {{/if}} {{{raw}}} {{< figure >}} {{% note %}} {{ a | upper }} {{> part}}',
    ],
    ['braces over two lines', 'a {{b\nc}} d'],
  ];
  for (const [what, text] of others) {
    it(`leaves alone: ${what}`, async () => assert.deepEqual(await purposeTokens(text), []));
  }

  it('colours every blank of every template', async () => {
    for (const { id, body } of builtInTemplates()) {
      const text = body.replace(/^---\n[\s\S]*?\n---\n/, '');
      const names = (await purposeTokens(text)).filter((token) => token.endsWith(NAME));
      assert.equal(names.length, blanksOf(text).length, id);
      assert.ok(names.length > 0, id);
    }
  });
});

describe('the grammar of marked copies', () => {
  it('colours the marker, its path and its shape', async () => {
    assert.deepEqual(
      await purposeTokens(
        '<!-- purpose:begin ../team.purpose.md as="sentence" -->\nWe mend.\n<!-- purpose:end -->',
      ),
      [
        '1:5-18 purpose:begin keyword.control.begin.purpose',
        '1:19-37 ../team.purpose.md string.unquoted.path.purpose',
        '1:38-40 as entity.other.attribute-name.purpose',
        '1:40-41 = punctuation.separator.key-value.purpose',
        '1:41-42 " punctuation.definition.string.begin.purpose',
        '1:42-50 sentence constant.language.shape.purpose',
        '1:50-51 " punctuation.definition.string.end.purpose',
        '3:5-16 purpose:end keyword.control.end.purpose',
      ],
    );
  });

  it('colours both markers within a line', async () => {
    assert.deepEqual(
      await purposeTokens(
        "Why: <!-- purpose:begin 'a b.purpose.md' as=badge -->We mend.<!-- purpose:end -->",
      ),
      [
        '1:10-23 purpose:begin keyword.control.begin.purpose',
        "1:24-40 'a b.purpose.md' string.quoted.path.purpose",
        '1:41-43 as entity.other.attribute-name.purpose',
        '1:43-44 = punctuation.separator.key-value.purpose',
        '1:44-49 badge constant.language.shape.purpose',
        '1:66-77 purpose:end keyword.control.end.purpose',
      ],
    );
  });

  it('needs no space before or after', async () => {
    assert.deepEqual(await purposeTokens('<!--purpose:begin a.purpose.md-->\n<!--purpose:end-->'), [
      '1:4-17 purpose:begin keyword.control.begin.purpose',
      '1:18-30 a.purpose.md string.unquoted.path.purpose',
      '2:4-15 purpose:end keyword.control.end.purpose',
    ]);
  });

  it('leaves a shape uncoloured that there is not', async () => {
    const tokens = await purposeTokens('<!-- purpose:begin a.md as="poem" -->');
    assert.deepEqual(
      tokens.map((token) => token.split(' ').at(-1)),
      ['keyword.control.begin.purpose', 'string.unquoted.path.purpose'],
    );
  });
});

describe('the grammar of suppression comments', () => {
  it('colours verb, rules and reason', async () => {
    assert.deepEqual(await purposeTokens('<!-- purpose ignore hedge, vague-degree: we mean it -->'), [
      '1:5-12 purpose keyword.other.purpose',
      '1:13-19 ignore keyword.control.suppression.purpose',
      '1:20-25 hedge entity.name.tag.rule.purpose',
      '1:27-39 vague-degree entity.name.tag.rule.purpose',
      '1:39-40 : punctuation.separator.reason.purpose',
      '1:40-52  we mean it  string.unquoted.reason.purpose',
    ]);
  });

  it('follows a reason over several lines and ends with the comment', async () => {
    const tokens = await purposeTokens(
      '<!-- purpose disable hedge: this is\nthe law: {{as is}} -->\nignore hedge',
    );
    assert.deepEqual(
      tokens.map((token) => token.split(' ')[0]),
      ['1:5-12', '1:13-20', '1:21-26', '1:26-27', '1:27-35', '2:0-19'],
    );
  });

  it('colours a verb alone', async () => {
    assert.equal((await purposeTokens('<!-- purpose enable -->')).length, 2);
    assert.equal((await purposeTokens('Text <!--purpose ignore--> text')).length, 2);
  });

  const others = [
    '<!-- purpose ignor hedge -->',
    '<!-- purposeful ignore hedge -->',
    '<!-- our purpose ignore hedge -->',
    'purpose ignore hedge',
    '`<!-- purpose ignore hedge -->`',
    '```html\n<!-- purpose ignore hedge -->\n<!-- purpose:end -->\n```',
    '    <!-- purpose ignore hedge -->',
  ];
  for (const text of others) {
    it(`leaves alone: ${text.replaceAll('\n', ' ')}`, async () =>
      assert.deepEqual(await purposeTokens(text), []));
  }
});
