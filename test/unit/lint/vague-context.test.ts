import assert from 'node:assert/strict';
import { findingsIn, messagesIn } from './vague-findings';

describe('the place of a vague word', () => {
  it('counts capitals as names only in text with lower-case words', () => {
    assert.deepEqual(findingsIn('WE OFFER QUALITY EDUCATION TO ADULTS'), ['vague-degree: QUALITY']);
  });

  it('is pointed to by “the following”, which may be a part of the phrase', () => {
    assert.deepEqual(
      findingsIn('Students learn the following skills in our shop: welding and riveting.'),
      [],
    );
  });

  it('takes a statement that is all quotation at its word', () => {
    assert.deepEqual(findingsIn('“We bake excellent bread.”'), ['vague-degree: excellent']);
  });
});

describe('a word in its place', () => {
  it('points to what was named, if it is a noun', () => {
    for (const text of [
      'Such solutions cost 40 euros.',
      'These needs change in May.',
      'Those values are ours.',
    ])
      assert.deepEqual(findingsIn(text), [], text);
    assert.deepEqual(findingsIn('We bake these excellent loaves.'), ['vague-degree: excellent']);
  });

  it('is any number above one in a condition', () => {
    assert.deepEqual(findingsIn('If several bakers apply, we draw lots.'), []);
    assert.deepEqual(findingsIn('If it rains, several bakers stay.'), ['vague-quantity: several']);
  });

  it('is a verb although the list has a noun', () => {
    assert.deepEqual(findingsIn('The oven needs a new door.'), []);
    assert.deepEqual(findingsIn('We chart how the reef is evolving over time.'), []);
    assert.deepEqual(findingsIn('We chart an evolving reef.'), ['generality: evolving']);
    assert.deepEqual(findingsIn('We meet the needs of families.'), ['generality: needs']);
  });
});

describe('a word whose question is answered beside it', () => {
  const clear = [
    'So many boats lie here that the pier is full.',
    'We record as diverse a fleet as possible.',
    'We choose crews as mixed and able as possible.',
    'We count the many wrecks of the bay.',
    'We are grateful for her leadership.',
    'Our work is aimed at night nurses.',
    'To progress the harbour dig.',
    'We share maps and guides.',
    'We ensure that pilots have access to knowledge and guides.',
    'There are numerous ports in Fife, but we map three.',
    'Many ports of Fife have a free mooring for a night (e.g. Leith).',
    'Various plans to dig the harbour exist, including ours.',
    'We make craftsmanship visible.',
    'We have the time and financial resources for a regatta.',
    'The club is a global community of young chess players, aged 18 to 35.',
    'We support a community around the free tide tables that pilots print.',
    'We support bakers. We do so by lending ovens.',
    'Ada wrote: “We will deliver excellent and innovative bread.”',
    'We will do our best.',
    'The aim is sufficient money for the regatta.',
    'The following pages hold more specific plans.',
    'Numerous bakers of the port helped: Ada Smith and Bo Larsen.',
    'We hope to see you there.',
    'Here are things to know about ovens.',
    'They work with solution providers in Leith.',
    'We test air quality at six wells.',
    'The school is for rowers in sailing, welding, baking and other disciplines.',
    'We lend boats to schools. We also lend ovens to other schools.',
    'We hand out several maps depending on the tide.',
    'We bake for a kind and sober society.',
  ];
  for (const text of clear) it(`is not marked in “${text}”`, () => assert.deepEqual(findingsIn(text), []));

  const marked: readonly (readonly [string, string])[] = [
    ['We take in as many dogs as we can.', 'vague-quantity: many'],
    ['We keep the fees as low as possible.', 'vague-quantity: as low as possible'],
    ['There are many wrecks in Fife.', 'vague-quantity: many'],
    ['We help bakers with all our resources.', 'generality: resources'],
    ['We visit many wrecks.', 'vague-quantity: many'],
    ['The programme aimed to help bakers.', 'hedge: aimed to'],
    ['We publicly thank boys for their leadership.', 'buzzword: leadership'],
    ['We support a community of learners.', 'buzzword: community of learners'],
    ['They offer innovative solutions to bakers.', 'buzzword: solutions'],
    ['We lend boats for sailing and other activities.', 'generality: other activities'],
    ['We bake for society.', 'generality: society'],
    ['We hand out several maps.', 'vague-quantity: several'],
  ];
  for (const [text, expected] of marked)
    it(`is marked in “${text}”`, () =>
      assert.ok(findingsIn(text).includes(expected), findingsIn(text).join()));
});

describe('a set phrase', () => {
  it('has no vague word in it', () => {
    for (const text of [
      'We cook in times of need.',
      'We cook for sailors in their hour of need.',
      'We lend tools when the need arises.',
      'We help children with special educational needs learn to read.',
      'We teach children with special needs in Leith.',
      'We visit two long-term care homes.',
      'The price holds value added tax.',
      'We build on top of existing tools.',
      'We collect solid waste in Leith.',
      'Members are in good standing.',
      'We bake in good faith.',
      'We act in the best interests of the child.',
      'We bake, among other things, rye bread.',
      'The club answers open issues on Mondays.',
      'Our service dogs guide blind people.',
    ])
      assert.deepEqual(findingsIn(text), [], text);
  });

  it('has the ordinary sense of its word', () => {
    for (const text of [
      'Send the form to the relevant officer.',
      'Choirs from different towns sing in May.',
      'We measure the impact of road salt on trees.',
      'We teach how phones work, and their impact on sleep.',
      'The oven needs to be cleaned.',
      'We ask how best to share the boats.',
      'Ethical questions of embryo research are on the agenda.',
      'Our advice rests on real-world experience rather than theory.',
      'We rely on best practices rather than on luck.',
      'We run a quality laboratory, certified to ISO 17025.',
      'We give quality care, as shown by our inspection reports.',
      'We empower tenants by teaching them to read their leases.',
    ])
      assert.deepEqual(findingsIn(text), [], text);
    assert.deepEqual(findingsIn('We will make best endeavours to open on Mondays.', 'hedge'), []);
    assert.deepEqual(findingsIn('We make an impact.'), ['buzzword: make an impact']);
    assert.deepEqual(findingsIn('We run a quality laboratory.'), ['vague-degree: quality']);
    assert.deepEqual(findingsIn('We empower tenants.'), ['buzzword: empower']);
    assert.deepEqual(findingsIn('Run docker run baker/baker baker now.', 'repeated-words'), []);
    assert.equal(findingsIn('The bakers bake bake bread.', 'repeated-words').length, 1);
  });

  it('may be a term of a trade, of which no half is marked', () => {
    for (const text of [
      'We build a solar array for the village school.',
      'We fund work on the grand challenge of clean water.',
      'We audit smart contracts and lend smart cards.',
      'We measure community activity in Leith.',
    ])
      assert.deepEqual(findingsIn(text), [], text);
    assert.deepEqual(findingsIn('We sell smart shoes.'), ['buzzword: smart']);
  });

  it('may be the title of a job', () => {
    for (const text of [
      'Write to our chief innovation officer in Leith.',
      'Ann is head of strategic partnerships.',
      'Two quality managers taste each loaf.',
      'Community Engagement Lead',
    ])
      assert.deepEqual(findingsIn(text), [], text);
    assert.deepEqual(findingsIn('We train innovative bakers.'), ['buzzword: innovative']);
    assert.deepEqual(findingsIn('We feed the head of our excellent bakery.'), ['vague-degree: excellent']);
  });

  it('does not clear its words elsewhere', () => {
    assert.deepEqual(findingsIn('We bake for the long term.'), ['vague-quantity: the long term']);
    assert.deepEqual(findingsIn('We answer the needs of sailors.'), ['generality: needs']);
    assert.deepEqual(findingsIn('We are a top school of good bread.'), [
      'vague-degree: top',
      'vague-degree: good',
    ]);
  });

  it('is vague itself if the word lists have all of it', () => {
    assert.deepEqual(findingsIn('We meet from time to time.'), ['vague-quantity: from time to time']);
  });
});

describe('a stretch of vague words', () => {
  it('is one finding, the longest', () => {
    assert.deepEqual(findingsIn('We improve the quality of people’s lives.'), [
      'buzzword: quality of people’s lives',
    ]);
    assert.deepEqual(findingsIn('We bake the highest quality bread.'), ['vague-degree: the highest quality']);
  });

  it('is not found in a term of law', () => {
    assert.deepEqual(findingsIn('Sailors who have the ability to benefit from it.', 'simplify'), []);
    assert.deepEqual(findingsIn('Sailors who have the ability to swim.', 'simplify'), [
      'simplify: have the ability to',
    ]);
  });

  it('is found in a sentence of any length', () => {
    const many = findingsIn(`We bake ${'excellent bread, '.repeat(3000)}and go home.`);
    assert.equal(many.length, 3000);
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

  it('offers to remove two of a kind only if both can be removed', () => {
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

  it('is the finding of an enabled rule if the longer one belongs to a disabled rule', () => {
    const text = 'We care for the quality of people’s excellent lives.';
    assert.deepEqual(findingsIn(text), ['buzzword: quality of people’s excellent lives']);
    assert.deepEqual(findingsIn(text, 'vague-degree'), ['vague-degree: quality', 'vague-degree: excellent']);
  });

  it('is reported as vague rather than as long', () => {
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
