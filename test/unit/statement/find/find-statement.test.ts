import assert from 'node:assert/strict';
import { parsePurpose } from '../../../../src/statement/document';

const BREAD = 'We bake bread for the harbour so that crews eat before dawn.';

function found(text: string): { readonly plain?: string; readonly by?: string } {
  const { statement } = parsePurpose(text);
  if (!statement) return {};
  assert.equal(text.slice(statement.start.offset, statement.end.offset), statement.text);
  return { plain: statement.plain, by: statement.by };
}

describe('finding the statement', () => {
  it('takes no text without a letter for one', () => {
    assert.deepEqual(found('# Bakers\n\n(40 %)\n'), {});
  });

  for (const heading of [
    '## 3. Mission & Scope',
    '## 🧭 Our purpose {#why}',
    '## **II. Purpose**',
    '**Mission:**',
    '## Harbour Bakers Mission Statement',
    '<h2 align="center">Why we exist</h2>',
    'Purpose\n-------',
    '## § 2 Vereinszweck',
    '## Notre raison d’être',
    '## Nuestra misión',
    '## Nossa missão',
    '## La nostra missione',
    '## Onze missie',
    '## Vårt uppdrag',
    '## Nasza misja',
    '## Naše poslání',
    '## 私たちの使命',
    '## 我们的使命',
    '## Why the bakery exists',
  ]) {
    it(`reads the heading “${heading.replace('\n', '⏎')}”`, () => {
      const text = `# Harbour bakers\n\nBakers since 1911, at the old quay.\n\n${heading}\n\n${BREAD}\n`;
      assert.deepEqual(found(text), { plain: BREAD, by: 'heading' });
    });
  }

  for (const [what, line] of [
    ['a greeting', 'Welcome to the bakery!'],
    ['a version', 'Version 2.3 (draft)'],
    ['a date', '_Last updated: 4 May 2021_'],
    ['navigation', '[Home](a.md) · [Rota](b.md)'],
    ['a document about itself', 'This document sets out who opens the bakery and when.'],
    ['a licence', 'Licensed under the MIT licence.'],
    ['a callout', '> [!NOTE]\n> The council reads this first.'],
    ['a pointer elsewhere', 'Our recipes can be found in the shed.'],
  ] as const) {
    it(`passes over ${what}`, () => {
      assert.equal(found(`# Bakers\n\n${line}\n\n${BREAD}\n`).plain, BREAD);
    });
  }

  for (const [first, heading] of [
    ['Founded in a shed in 1911.', '## The bakery\n\n'],
    ['There are 40 of us.', '## TL;DR\n\n'],
    ['Leith, Scotland.', '## Motto\n\n'],
    ['We meet on Mondays at six.', ''],
  ] as const) {
    it(`prefers what reads like a purpose to a first text that does not: ${first}`, () => {
      assert.deepEqual(found(`# Bakers\n\n${first}\n\n${heading}${BREAD}\n`), { plain: BREAD, by: 'shape' });
    });
  }

  it('prefers an activity to a place', () => {
    const text = '# Bakers\n\nLeith, Scotland.\n\nWe bake bread for crews.\n';
    assert.equal(found(text).plain, 'We bake bread for crews.');
    assert.equal(found('# Bakers\n\nLeith, Scotland.\n').plain, 'Leith, Scotland.');
  });

  for (const [what, statement] of [
    ['to run, as software is', 'To run a night kitchen, a bakery and a school for crews.'],
    ['to install', 'To install stoves on boats so that crews eat warm.'],
    ['a request to read', 'Read to crews who wait for the tide.'],
    ['a request to see', 'See every child of the harbour fed before school.'],
    ['a request to join', 'Join us to bake bread for crews.'],
    ['a condition', 'If you sail, we bake for you so that you eat.'],
    ['advice to a writer', 'List the wells of the harbour so that crews drink.'],
    ['a pointer elsewhere', 'We map where clean water can be found so that crews drink.'],
    ['a licence', 'We print songs licensed under CC BY so that crews sing them.'],
    ['this website', 'This website helps crews find bread.'],
    ['this book', 'This book club helps crews read.'],
    ['who made the file', 'Created by bakers, the school feeds crews before they sail.'],
    ['a draft', 'Draft horses for foresters in the hills.'],
    ['a version', 'Version control for bakers so that no recipe is lost.'],
    ['a status', 'Stand up for tenants of the quay.'],
    ['a greeting', 'Welcome! We bake bread for crews.'],
    ['the number of a clause', '2.1 The purpose of the school is to feed crews.'],
    ['a link', '[We bake bread for crews so that they eat.](why.md)'],
  ] as const) {
    it(`takes a purpose that begins or looks like ${what}`, () => {
      const plain = statement.replace(/^2\.1 /, '').replace(/^\[(.*)\]\(.*\)$/, '$1');
      assert.deepEqual(found(`# Bakers\n\n## Mission\n\n${statement}\n`), { plain, by: 'heading' });
    });
  }

  for (const line of [
    'To run the tests, type make test.',
    'To install, open a shell.',
    'To run it locally, you need an oven.',
    'Read the charter.',
    'See the minutes of the board.',
    'Visit our shop on Fridays.',
    'Check the calendar for open days.',
    'Join us on Slack.',
    'Join us to learn more.',
    'If you have a question, ask the baker.',
    'Explain why the bakery exists.',
    'List the goals of the team.',
    'Describe your project so that readers understand it.',
    'The recipes can be found in the shed.',
    'This website contains recipes.',
    'This book describes the bakery.',
    'This site helps you to find us.',
    'Created by Ann Smith in May.',
    'Last reviewed by the board',
    'Draft of the board',
    'Version 1.2',
    '1.2.0 (2031-05-04)',
    'Status: draft',
    'Welcome to the bakery!',
  ]) {
    it(`takes no such line for a purpose: ${line}`, () => {
      assert.deepEqual(found(`# Bakers\n\n## Mission\n\n${line}\n`), {});
    });
  }

  for (const heading of [
    'Goals of the year',
    'Aims for 2031',
    'Quarterly objectives',
    'Mission of the month',
  ]) {
    it(`expects a plan, and no purpose, below “${heading}”`, () => {
      const text = `# Bakers\n\n${BREAD}\n\n## ${heading}\n\nTo paint the shop for the fair.\n`;
      assert.equal(found(text).plain, BREAD);
    });
  }

  it('takes a short sentence with the name of the purpose for the statement, not for a heading', () => {
    for (const plain of ['Our mission is to teach apprentices to knead.', 'The purpose is to bake bread.']) {
      assert.equal(found(`${plain}\n`).plain, plain);
      assert.equal(found(`# Bakers\n\n${plain}\n\n## Objectives\n\nWe hire two bakers.\n`).plain, plain);
    }
    assert.equal(found(`# Bakers\n\nOur mission is simple.\n\n${BREAD}\n`).plain, BREAD);
  });

  it('reads a purpose past the short names in brackets behind the body that has it', () => {
    const purpose = 'The purpose of the Ferry Fund (“Fund”, or, in short, the “F”) is to pay for piers.';
    const text = `# Ferry Fund\n\nA fund of the port.\n\n## Charter\n\na) ${purpose}\n`;
    assert.deepEqual(found(text), { plain: purpose, by: 'shape' });
  });

  it('passes over the subtitle of a heading if the text below calls itself the mission', () => {
    const text = (subtitle: string) =>
      `# Harbour\n\n## Mission\n\n> ${subtitle}\n\nThe harbour's mission: to bring every crew home.\n`;
    assert.deepEqual(found(text('Our north star')), { plain: 'to bring every crew home.', by: 'heading' });
    assert.equal(found(text('We bring every crew home.')).plain, 'We bring every crew home.');
  });

  it('prefers what the writer has marked to all else', () => {
    const text = `# Bakers\n\n## Mission\n\nOld words.\n\n<!-- purpose:statement -->\n\n${BREAD}\n`;
    assert.deepEqual(found(text), { plain: BREAD, by: 'marker' });
  });

  for (const text of [
    'TBD',
    '**Mission:** to be written.',
    '*Work in progress*',
    'Coming soon!',
    'Our mission statement is still under discussion.',
    'We are drafting our mission, ask Tim.',
    'The bakery charter has moved to [the website](https://example.org).',
    '[Insert mission statement here]',
    'Folgt in Kürze.',
    'À compléter.',
    'Por definir',
    '| Mission | TBA |\n| --- | --- |\n| Purpose | N/A |',
    'Important documents:\n\n- [Charter](charter.pdf)\n- [Rota](rota.md)',
    '- [Charter](charter.pdf): who decides\n- [Rota](rota.md): who bakes',
  ]) {
    it(`takes no placeholder or list of links for the statement: ${text.replaceAll('\n', '⏎')}`, () => {
      assert.deepEqual(found(`# Bakers\n\n${text}\n`), {});
    });
  }

  for (const text of [
    'The quay is under construction, and we feed the people who build it.',
    'None of our neighbours eats alone.',
    'We are working on a street where nobody goes to bed hungry.',
    'We run:\n\n- [ovens](ovens.md)\n- [classes](classes.md)',
    'Our mission is in progress when bread is on every table of the quay.',
    'We add a loaf to every meal.',
  ]) {
    it(`takes no purpose for a placeholder: ${text.replaceAll('\n', '⏎')}`, () => {
      assert.equal(found(`# Bakers\n\n${text}\n`).plain !== undefined, true);
    });
  }

  it('says when it only guesses', () => {
    assert.equal(
      found('# Bakers\n\nThe oven is older than the quay.\n\nFlour is kept dry.\n').by,
      'position',
    );
    assert.equal(found('# Bakers\n\nThe guild exists to feed crews.\n').by, 'shape');
  });

  it('takes a list together with the line that leads over to it', () => {
    const text = '## Purpose\n\nOur purpose is to:\n\n- bake bread\n\n- feed crews\n';
    assert.equal(found(text).plain, 'Our purpose is to: bake bread feed crews');
  });

  it('takes the sentence of a long paragraph that says it', () => {
    const story =
      'The quay was built when the old harbour silted up, and for ninety years nobody cooked there at all.';
    const more =
      'Crews came home hungry from the night tides and walked a mile to the nearest open kitchen in town.';
    const text = `# Bakers\n\n${story} The mission of the guild is to feed every crew. ${more}\n`;
    assert.deepEqual(found(text), { plain: 'The mission of the guild is to feed every crew.', by: 'shape' });
  });

  it('reads HTML, text after a comment, TOML and dots as GitHub shows them', () => {
    for (const text of [
      `<p align="center">${BREAD}</p>\n`,
      `<!-- kept by Ann --> ${BREAD}\n`,
      `+++\ntitle = "Bakers"\n+++\n\n${BREAD}\n`,
      `---\nkind: team\n...\n${BREAD}\n`,
    ]) {
      assert.equal(found(text).plain, BREAD, text);
    }
    assert.equal(parsePurpose('+++\nlang = "de"\n+++\n\nWir backen.\n').frontMatter.data.lang, 'de');
  });

  it('finds no statement in a file with conflict markers, unless they are a code sample', () => {
    const conflict = `<<<<<<< ours\n${BREAD}\n=======\nWe bake rye.\n>>>>>>> theirs\n`;
    const file = parsePurpose(`# Bakers\n\n${conflict}`);
    assert.deepEqual([file.statement, file.conflict?.start.line], [undefined, 3]);
    assert.equal(found(`${BREAD}\n\n\`\`\`\n${conflict}\`\`\`\n`).plain, BREAD);
  });
});
