import assert from 'node:assert/strict';
import { findingsIn } from './vague-findings';

/** The answer is beside the word, or the word has another meaning there. */
const CLEAR: Readonly<Record<string, readonly string[]>> = {
  'a rhythm or a deadline beside it': [
    'The crew meets regularly (once a month).',
    'We row regularly, each Friday.',
    'We row regularly on Mondays and Fridays.',
    'We sing regularly on Sunday mornings.',
    'The choir meets frequently: every fortnight.',
    'The hull is checked on an ongoing basis (daily).',
    'We answer letters soon, at the latest by Friday.',
  ],
  'examples that follow': [
    'We lend many boats: a punt, a dinghy and a canoe.',
    'We lend several boats (punt, dinghy).',
    'We lend various boats – a punt and a canoe.',
    'We lend several boats, among them a punt.',
    'Various boats: punts, dinghies and canoes.',
    'We lend a wide range of boats, from punts to barges.',
    'We offer services (caulking, painting).',
    'Solutions (a ramp, a lift) are built.',
  ],
  'a clause that says who': [
    'Everyone in the harbour swims.',
    'Everyone from Leith swims.',
    'Everyone with a licence sails.',
    'Everyone living in Leith swims.',
    'Everyone aged 70 sails free.',
    'Everyone here swims.',
    'Anyone from Leith can sail.',
    'Anyone that rows can sail.',
    'Anyone mending nets can sail.',
    'Anyone on the list can come.',
    'Anyone interested can sail.',
    'We seek individuals that row.',
    'We seek individuals aged 16 to 20.',
    'We seek individuals mending nets.',
    'All people in Leith swim.',
  ],
  'a denial or a comparison': [
    'Not everyone swims.',
    'Almost everyone swims.',
    'We cannot feed everyone.',
    'We lend neither many nor costly boats.',
    'We never call it innovative.',
    'We do not strive to win.',
    'Twice as many boats came in as in May.',
    'We lend as many boats as there are crews.',
  ],
  'a mention': [
    'We avoid words such as innovative.',
    'We avoid words like excellent and innovative.',
    'We avoid the word innovative.',
  ],
  'a noun in place of a verb': ['There is desire to row.', 'There is hope to find a mooring.'],
  'a set phrase': [
    'First of all, we bake rye.',
    'We row every other day.',
    'Letters are answered by Friday at the latest.',
    'Best regards, Ann.',
    'All the best to Ann.',
    'The world record is 40 knots.',
  ],
  'a plain sense': [
    'The chapel is dedicated to St Andrew.',
    'The room is devoted to nets.',
    'Ann commits to main each day.',
    'We protect the dune ecosystem.',
    'A saline solution cleans it.',
    'The solution to the equation is 4.',
    'The impact of the crash dented the hull.',
    'The strong verb is irregular.',
    'A high-quality scan has 600 dpi.',
    'The needs above are met in May.',
  ],
};

/** Words that are not the writer's prose, though no markup says so. */
const APART = [
  'We read ‹many› and ‹various›.',
  'We read »many« and ‚various‘ in May.',
  'We read 「many」 and 『various』 in May.',
  "We read ``many'' and ''various'' in May.",
  'We row with [[many people|Ann]] in May.',
  'See /usr/many/nets and ~/various in May.',
  'See many/nets.ts in May.',
  'See example.org/many in May.',
  'We use the --quality option.',
  'Call many() in May.',
  'We set $MANY boats.',
  'Write to @many in May.',
  'Follow #innovation in May.',
  'Ask :many: in May.',
  'Call std::many in May.',
];

/** Nearly the same, but the question is open. */
const OPEN: readonly (readonly [string, string])[] = [
  ['The crew meets regularly and sails on Mondays.', 'vague-quantity: regularly'],
  ['We row regularly.', 'vague-quantity: regularly'],
  ['We will answer soon.', 'vague-quantity: soon'],
  ['We lend many boats: they are old, and heavy.', 'vague-quantity: many'],
  ['We help many families (NGOs).', 'vague-quantity: many'],
  ['We lend various boats (see below).', 'vague-quantity: various'],
  ['Everyone swims.', 'absolute: Everyone'],
  ['We help everyone in need.', 'absolute: everyone'],
  ['We keep everyone mending nets.', 'absolute: everyone'],
  ['We show everyone that nets last.', 'absolute: everyone'],
  ['We welcome everyone regardless of age.', 'absolute: everyone'],
  ['We provide individuals with boats.', 'generality: individuals'],
  ['We do not leave anyone behind.', 'absolute: anyone'],
  ['We never compromise on quality.', 'vague-degree: quality'],
  ['We not only strive to win.', 'hedge: strive to'],
  ['We take in as many boats as we can.', 'vague-quantity: many'],
  ['We lend as many boats as reasonably possible.', 'vague-quantity: many'],
  ['In other words, many boats come.', 'vague-quantity: many'],
  ['The rowers hope to win.', 'hedge: hope to'],
  ['We are dedicated to rowing.', 'hedge: dedicated to'],
  ['We feed the world.', 'absolute: the world'],
  ['We find solutions.', 'buzzword: solutions'],
  ['We build a strong team.', 'vague-degree: strong'],
  ['We meet the needs of the crew above deck.', 'generality: needs'],
  ['We build excellent/ innovative boats.', 'buzzword: innovative'],
  ['We lend many boats (and many nets).', 'vague-quantity: many'],
  ['We lend many⛵ boats for $5.', 'vague-quantity: many'],
];

describe('a promise that the sentence keeps', () => {
  for (const [answer, texts] of Object.entries(CLEAR)) {
    describe(`by ${answer}`, () => {
      for (const text of texts)
        it(`is not marked in “${text}”`, () => assert.deepEqual(findingsIn(text), []));
    });
  }

  for (const text of APART)
    it(`is not looked for in “${text}”`, () => assert.deepEqual(findingsIn(text), []));

  for (const [text, expected] of OPEN) {
    it(`is marked in “${text}”`, () =>
      assert.ok(findingsIn(text).includes(expected), findingsIn(text).join()));
  }
});
