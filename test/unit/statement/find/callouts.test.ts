import assert from 'node:assert/strict';
import { LintSession } from '../../../../src/lint/session';
import { parsePurpose } from '../../../../src/statement/document';

const NETS = 'We mend nets for crews so that they sail.';

function found(text: string): string | undefined {
  const { statement } = parsePurpose(text);
  if (statement) assert.equal(text.slice(statement.start.offset, statement.end.offset), statement.text);
  return statement?.plain;
}

describe('a callout', () => {
  const note = 'Read at each annual meeting.';
  for (const aside of [
    `> [!note] Title\n> ${note}`,
    `> [!warning]- Title\n>\n> ${note}`,
    `> [!NOTE] ${note}`,
    `> [!my-note|right]\n> ${note}`,
    `> \\[!TIP]\n> ${note}`,
    `> **Note**\n> ${note}`,
    `> 📝 **Note:**\n> ${note}`,
    `**Note** ${note}`,
    `> ℹ️ ${note}`,
    `:warning: ${note}`,
    `:::note\n${note}\n:::`,
    `::: tip\n\n${note}\n\n:::`,
    `::: {.callout-note}\n${note}\n:::`,
    `:::{admonition} Title\n:class: tip\n\n${note}\n:::`,
    `/// note | Title\n${note}\n///`,
    `!!! note\n    ${note}`,
    `??? info "Title"\n\n    ${note}`,
    `.. note::\n   ${note}`,
    `{% note %}\n\n${note}\n\n{% endnote %}`,
    `{{< hint info >}}\n${note}\n{{< /hint >}}`,
    `<aside>\n${note}\n</aside>`,
    `<Callout kind="x">\n\n${note}\n\n</Callout>`,
    `<Note>${note}</Note>`,
    `<div class="alert alert-info">${note}</div>`,
  ]) {
    it(`is no statement: ${JSON.stringify(aside)}`, () => {
      assert.equal(found(`# Nets\n\nIntro.\n\n## Purpose\n\n${aside}\n\n${NETS}\n`), NETS);
    });
  }

  for (const marked of [
    `> [!quote] Ann\n> ${NETS}`,
    `> [!tip]+ Our mission\n>\n> ${NETS}`,
    `> [!IMPORTANT] ${NETS}`,
    '> [!IMPORTANT] We mend nets\n> for crews so that they sail.',
    `> **Note**\n> ${NETS}`,
    `!!! abstract "In short"\n    ${NETS}`,
    `::: quote\n${NETS}\n:::`,
    `{% note %} ${NETS} {% endnote %}`,
    `{% hint style="info" %}\n${NETS}\n{% endhint %}`,
    `<aside>${NETS}</aside>`,
  ]) {
    it(`can hold the statement: ${JSON.stringify(marked)}`, () => {
      assert.equal(found(`# Nets\n\n## Purpose\n\n${marked}\n`), NETS);
    });
  }

  it('does not begin with the bold word of a sentence', () => {
    for (const text of [
      '**Help** sailors sail home.',
      '**Tip** the scales for crews.',
      '**Note** how crews sail.',
    ])
      assert.equal(found(`# Nets\n\n## Purpose\n\n${text}\n`), text.replaceAll('*', ''));
  });

  it('ends, and its title can name the purpose', () => {
    assert.equal(found(`# Nets\n\n:::note\n\n${note}\n\n:::\n\n${NETS}\n\n## Log\n\nWe met.\n`), NETS);
    assert.equal(found(`# Nets\n\nWe meet.\n\n> [!tip] Our mission\n> ${NETS}\n\nWe sing.\n`), NETS);
  });
});

describe('marks around a text', () => {
  for (const alone of [
    '{: .no_toc }\n{: #x}',
    '*[CSS]: Sheets\n*[DOM]: Model',
    '{/* kept\nby us */}',
    '%% x %%',
    '^id',
  ])
    it(`are no statement: ${JSON.stringify(alone)}`, () => {
      assert.equal(found(`# Nets\n\nIntro.\n\n## Purpose\n\n${alone}\n\n${NETS}\n`), NETS);
    });

  for (const marked of [
    `${NETS} {.lead #why}`,
    `${NETS}\n{: .lead}`,
    `{: .lead}\n${NETS}`,
    `${NETS} ^why-1`,
    `> ${NETS}\n> ^why`,
    `- ${NETS} {.x}`,
    `> ${NETS}\n>\n> ^why`,
    `<!-- x -->\n${NETS} ^[Since 1911.]`,
    `${NETS} {/* ours */}`,
    `<p title="a > b" id='c'>${NETS}</p>`,
    `<h3 align="center">${NETS}</h3>`,
  ]) {
    it(`are no part of it: ${JSON.stringify(marked)}`, () => {
      assert.equal(found(`# Nets\n\n## Mission\n\n${marked}\n`), NETS);
    });
  }

  it('are no part of the name of a heading', () => {
    for (const mark of ['{: #x}', '{.x}', '^why', '[^1]'])
      assert.equal(found(`# Nets\n\nIntro.\n\n## Mission ${mark}\n{: .no_toc}\n\n${NETS}\n`), NETS, mark);
  });

  it('leave braces that belong to the text', () => {
    assert.equal(found('# Nets\n\nWe mend {nets} for {{who}}\n'), 'We mend {nets} for {{who}}');
  });
});

describe('a heading beside its text', () => {
  for (const text of [
    `> ## Mission\n>\n> ${NETS}`,
    `> ### Our mission\n> ${NETS}\n>\n> ### Our shed\n> It is red.`,
    `> **Our mission**\n>\n> ${NETS}`,
    `**Mission**<br>\n${NETS}`,
    `*Mission*  \n${NETS}`,
    `**1. Name.** The club is called Nets.\n\n**2. Purpose.** ${NETS}`,
    `**Article 2. Purpose.** ${NETS}`,
    `**Our mission** ${NETS}`,
  ]) {
    it(`is no part of it: ${JSON.stringify(text)}`, () => {
      assert.equal(found(`# Nets\n\nIntro.\n\n${text}\n`), NETS);
    });
  }

  it('can be the beginning of its sentence', () => {
    const text = '**Our mission** is to mend nets for crews so that they sail.';
    assert.equal(found(`# Nets\n\nIntro.\n\n${text}\n`), text.replaceAll('*', ''));
  });
});

describe('the mark of a callout, and a list of attributes', () => {
  it('are no words to be asked about', () => {
    const marks = [
      '> [!various] Title\n> Nets.',
      '!!! various\n    Nets.',
      'Nets. {.various}',
      '{: .various }\n\nNets.',
    ];
    for (const text of marks) {
      const found = new LintSession().lint(`${NETS}\n\n${text}\n`).findings.map((one) => one.text);
      assert.ok(!found.includes('various'), text);
    }
    const title = new LintSession().lint(`${NETS}\n\n> [!note] Various nets\n> Of hemp.\n`).findings;
    assert.deepEqual(
      title.map(({ text }) => text),
      ['Various'],
    );
  });
});
