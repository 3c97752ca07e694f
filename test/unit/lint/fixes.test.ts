import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Finding } from '../../../src/lint/finding';
import { blankFor, fixesFor, safeEdits } from '../../../src/lint/fixes';
import type { RuleId } from '../../../src/lint/rules';
import { LintSession } from '../../../src/lint/session';
import { applyEdits } from '../../../src/text/text-edit';
import { markdown } from '../support/markdown';

const session = new LintSession();

/** A finding on the first occurrence of `word`, as a rule would report it. */
function on(text: string, word: string, suggestions: string[], rule: RuleId = 'vague-degree'): Finding {
  const offset = text.indexOf(word);
  assert.ok(offset >= 0, `“${word}” is in the text`);
  const at = (place: number) => ({ line: 1, column: place + 1, offset: place });
  return {
    rule,
    severity: 'info',
    message: '',
    url: '',
    text: word,
    suggestions,
    start: at(offset),
    end: at(offset + word.length),
  };
}

function fixed(text: string, word: string, suggestions: string[], rule?: RuleId): string[] {
  return fixesFor(on(text, word, suggestions, rule), text).map(({ edits }) => applyEdits(text, edits));
}

describe('fixes', () => {
  it('are the same at any place of a long paragraph', () => {
    for (let sentences = 0; sentences < 120; sentences += 7) {
      const before = 'We bake rye bread. '.repeat(sentences);
      const after = ' We bake rye bread.'.repeat(120 - sentences);
      assert.deepEqual(fixed(`${before}We utilize a bus.${after}`, 'utilize', ['employ']), [
        `${before}We employ a bus.${after}`,
      ]);
    }
  });

  it('keep the case of the text, and correct the article', () => {
    assert.deepEqual(fixed('Utilize a bus.', 'Utilize', ['use']), ['Use a bus.']);
    assert.deepEqual(fixed('UTILIZE A BUS.', 'UTILIZE', ['use']), ['USE A BUS.']);
    assert.deepEqual(fixed('It is a utilization.', 'utilization', ['action', 'use']), [
      'It is an action.',
      'It is a use.',
    ]);
    assert.deepEqual(fixed('America endeavours.', 'endeavours', ['tries']), ['America tries.']);
  });

  it('put an irregular participle if the original is one', () => {
    assert.deepEqual(fixed('They have clearly demonstrated it.', 'demonstrated', ['showed']), [
      'They have clearly shown it.',
    ]);
    assert.deepEqual(fixed('A skill demonstrated by cooks.', 'demonstrated', ['showed']), [
      'A skill shown by cooks.',
    ]);
    assert.deepEqual(fixed('They demonstrated that it floats.', 'demonstrated', ['showed']), [
      'They showed that it floats.',
    ]);
  });

  const refused: readonly (readonly [string, string, string[]])[] = [
    ['Pilots should have the opportunity to rest.', 'have the opportunity to', ['can']],
    ['We do not have the ability to lend pumps.', 'have the ability to', ['can']],
    ['Each baker learns what he or she has to know.', 'he or she', ['they']],
    ['We lend canoes for the purpose of teaching girls.', 'for the purpose of', ['for']],
    ['The club is open, with the aim of teaching girls.', 'with the aim of', ['to']],
    ['The poor of Leith eat here.', 'The poor', ['people with little money']],
    ['Warm meals for the Poor in winter.', 'the Poor', ['people with little money']],
    ['A talk about firemen work in Leith.', 'firemen', ['firefighters']],
    ['We feed the poor and visit the sick.', 'the poor', ['people with little money']],
    ['We feed the poor and needy of Leith.', 'the poor', ['people with little money']],
    ['We take food to the poor, and songs to the lonely.', 'the poor', ['people with little money']],
    ['In the name of God we feed the poor.', 'the poor', ['people with little money']],
    ['Run bakery/utilize now.', 'utilize', ['use']],
    ['The trust seeks to mend, to lend and to store tents.', 'seeks to', ['']],
    ['The trust is dedicated to lending books and to teach reading.', 'dedicated to', ['']],
    ['We aim to open the pool and run it, not to sell it.', 'aim to', ['']],
    ['The kitchen strives to feed, and never judge, its guests.', 'strives to', ['']],
    ['We give medically exceptional, gentle care.', 'exceptional', ['']],
    ['We care for the marsh deeply.', 'deeply', ['']],
    ['We offer superb food, superb music and shelter.', 'superb', ['']],
  ];
  for (const [text, word, suggestions] of refused) {
    it(`leave “${word}” in “${text}”`, () => assert.deepEqual(fixed(text, word, suggestions), []));
  }

  const removals: readonly (readonly [string, string, string])[] = [
    ['We cook excellent home-made soup.', 'excellent', 'We cook home-made soup.'],
    ['We give excellent lessons in baking.', 'excellent', 'We give lessons in baking.'],
    ['The crew seeks to bake superb rye bread.', 'superb', 'The crew seeks to bake rye bread.'],
    [
      'We run superb courses leading to a pilot licence.',
      'superb',
      'We run courses leading to a pilot licence.',
    ],
    [
      'We sell cheap, superb associate tickets to rowers.',
      'superb',
      'We sell cheap associate tickets to rowers.',
    ],
    ['Leith Rowing Schools seek to teach rowing.', 'seek to', 'Leith Rowing Schools teach rowing.'],
    ['Excellent care that reaches the hill farms.', 'Excellent', 'Care that reaches the hill farms.'],
    ['Excellent fish soup is sold here.', 'Excellent', 'Fish soup is sold here.'],
    ['It is an excellent warm meal.', 'excellent', 'It is a warm meal.'],
    ['We run a superb evening class.', 'superb', 'We run an evening class.'],
    ['We show halls and superb courses in baking.', 'superb', 'We show halls and courses in baking.'],
    ['We cook excellent and cheap food.', 'excellent', 'We cook cheap food.'],
    ['We give practical and excellent advice.', 'excellent', 'We give practical advice.'],
    ['We cook excellent, cheap food.', 'excellent', 'We cook cheap food.'],
    ['Our food is cheap and excellent.', 'excellent', 'Our food is cheap.'],
    ['We truly mend bicycles.', 'truly', 'We mend bicycles.'],
    ['We mend bicycles where possible.', 'where possible', 'We mend bicycles.'],
    ['Where possible, we mend bicycles.', 'Where possible', 'We mend bicycles.'],
    ['We mend, where possible, bicycles.', 'where possible', 'We mend bicycles.'],
    ['We strive to mend bicycles.', 'strive to', 'We mend bicycles.'],
    ['Strive to mend bicycles.', 'Strive to', 'Mend bicycles.'],
    ['The crew strives to mend bicycles.', 'strives to', 'The crew mends bicycles.'],
    ['We are striving to mend bicycles.', 'striving to', 'We mend bicycles.'],
    ['The crew is striving to teach.', 'striving to', 'The crew teaches.'],
    ['We are committed to mending bicycles.', 'committed to', 'We mend bicycles.'],
    [
      'The guild is dedicated to providing pilots with charts.',
      'dedicated to',
      'The guild provides pilots with charts.',
    ],
    ['We are proud to mend bicycles.', 'are proud to', 'We mend bicycles.'],
    ['The crew is committed to mending bicycles.', 'committed to', 'The crew mends bicycles.'],
    ['We cook excellent, fresh, and cheap food.', 'excellent', 'We cook fresh and cheap food.'],
    ['We offer a caring, excellent education.', 'excellent', 'We offer a caring education.'],
    [
      'We offer welding courses of the highest quality.',
      'of the highest quality',
      'We offer welding courses.',
    ],
    ['We serve cheap, excellent home-made soup.', 'excellent', 'We serve cheap, home-made soup.'],
    [
      'The town has affordable, superb child-led clubs.',
      'superb',
      'The town has affordable, child-led clubs.',
    ],
    [
      'We offer affordable, excellent vocational training.',
      'excellent',
      'We offer affordable vocational training.',
    ],
    [
      'We run excellent programs that teach bakers to read.',
      'excellent',
      'We run programs that teach bakers to read.',
    ],
    ['It helps to run the hall.', 'helps to', 'It runs the hall.'],
  ];
  for (const [text, word, expected] of removals) {
    it(`remove “${word}” from “${text}”`, () => assert.deepEqual(fixed(text, word, ['']), [expected]));
  }

  const kept: readonly (readonly [string, string])[] = [
    ['Our food is excellent.', 'excellent'],
    ['Our cooks are excellent at baking.', 'excellent'],
    ['We cook **excellent** food.', 'excellent'],
    ['We cook an excellent-looking cake.', 'excellent'],
    ['We cook the most excellent food.', 'excellent'],
    ['We cook really excellent food.', 'excellent'],
    ['We cook cheap, fast and excellent.', 'excellent'],
    ['We strive for peace.', 'strive for'],
    ['We are committed to peace.', 'committed to'],
    ['We are committed to baking bread. We are also committed to thrift.', 'committed to'],
    ['We offer superb lessons at a fair price.', 'superb'],
    ['We offer quality, warm rooms, food and beds.', 'quality'],
    ['We look for bakers who are committed to baking rye.', 'committed to'],
    ['We coach those with exceptional gifts for the oboe.', 'exceptional'],
    ['The mill gives a quality educational experience to pupils.', 'quality'],
    ['By striving to mend bicycles we learn.', 'striving to'],
    ['The crew strove to mend bicycles.', 'strove to'],
    ['We strive to\nmend bicycles.', 'strive to'],
    ['The foundation may not take sides.', 'may'],
    ['The group may still seek advice.', 'may'],
    ['When attempts to resolve a conflict fail, we vote.', 'attempts to'],
    ['They will make best endeavours to uphold the rules.', 'endeavours to'],
    ['Plans to cook are made in May.', 'Plans to'],
    ['A wish to learn is enough.', 'wish to'],
    ['We reject every attempt to turn back.', 'attempt to'],
    ['All focus can be dedicated to learning.', 'dedicated to'],
    ['We are committed to being a leader.', 'committed to'],
    ['We are committed to teaching and helping.', 'committed to'],
    ['The club aims to integrate, not separate.', 'aims to'],
    ['The group seeks to integrate and contribute back.', 'seeks to'],
    ['The right to commit to the code base.', 'commit to'],
    ['Religious and social help to the needy.', 'help to'],
    ['The board is up to date before each meeting.', 'up to date'],
    ['What is unique about the project?', 'unique'],
    ['We train the finest cooks.', 'finest'],
    ['It is the State’s premier school.', 'premier'],
    ['We teach qualified students.', 'qualified'],
    ['Programs of excellence anchored in Leith.', 'excellence'],
    ['We achieve outstanding things.', 'outstanding'],
    ['We set air quality standards.', 'quality'],
    ['We offer teaching, excellent care and songs.', 'excellent'],
    ['Methods - and where necessary - tools.', 'where necessary'],
    ['We keep fees as low as possible.', 'as possible'],
    ['The school offers the utmost comfort.', 'utmost'],
    ['It is one of the town’s premier schools.', 'premier'],
    ['It is known as an exemplary school.', 'exemplary'],
    ['We strive to become the best.', 'strive to'],
    // No deed of the group alone.
    ['The abbey aspires to excellence in baking.', 'aspires to'],
    ['We are committed to insuring the safety of each sailor.', 'committed to'],
    ['We try to instil patience in each rower.', 'try to'],
    ['The guild strives to graduate pilots of renown.', 'strives to'],
    ['The guild is dedicated to providing careful bakers.', 'dedicated to'],
    ['We seek to provide the finest bread.', 'seek to'],
    // The praise carries the noun.
    ['We want to educate highly skilled bakers.', 'highly skilled'],
    ['We look for outstanding bakers in Leith.', 'outstanding'],
    ['The inn is known for its superb fish soup.', 'superb'],
    ['The guild trains pilots of superior seamanship.', 'superior'],
    ['They learn a superior knowledge of knots and basic sewing.', 'superior'],
    ['We row each day to assure every child a quality course in sailing.', 'quality'],
    ['The guild insists on being a premier school of baking.', 'premier'],
    ['The guild seeks to provide the port with bakers.', 'seeks to'],
    ['The guild seeks to provide a high level of perfection.', 'seeks to'],
    ['Excellent iOS charts for harbour pilots.', 'Excellent'],
    ['Superb lessons in rowing.', 'Superb'],
    ['Provide superb baking lessons.', 'superb'],
    ['Sailing home with superb tidal charts', 'superb'],
    ['We show maps, big exhibitions and superb courses in baking.', 'superb'],
    ['It gives them what they need to become superb harbour pilots.', 'superb'],
    ['We make tools that enable a superb patient experience.', 'superb'],
    ['We hire out superbly equipped boats to crews.', 'superbly'],
    ['The lighthouse keepers have a superb view of the harbour.', 'superb'],
    ['The port has superb berths for night ferries.', 'superb'],
    ['We want to keep a superb reputation of baking in Leith.', 'superb'],
    ['A boat does not have to be extremely strong.', 'extremely'],
    ['The map is printed when possible tides are known.', 'when possible'],
    ['We call the harbour pilot when necessary.', 'when necessary'],
    ['We keep high quality and low fees.', 'high quality'],
    ['The abbey runs the highest quality course in baking.', 'the highest quality'],
    ['The mint uses a uniquely Scottish die.', 'uniquely'],
    ['We are committed to achieving the goal.', 'committed to'],
    ['The club is committed to teaching girls and to lending boats.', 'committed to'],
    ['We tutor apprentices who seek to pass the exam.', 'seek to'],
    ['We train cooks as they attempt to find work.', 'attempt to'],
    // Without the word, the sentence claims nothing.
    ['We cook excellent food.', 'excellent'],
    ['Our kitchen uses excellent ingredients.', 'excellent'],
    ['The choir gives outstanding performances each May.', 'outstanding'],
    ['We buy superb tools for the workshop.', 'superb'],
    ['We keep a high degree of quality, service and care.', 'quality'],
    ['We teach sound technique and a quiet hand.', 'sound'],
    ['A college with superb educational programs and services.', 'superb'],
    ['Free maps bring quality maps to hikers.', 'quality'],
    ['We give excellent care to our patients.', 'excellent'],
    ['We offer programs of the highest quality.', 'of the highest quality'],
    // One of two that belong together.
    ['We mix high quality lessons with excellent table tennis coaching.', 'excellent'],
    ['We join superb food and outstanding village music.', 'superb'],
    ['We use proven techniques and sound carpentry tools.', 'sound'],
    // A measure further on needs the word.
    ['We give quality nursing care, as shown by our inspections.', 'quality'],
    ['We offer quality welding courses in line with the trade rules.', 'quality'],
    ['We answer with quality repair work through ISO 9001.', 'quality'],
    // A result that depends on others.
    ['We strive to enable each child to read.', 'strive to'],
    ['It aims to reduce theft in the harbour.', 'aims to'],
    ['We are committed to ending hunger in Leith.', 'committed to'],
    ['We help improve the schools of Leith.', 'help'],
    // Others do a part of it.
    ['We help run the hall.', 'help'],
    ['It helps run the hall.', 'helps'],
    // The same verb would be there twice.
    ['We lend boats in May and strive to lend bicycles.', 'strive to'],
    // The praise is what is said of it.
    ['Our graduates are excellent welding candidates.', 'excellent'],
    ['The school is to be a superb welding centre.', 'superb'],
    ['The club wants to become an outstanding rowing club.', 'outstanding'],
    ['A market for unique village crafts.', 'unique'],
    ['# Our goals\n\nThe group aims to publish a map.', 'aims to'],
    // Nobody may simply claim it.
    ['The parish of Leith seeks to serve God by feeding sailors.', 'seeks to'],
    ['The club aims to run the regatta in a fair and friendly manner.', 'aims to'],
    ['The fund strives to honor drowned sailors.', 'strives to'],
    ['It is dedicated to providing well trained and tested bakers.', 'dedicated to'],
    // The verb does not agree with its subject.
    ['The Leith Rowing School seek to teach rowing to girls.', 'seek to'],
    ['The school of the arts seek to teach dance to girls.', 'seek to'],
    ['The oarsmen seeks to teach rowing to girls.', 'seeks to'],
    // The praise is what they ask for, or what they get.
    ['We are cooks who seek superb garden soil for our herbs.', 'superb'],
    ['Leith needs and demands superb welding courses for girls.', 'superb'],
    ['An oven that enables any village to bake superb rye bread.', 'superb'],
    ['We offer superb rowing lessons to girls, rather than cheap lessons.', 'superb'],
    ['We give superb rowing lessons to girls. To keep these standards, we train at noon.', 'superb'],
    // Without it, the noun says nothing.
    ['The crew makes superb bread affordable in Leith.', 'superb'],
    ['The crew makes superb bread affordable and cheap in Leith.', 'superb'],
    ['The staff will: Run a superb program Invite the town Mend the nets', 'superb'],
    ['The crew provides access to superb bread in response to letters.', 'superb'],
    ['The crew wins each race through superb timing of its strokes.', 'superb'],
    ['We teach rowing in the superb field cookery of the port.', 'superb'],
    ['We have a deeply rooted craft in the port.', 'deeply'],
  ];
  for (const [text, word] of kept) {
    it(`do not offer to remove “${word}” from “${text.replace('\n', '\\n')}”`, () =>
      assert.deepEqual(fixed(text, word, ['']), []));
  }

  const replaced: readonly (readonly [string, string, string, readonly string[]])[] = [
    ['Founded for the purpose of raising funds.', 'for the purpose of', 'to', ['Founded to raise funds.']],
    ['We meet with the aim of helping families.', 'with the aim of', 'to', ['We meet to help families.']],
    ['We meet with the aim of teaching and helping.', 'with the aim of', 'to', []],
    ['We do this in order to help.', 'in order to', 'to', ['We do this to help.']],
    ['To mentor youths in order to create leaders.', 'in order to', 'to', []],
    ['Each guest brings a toy for a child in order to enter.', 'in order to', 'to', []],
    ['We use a bell and lamp in order to wake the crew.', 'in order to', 'to', []],
    ['We want to rest in order to work.', 'in order to', 'to', []],
    [
      'We ring the bell in order to wake the crew.',
      'in order to',
      'to',
      ['We ring the bell to wake the crew.'],
    ],
    ['The first manned mission to the island.', 'manned', 'staffed', []],
    ['The lighthouse is manned at night.', 'manned', 'staffed', ['The lighthouse is staffed at night.']],
    ['We hire sailors possessing a licence.', 'possessing', 'having', []],
    ['Demonstrate care for the boats.', 'Demonstrate', 'show', []],
    ['We teach by means of songs.', 'by means of', 'through', ['We teach through songs.']],
    ['They use emotional leverage.', 'leverage', 'use', []],
    ['They leverage the tools.', 'leverage', 'use', ['They use the tools.']],
    ['The aforementioned page.', 'aforementioned', 'these', []],
    ['It is able to.', 'is able to', 'can', []],

    ['It is able to swim.', 'is able to', 'can', ['It can swim.']],
    ['We do it by means of lending tools.', 'by means of', 'with', []],
    ['A guild of artisan craftsmen.', 'craftsmen', 'artisans', []],
    ['Jobs in the field of garment industry.', 'in the field of', 'in', []],
    ['We help children in the areas of sport and music.', 'in the areas of', 'in', []],
    ['We render boats in pencil.', 'render', 'provide', []],
    ['We render first aid on deck.', 'render', 'provide', ['We provide first aid on deck.']],
    ['Bakers with demonstrated skill.', 'demonstrated', 'showed', []],
    [
      'Set up the [map server](https://example.org) server now.',
      'server](https://example.org) server',
      'server',
      [],
    ],
    ['A baker possessed with patience.', 'possessed', 'had', []],
    ['We provide training to cooks which lasts a year.', 'provide training to', 'train', []],
    ['We provide training to bakers.', 'provide training to', 'train', ['We train bakers.']],
    ['We provide training for jobs at sea.', 'provide training for', 'train', []],
    ['We ease animal suffering from hunger.', 'suffering from', 'living with', []],
    [
      'We help sailors suffering from asthma.',
      'suffering from',
      'living with',
      ['We help sailors living with asthma.'],
    ],
    ['A quarrel is best resolved in order to sail.', 'in order to', 'to', []],
    ['The crew is careful in order to keep dry.', 'in order to', 'to', []],
    ['Name, for the purpose of the race, one pilot.', 'for the purpose of', 'for', []],
    ['Founded for the purpose of mending and lending nets.', 'for the purpose of', 'for', []],
    ['Founded for the purpose of', 'for the purpose of', 'for', []],
    ['Pilots, in order to vote, pay two coins.', 'in order to', 'to', []],
    ['The inn is sailor-oriented in order to thrive.', 'in order to', 'to', []],
    ['Work in the areas of medical, legal and other aid.', 'in the areas of', 'in', []],
    ['We learn by means of baking rolls.', 'by means of', 'through', []],
    ['It is due to the fact that tides turn.', 'the fact that', 'that', []],
    ['The fact that tides turn is known.', 'The fact that', 'that', []],
    ['They know the fact that tides turn.', 'the fact that', 'that', ['They know that tides turn.']],
    ['For the purpose of this charter, a boat is a ship.', 'For the purpose of', 'for', []],
    ['They can demonstrate three knots.', 'demonstrate', 'show', []],
    ['Pilots demonstrate that fog lifts.', 'demonstrate', 'show', ['Pilots show that fog lifts.']],
    ['We teach research methodology.', 'methodology', 'method', []],
    ['They know the methodology of knots.', 'methodology', 'method', []],
    ['They know the methodologies.', 'methodologies', 'methods', ['They know the methods.']],
    ['Each baker brings his or her apron and keeps his or her key.', 'his or her', 'their', []],
    ['Each baker brings his or her apron.', 'his or her', 'their', ['Each baker brings their apron.']],
    ['We help the homeless in finding a berth.', 'the homeless', 'people without a home', []],
    ['Beds for the homeless.', 'the homeless', 'people without a home', ['Beds for people without a home.']],
    ['We visit an addict on Mondays.', 'addict', 'people with an addiction', []],
    ['We teach retarded boys.', 'retarded', 'with an intellectual disability', []],
    ['They are afflicted with gout.', 'afflicted with', 'with', []],
    ['Sailors afflicted with gout.', 'afflicted with', 'with', ['Sailors with gout.']],
    ['Sailors suffer from the cold.', 'suffer from', 'live with', []],
    ['Sailors suffer from asthma.', 'suffer from', 'live with', ['Sailors live with asthma.']],
    ['Seats for handicapped or disabled rowers.', 'handicapped', 'disabled', []],
    ['We inculcate them with a love of knots.', 'inculcate', 'instil', []],
    ['Welcome, ladies and gentlemen.', 'ladies', 'women', []],
    ['We meet senior citizen on Mondays.', 'senior citizen', 'older adult', []],
    [
      'We meet a senior citizen on Mondays.',
      'senior citizen',
      'older adult',
      ['We meet an older adult on Mondays.'],
    ],
    ['We guard our senior citizens’ rights.', 'senior citizens', 'older people', []],
    [
      'We guard our senior citizens’ rights.',
      'senior citizens',
      'older adults',
      ['We guard our older adults’ rights.'],
    ],
    ['We sing the songs of the four freshmen.', 'freshmen', 'first-year students', []],
    ['We feed the freshmen.', 'freshmen', 'first-year students', ['We feed the first-year students.']],
    ['Bakers show a pupil what he or she may bake.', 'he or she', 'they', []],
    [
      'We show a pupil what he or she may bake.',
      'he or she',
      'they',
      ['We show a pupil what they may bake.'],
    ],
    ['We ease animal suffering from disease.', 'suffering from', 'living with', []],
    ['We disseminate news stories.', 'disseminate', 'spread', []],
    ['We help bakers in the areas of law and health.', 'in the areas of', 'in', []],
    ['Ce moulin utilise la farine et le sel.', 'utilise', 'use', []],
    ['Jobs in the field of massage.', 'in the field of', 'in', ['Jobs in massage.']],
    ['A career in the field of florist.', 'in the field of', 'in', []],
    ['A career in the field of beauty.', 'in the field of', 'in', []],
    ['Skills in the field of cookery.', 'in the field of', 'in', ['Skills in cookery.']],
    ['We train girls in the field of cosmetology loved by many.', 'in the field of', 'in', []],
    [
      'Jobs in the fields of boat design and welding.',
      'in the fields of',
      'in',
      ['Jobs in boat design and welding.'],
    ],
    ['Cooks rest in order to work.', 'in order to', 'to', ['Cooks rest to work.']],
    ['We mend nets, ropes and hooks, in order to fish.', 'in order to', 'to', []],
    ['We meet to rest, read and sing in order to work.', 'in order to', 'to', []],
    ['The tools that bakers need in order to work.', 'in order to', 'to', []],
    ['Girls have a chance in order to row.', 'in order to', 'to', []],
    ['We teach about and provide funding for boats.', 'provide funding for', 'fund', []],
    ['The four &nbsp;utilize it.', 'utilize', 'use', []],
    ['We ascertain that the hull is dry.', 'ascertain', 'find out', []],
    ['We ascertain the depth.', 'ascertain', 'find out', ['We find out the depth.']],
    ['We utilize many harbour workers.', 'utilize', 'use', []],
    ['We utilize two old cranes.', 'utilize', 'use', ['We use two old cranes.']],
    ['We promote safety and provide funding for boats.', 'provide funding for', 'fund', []],
    ['We sail and provide funding for boats.', 'provide funding for', 'fund', ['We sail and fund boats.']],
    ['WITH A UTILIZED ENGINE.', 'UTILIZED', 'installed', ['WITH AN INSTALLED ENGINE.']],
    ['Minutes or a\nutilized tool.', 'utilized', 'old', ['Minutes or an\nold tool.']],
    ['Close the gate prior to the boats coming in.', 'prior to', 'before', []],
    ['Tell us prior to any member leaving.', 'prior to', 'before', []],
    ['Tell us prior to such notice being given.', 'prior to', 'before', []],
    ['Tell us prior to leaving.', 'prior to', 'before', ['Tell us before leaving.']],
    ['Tell us prior to the morning tide.', 'prior to', 'before', ['Tell us before the morning tide.']],
    ['Rowing as a means to upward mobility.', 'as a means to', 'to', []],
    ['Rowing as a means to confidence.', 'as a means to', 'to', []],
    ['Disseminate the minutes to all rowers.', 'Disseminate', 'spread', []],
    ['We disseminate knowledge of knots.', 'disseminate', 'spread', ['We spread knowledge of knots.']],
  ];
  for (const [text, word, by, expected] of replaced) {
    it(`${expected.length > 0 ? 'replace' : 'do not replace'} “${word}” in “${text.replace('\n', '\\n')}”`, () =>
      assert.deepEqual(fixed(text, word, [by], 'simplify'), expected));
  }

  it('leave a title in capitals beside its name', () => {
    const fixesIn = (text: string) =>
      session.lint(text).findings.flatMap((finding) => fixesFor(finding, text).map(({ text: to }) => to));
    assert.deepEqual(fixesIn('Leith University UNIVERSITY MISSION'), []);
    assert.deepEqual(fixesIn('We bake at at noon.'), ['at']);
  });

  it('of a doubled word are left out where correct English may need both', () => {
    for (const text of [
      'What it is is rye.',
      'They carry on on Mondays.',
      'We give each girl her her own oar.',
      'What helps helps.',
      'It is a very very old boat.',
    ]) {
      const { findings } = session.lint(text);
      assert.deepEqual(
        findings.filter(({ rule }) => rule === 'repeated-words').map(({ suggestions }) => suggestions),
        [[]],
        text,
      );
      assert.equal(applyEdits(text, safeEdits(findings, text)), text);
    }
  });

  it('are not offered for words that need another sentence', () => {
    for (const [text, word] of [
      ['We help victims of fraud.', 'victims of'],
      ['The fee is as stated herein.', 'herein'],
      ['The board comprises three bakers.', 'comprises'],
    ] as const) {
      const finding = session.lint(text).findings.find(({ text: at }) => at === word);
      assert.ok(finding, text);
      assert.deepEqual(fixesFor(finding, text), [], text);
    }
  });

  it('made without anybody looking are those of slips and of long words with one short one', () => {
    const text =
      'We utilize the the hall, and what it is is is for those who came in in May, in order to leverage it prior to noon.\n';
    const { findings } = session.lint(text);
    assert.equal(
      applyEdits(text, safeEdits(findings, text)),
      'We use the hall, and what it is is is for those who came in in May, in order to leverage it before noon.\n',
    );
  });

  it('all at once leave every other character as it is', () => {
    const text = 'We utilize tools and\r\nutilise them in a utilization.\r\n';
    const { findings } = session.lint(text);
    assert.equal(
      applyEdits(text, safeEdits(findings, text)),
      'We use tools and\r\nuse them in a utilization.\r\n',
    );
  });

  it('are a blank with the question if nothing can be taken out', () => {
    const text = 'We feed many families.\n';
    const [finding] = session.lint(text).findings.filter(({ text: at }) => at === 'many');
    assert.ok(finding);
    assert.deepEqual(fixesFor(finding, text), []);
    const blank = blankFor(finding, text);
    assert.ok(blank);
    const now = applyEdits(text, blank.edits);
    assert.equal(now, 'We feed {{How many, or which ones?}} families.\n');
    const open = session.lint(now).findings.find(({ rule }) => rule === 'unfilled-placeholder');
    assert.equal(open?.question, 'How many, or which ones?');
  });

  for (const [rule, before, after] of [
    [
      'missing-who',
      '> Ferrytown College will be a national leader in career education.',
      '> Ferrytown College will be a national leader in career education for {{Who is it for?}}.',
    ],
    [
      'missing-change',
      'To provide property development\nsolutions to underserved communities',
      'To provide property development\nsolutions to underserved communities so that {{What changes for them?}}',
    ],
    ['missing-change', 'We lend tools to our neighbors. We lend books.', undefined],
    ['missing-change', 'We lend **tools to our neighbors**', undefined],
  ] as const) {
    it(`are a blank at the end of a sentence without a part: ${before}`, () => {
      const text = `# Who\n\n${before}\n`;
      const result = session.lint(text);
      const finding = result.findings.find((one) => one.rule === rule);
      assert.ok(finding);
      const blank = blankFor(finding, text, result);
      assert.equal(blank && applyEdits(text, blank.edits), after && `# Who\n\n${after}\n`);
    });
  }

  it('never overlap, and leave the lines as they are, in any Markdown', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const words = text.replaceAll('hard', 'an excellent, utilized and the the');
        const { findings } = session.lint(words);
        for (const finding of findings) {
          for (const { edits } of fixesFor(finding, words)) {
            let end = -1;
            for (const { offset, length, text: put } of edits) {
              assert.ok(offset > end);
              end = offset + length;
              assert.doesNotMatch(words.slice(offset, end) + put, /[\r\n]/);
            }
          }
        }
      }),
      { numRuns: 120 },
    );
  });
});
