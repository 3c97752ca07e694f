import assert from 'node:assert/strict';
import { findingsIn, messagesIn } from './vague-findings';

/** Each line: what the context is, a sentence that it clears, and one that it does not. */
const CASES: readonly (readonly [string, string, string, ...string[]])[] = [
  [
    'the other half of a set phrase',
    'We note each kind of change.',
    'We are agents of change.',
    'buzzword: agents of change',
  ],
  [
    'a number right after',
    'We feed many (12,000) families.',
    'We feed many families.',
    'vague-quantity: many',
  ],
  [
    'a number before things',
    'Of 31 things that came in May, 24 left working.',
    'Of the things that came in May, 24 left working.',
    'generality: things',
  ],
  [
    'a number in words',
    'We teach several, mostly seven, girls.',
    'We teach several girls.',
    'vague-quantity: several',
  ],
  [
    'a bound',
    'A fast, effective answer: under 200 ms.',
    'A fast, effective answer.',
    'vague-degree: fast',
    'vague-degree: effective',
  ],
  [
    'a figure after a colon',
    'We count success: a first job within six months.',
    'We count success: a first job.',
    'vague-degree: success',
  ],
  [
    'a figure after a colon, but not the number of a point',
    'We count success: 12 first jobs.',
    'We count success: 1. First jobs, 2. second jobs.',
    'vague-degree: success',
  ],
  [
    'a name before it',
    'We bake for the Hartland community.',
    'We bake for the community.',
    'generality: the community',
  ],
  [
    'a place after it',
    'We bake for the community in Birmingham.',
    'We bake for the community in need.',
    'generality: the community',
  ],
  [
    'who it is made of',
    'We bake for the community of bell ringers.',
    'We bake for our community.',
    'generality: our community',
  ],
  [
    'a group of people that says who is in it',
    'We read a whole book with every child in Class 4b.',
    'We read a whole book with every child in the world.',
    'absolute: every child in the world',
  ],
  [
    'a helping verb before "not"',
    'Authors need not write their own parser.',
    'Authors write to each need.',
    'generality: need',
  ],
  [
    'an example',
    'We find opportunities such as a stall at the market.',
    'We find opportunities at the market.',
    'generality: opportunities',
  ],
  [
    'a definition',
    'We invite stakeholders, i.e. the two schools, to lunch.',
    'We invite stakeholders to lunch.',
    'generality: stakeholders',
  ],
  [
    'a proper name',
    'We meet in Quality Street on Mondays.',
    'We give quality lessons.',
    'vague-degree: quality',
  ],
  [
    'a title',
    'She studied at Hudson Community College.',
    'She studied with the local community.',
    'generality: local community',
  ],
  [
    'a quotation',
    'The sign says “excellent coffee” since 1962 and nobody minds.',
    'The coffee is excellent.',
    'vague-degree: excellent',
  ],
  ['a date', 'We close in May 2027.', 'We may close the shop.', 'hedge: may'],
  [
    'a denial',
    'We are not the best, but the nearest.',
    'We are the best, and the nearest.',
    'vague-degree: best',
  ],
  [
    '“not only”, which denies nothing',
    'We offer no excellent coffee.',
    'We offer not only excellent coffee.',
    'vague-degree: excellent',
  ],
  ['somebody else’s wish', 'For students who wish to swim.', 'We wish to teach swimming.', 'hedge: wish to'],
  ['a noun that is no verb', 'They paid the rent in advance.', 'To advance reading.', 'generality: advance'],
  ['another sense', 'We check quality control charts.', 'We print quality charts.', 'vague-degree: quality'],
  [
    'a relative clause that says who',
    'Anyone who lives in the parish can dig.',
    'Anyone can dig.',
    'absolute: Anyone',
  ],
  [
    'a verb with an object',
    'Challenging the council, we won.',
    'A challenging task.',
    'vague-degree: challenging',
  ],
  [
    'what “with” belongs to: the people, or what they are given',
    'We meet individuals with a stammer.',
    'We provide individuals with bread.',
    'generality: individuals',
  ],
  ['an adjective after a verb', 'We learn faster.', 'We make smarter decisions.', 'vague-degree: smarter'],
  [
    'a soft word by itself, or beside one that is vague',
    'Two practical lessons, an open door and a fair price.',
    'A caring, practical lesson.',
    'vague-degree: caring',
    'vague-degree: practical',
  ],
  [
    '“lives” as a verb or a noun',
    'A caretaker who lives there responsible for heating.',
    'They lead responsible lives.',
    'vague-degree: responsible',
  ],
  [
    'a place named before',
    'We run two schools in Argentina and a choir in the region.',
    'We run a choir in the region.',
    'generality: region',
  ],
  [
    'what they need',
    'We drive children in need of a dentist.',
    'We drive children in need.',
    'generality: children in need',
  ],
  ['a metaphor for a product', 'We bake for Amazon drivers.', 'Uber for pharmacies.', 'buzzword: Uber'],
];

describe('the place of a vague word', () => {
  for (const [context, cleared, vague, ...expected] of CASES) {
    it(`decides: ${context}`, () => {
      assert.deepEqual(findingsIn(cleared), [], cleared);
      assert.deepEqual(findingsIn(vague), expected, vague);
    });
  }

  it('counts capitals as names only where the rest is small', () => {
    assert.deepEqual(findingsIn('WE OFFER QUALITY EDUCATION TO ADULTS'), ['vague-degree: QUALITY']);
  });

  it('takes a statement that is all quotation at its word', () => {
    assert.deepEqual(findingsIn('“We bake excellent bread.”'), ['vague-degree: excellent']);
  });
});

describe('a stretch of vague words', () => {
  it('is one finding, the longest', () => {
    assert.deepEqual(findingsIn('We improve the quality of people’s lives.'), [
      'buzzword: quality of people’s lives',
    ]);
    assert.deepEqual(findingsIn('We bake the highest quality bread.'), ['vague-degree: the highest quality']);
  });

  it('is found in a sentence of any length', () => {
    const many = findingsIn(`We bake ${'excellent bread, '.repeat(3000)}and go home.`);
    assert.equal(many.length, 3000);
    const strung = findingsIn(`We count on ${'integrity, respect, '.repeat(1000)}and go home.`);
    assert.equal(strung.length, 2000);
  });

  it('joins two of a kind', () => {
    assert.deepEqual(findingsIn('A lesson by inspiration and innovation.'), [
      'buzzword: inspiration and innovation',
    ]);
    assert.deepEqual(findingsIn('A lesson by passion, inspiration, and innovation.'), [
      'buzzword: passion',
      'buzzword: inspiration, and innovation',
    ]);
  });

  it('offers to take two of a kind out only where both may go', () => {
    const [praise] = messagesIn('An excellent and outstanding choir.');
    assert.deepEqual([praise?.actual, praise?.expected], ['excellent and outstanding', ['']]);
    const [mixed] = messagesIn('An excellent and effective choir.');
    assert.deepEqual([mixed?.actual, mixed?.expected], ['excellent and effective', []]);
  });

  it('leaves the other of two alone when one is accepted', () => {
    const options = { accept: ['inspiration'] };
    assert.deepEqual(findingsIn('A lesson by inspiration and innovation.', 'buzzword', options), [
      'buzzword: innovation',
    ]);
  });

  it('is what a rule that is on has to say, where the longer one is of a rule that is off', () => {
    const text = 'We care for the quality of people’s excellent lives.';
    assert.deepEqual(findingsIn(text), ['buzzword: quality of people’s excellent lives']);
    assert.deepEqual(findingsIn(text, 'vague-degree'), ['vague-degree: excellent']);
  });

  it('is told of as vague rather than as long', () => {
    const text = 'We provide support to families.';
    assert.deepEqual(findingsIn(text), ['generality: support']);
    assert.deepEqual(findingsIn(text, 'simplify'), ['simplify: provide support to']);
  });

  it('ends at a full stop before a small letter', () => {
    const [message] = messagesIn('We bake for families in need. we bake daily.');
    assert.equal(message?.actual, 'families in need');
    assert.deepEqual(message?.place, {
      start: { line: 1, column: 13, offset: 12 },
      end: { line: 1, column: 29, offset: 28 },
    });
  });

  it('takes words in all their forms and spellings', () => {
    assert.deepEqual(findingsIn('She empowered them; he is empowering us.'), [
      'buzzword: empowered',
      'buzzword: empowering',
    ]);
    assert.deepEqual(findingsIn('High quality bread, high-quality buns.'), [
      'vague-degree: High quality',
      'vague-degree: high-quality',
    ]);
    assert.deepEqual(findingsIn('A reader-centered shop.'), ['buzzword: reader-centered']);
  });

  it('marks words that are empty in a string of them only', () => {
    assert.deepEqual(findingsIn('We count on integrity, respect and teamwork.'), [
      'buzzword: integrity',
      'buzzword: respect and teamwork',
    ]);
    assert.deepEqual(findingsIn('We have respect for the sea.'), []);
  });
});
