import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ParseEnglish } from 'parse-english';
import { type Anatomy, findAnatomy } from '../../../src/statement/anatomy';

const parser = new ParseEnglish();
const anatomyOf = (text: string) => findAnatomy(parser.parse(text));

/** A statement, and words that each part must hold; `null` where there is none to find. */
type Case = readonly [text: string, who: string | null, what: string | null, change: string | null];

const CASES: readonly Case[] = [
  [
    'We run the build machines so that any product engineer here can ship a tested change within the hour.',
    'product engineer',
    'run the build machines',
    'so that any product engineer here can ship',
  ],
  [
    'To repair bicycles with teenagers so that they can get to work on their own.',
    'teenagers',
    'repair bicycles',
    'so that they can get to work',
  ],
  ['The Oak Street library exists to lend tools to neighbors.', 'neighbors', 'lend tools', null],
  [
    'Our mission is to help refugees find a first job in Leeds.',
    'refugees',
    'help refugees',
    'help refugees find a first job',
  ],
  [
    'For parents of premature babies who cannot visit, NightNest is a video link that shows them their child.',
    'parents of premature babies',
    'a video link',
    null,
  ],
  [
    'Speech and accent coaching app for non-native English speakers',
    'non-native English speakers',
    'Speech and accent coaching app',
    null,
  ],
  [
    'We cook hot meals. Elderly people in our street eat together and are no longer alone.',
    'Elderly people',
    'cook hot meals',
    'Elderly people in our street eat together and are no longer alone',
  ],
  [
    'The mission of Hill College is to prepare undergraduate and graduate students for careers in nursing by providing courses.',
    'undergraduate and graduate students',
    'prepare undergraduate',
    'prepare undergraduate',
  ],
  // Benefits told by a shape, whoever has them.
  [
    'To meet the changing needs of nurses by lending textbooks.',
    'nurses',
    'lending textbooks',
    'meet the changing needs',
  ],
  ['Courses in welding, for careers in shipyards.', null, 'Courses in welding', 'for careers in shipyards'],
  ['We run job training fairs in Leeds.', null, 'run job training fairs', null],
  ['We teach what is necessary to pass the test.', null, 'teach', 'necessary to pass the test'],
  ['We plant trees, resulting in cooler streets.', null, 'plant trees', 'resulting in cooler streets'],
  ['Our course graduates skilled welders and pianists.', 'welders', null, 'graduates skilled welders'],
  ['We assist tenants with their rent.', 'tenants', 'assist tenants', 'assist tenants with their rent'],
  ['We assist tenants.', 'tenants', 'assist tenants', null],
  ['Bug bounty as a service for AI', null, 'Bug bounty', null],
  ['Spare parts for old radios', null, 'Spare parts', null],
  ['To make people happy.', 'people', null, 'make people happy'],
  ['Empower every person to achieve more.', 'every person', null, 'Empower every person'],
  ['A world in which nobody sleeps outside.', 'nobody', null, 'world in which'],
  ['See Schedule O.', null, null, null],
  ['We shelter dogs.', 'dogs', 'shelter dogs', null],
  ['We feed the hungry and the homeless.', 'the hungry', 'feed', null],
  ['Legal advice for those affected by floods', 'those affected by floods', 'Legal advice', null],
  ['Microloans for Southeast Asia', 'Southeast Asia', 'Microloans', null],
  [
    'Dedicated to the rescue and rehabilitation of donkeys that are left behind.',
    'donkeys',
    'rescue and rehabilitation of donkeys',
    'rescue and rehabilitation',
  ],
  [
    'We live together so that Amira and Noor can grow up near their grandmother.',
    'Amira and Noor',
    'live together',
    'so that Amira and Noor can grow up near their grandmother',
  ],
  [
    'Gridlet is a CSS file that lays out forms, so that people who write tools by hand need no framework.',
    'people who write tools',
    'a CSS file that lays out forms',
    'so that people who write tools by hand need no framework',
  ],
  [
    'We lend tools to people on Mill Road so they do not have to buy a drill they use once.',
    'people',
    'lend tools',
    'so they do not have to buy a drill',
  ],
  [
    'The parser turns Markdown into a tree that tools can read, so authors of linters need not write their own.',
    'authors of linters',
    'turns Markdown into a tree',
    'so authors of linters need not write their own',
  ],
  [
    'The charity houses homeless veterans in Glasgow and stays with them until they have a job and a doctor.',
    'homeless veterans in Glasgow',
    'houses homeless veterans',
    'until they have a job and a doctor',
  ],
  ['We mend bicycles because so many are left to rust until the spring.', null, 'mend bicycles', null],
  [
    'We maintain a date library that fits in 2 kB, so web pages load fast on cheap phones.',
    null,
    'maintain a date library',
    'so web pages load fast on cheap phones',
  ],
  ['The winters are long, so we ring 200 pensioners every day.', 'pensioners', 'ring 200 pensioners', null],
  ['We mend 40 bicycles a year, so far with borrowed tools.', null, 'mend 40 bicycles', null],
  [
    'We want every child in Class 4b to read a whole book.',
    'every child in Class 4b',
    null,
    'want every child',
  ],
  ['To raise funds for the chess club.', null, 'raise funds', null],
  ['We help toddlers sleep.', 'toddlers', 'help toddlers sleep', 'help toddlers sleep'],
  ['We let neighbours borrow drills.', 'neighbours', 'let neighbours borrow drills', 'let neighbours borrow'],
  ['Help people live better.', 'people', null, 'Help people live better'],
  ['We give people a bed for the night.', 'people', 'give people a bed', null],
  ['We get patients over 80 out of bed.', 'patients', 'get patients over 80 out of bed', null],
  ['We bring people together.', 'people', null, null],
  ['We have taught children to swim since 1990.', 'children', 'taught', 'taught children to swim'],
  ['Since 2009 we have sewn costumes.', null, 'sewn costumes', null],
  ['We have children.', 'children', null, null],
  ['I care for Anna.', 'Anna', 'care', null],
  ['For Ada, so that she knows her village.', 'Ada', null, 'so that she knows her village'],
  ['Fonts for Windows.', null, 'Fonts', null],
  ['Our choir sings for schoolchildren.', 'schoolchildren', 'sings', null],
  [
    'We clear the snow in our street. Nobody falls any more.',
    'Nobody',
    'clear the snow',
    'Nobody falls any more',
  ],
  ['We clear the snow. Nobody is paid.', 'Nobody', 'clear the snow', null],
  ['To ensure prosperity.', null, null, 'ensure prosperity'],
  ['Help create a world where you can rest.', 'you', null, 'world where you can rest'],
  ['To lead the world.', null, null, null],
  ['To lead the choir.', null, 'lead the choir', null],
  ['We find homes for greyhounds.', 'greyhounds', 'find homes', null],
  [
    'Hill University, a public institution of higher learning, serves the people of the valley. It provides degree programs that prepare students from low income families for careers in nursing, and it conducts research.',
    'the people of the valley',
    'provides degree programs',
    'prepare students from low income families for careers in nursing',
  ],
  [
    'Ourtown Kitchen rescues, cooks and gives away food so people in the valley can eat for free.',
    'people in the valley',
    'gives away food',
    'so people in the valley can eat',
  ],
];

describe('findAnatomy', () => {
  it('ends somebody where a verb of theirs begins', () => {
    const { who } = anatomyOf('Without us, 300 families in Cork would have no dentist.');
    assert.equal(who?.text, '300 families in Cork');
  });

  for (const [text, who, what, change] of CASES) {
    it(text, () => {
      const anatomy = anatomyOf(text);
      for (const [part, expected] of Object.entries({ who, what, change })) {
        const found = anatomy[part as keyof Anatomy]?.text ?? null;
        if (expected === null) assert.equal(found, null, part);
        else assert.ok(found?.includes(expected), `${part}: ${found}`);
      }
    });
  }

  it('takes the speakers themselves for nobody it is for', () => {
    assert.equal(anatomyOf('We are a community of practice.').who, undefined);
    assert.equal(anatomyOf('Our team maintains the parser.').who, undefined);
    assert.equal(anatomyOf('Siena is a learning community and a national leader.').who, undefined);
  });

  it('takes no part of a name and no kind of thing for somebody', () => {
    for (const text of [
      'We run the Happy Children Hall.',
      'We offer student loans.',
      'We organise community events.',
      'We sell consumer electronics.',
      'We build computers and routers.',
    ]) {
      assert.equal(anatomyOf(text).who, undefined, text);
    }
  });

  it('is empty for an empty tree', () => {
    assert.deepEqual(anatomyOf(''), {});
    assert.deepEqual(anatomyOf('?!'), {});
  });

  it('gives spans that hold the text they name', () => {
    const words = [
      'we',
      'help',
      'students',
      'to',
      'succeed',
      'for',
      'the',
      'poor',
      ',',
      '.',
      'so',
      'that',
      'who',
      'A',
      'and',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 20 }), (chosen) => {
        const text = chosen.join(' ');
        for (const part of Object.values(anatomyOf(text))) {
          assert.ok(part.start >= 0 && part.end <= text.length && part.start < part.end);
          assert.equal(text.slice(part.start, part.end), part.text);
        }
      }),
    );
  });

  it('looks at the start of an endless sentence', () => {
    const endless = `We teach children ${'and mend bicycles '.repeat(2000)}for adults`;
    assert.equal(anatomyOf(endless).who?.text, 'children');
    assert.equal(anatomyOf(`${'bicycle '.repeat(2000)}for adults`).who, undefined);
  });

  it('survives any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => assert.ok(anatomyOf(text))));
  });
});
