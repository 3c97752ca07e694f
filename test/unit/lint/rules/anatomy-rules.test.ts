import assert from 'node:assert/strict';
import type { Root } from 'nlcst';
import { ParseEnglish } from 'parse-english';
import retextEnglish from 'retext-english';
import { unified } from 'unified';
import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import type { PurposeMessage } from '../../../../src/lib/report';
import {
  retextMissingChange,
  retextMissingWhat,
  retextMissingWho,
  retextReadable,
  retextStatementLength,
} from '../../../../src/lib/rules';

const parser = new ParseEnglish();

// biome-ignore lint/suspicious/noExplicitAny: a plugin is called here as unified calls it.
function run(plugin: any, text: string, options?: unknown): VFileMessage[] {
  const file = new VFile(text);
  plugin.call(unified(), options)(parser.parse(text) as Root, file);
  return file.messages;
}

describe('the rules on a missing part', () => {
  const rules = {
    'missing-who': retextMissingWho,
    'missing-what': retextMissingWhat,
    'missing-change': retextMissingChange,
  };

  it('mark the first word, and carry all that a finding needs', () => {
    const [message] = run(retextMissingWho, '(Bug bounty as a service for AI)');
    assert.ok(message);
    assert.equal(message.ruleId, 'missing-who');
    assert.equal(message.source, 'purpose');
    assert.equal(message.actual, 'Bug');
    assert.deepEqual([message.line, message.column], [1, 2]);
    assert.match(message.url ?? '', /docs\/rules\/missing-who\.md$/);
    assert.deepEqual(message.expected, []);
    assert.ok(message.note && (message as PurposeMessage).question?.endsWith('?'));
  });

  it('report nothing in a complete statement', () => {
    const whole = 'We run the build machines so that any engineer here can ship a change within the hour.';
    for (const rule of Object.values(rules)) assert.deepEqual(run(rule, whole), []);
  });

  it('report nothing in an empty statement', () => {
    for (const rule of Object.values(rules)) {
      assert.deepEqual(run(rule, ''), []);
      assert.deepEqual(run(rule, '…'), []);
    }
  });

  it('run as plugins of any retext pipeline', async () => {
    const processor = unified().use(retextEnglish).use(retextMissingWho);
    const file = new VFile('Flying motorcycles');
    await processor.run(processor.parse(file), file);
    assert.deepEqual(
      file.messages.map(({ ruleId }) => ruleId),
      ['missing-who'],
    );
  });
});

describe('retextStatementLength', () => {
  const words = (count: number) => `${'word '.repeat(count - 1)}word.`;

  it('lets two sentences and forty words pass', () => {
    assert.deepEqual(run(retextStatementLength, `${words(20)} ${words(20)}`), []);
    assert.deepEqual(run(retextStatementLength, words(40)), []);
    assert.equal(run(retextStatementLength, words(41)).length, 1);
    assert.deepEqual(run(retextStatementLength, ''), []);
  });

  it('marks the word with which it grows too long', () => {
    const [byWords] = run(retextStatementLength, words(50));
    assert.equal(byWords?.column, 40 * 5 + 1);
    assert.match(
      byWords?.reason ?? '',
      /1 sentence and 50 words, more than 40 words: .+; word 41 begins here$/,
    );
    const [bySentences] = run(retextStatementLength, 'One two. Three four. Five six.');
    assert.equal(bySentences?.actual, 'Five');
    assert.match(bySentences?.reason ?? '', /more than 2 sentences: .+; sentence 3 begins here$/);
  });

  it('reports once if both limits are exceeded, at the earlier place', () => {
    const messages = run(retextStatementLength, `One two. Three four. Then ${words(50)}`);
    assert.equal(messages.length, 1);
    assert.equal(messages[0]?.actual, 'Then');
    assert.match(messages[0]?.reason ?? '', /more than 2 sentences and 40 words: /);
  });

  it("uses the user's limits, and no limit for 0", () => {
    assert.equal(run(retextStatementLength, 'One. Two.', { sentences: 1 }).length, 1);
    assert.equal(run(retextStatementLength, 'One two three', { words: 2 }).length, 1);
    assert.deepEqual(run(retextStatementLength, words(100), { words: 0 }), []);
    assert.deepEqual(run(retextStatementLength, 'A. B. C. D.', { sentences: 0 }), []);
  });
});

describe('retextReadable', () => {
  const hard =
    'The institution facilitates interdisciplinary collaboration and the dissemination of comprehensive methodological innovation.';
  const plain =
    'We read to the children on our street, and we help them, and their parents and their friends, to read to us.';
  const read = (text: string, options?: object) => run(retextReadable, text, options);

  it('marks the hard sentence, whole, with its grade and its hardest words', () => {
    const [message, ...others] = read(`${plain} ${hard}`);
    assert.deepEqual(others, []);
    assert.equal(message?.ruleId, 'readability');
    assert.equal(message?.actual, hard);
    assert.equal(message?.column, plain.length + 2);
    assert.match(
      message?.reason ?? '',
      /reading grade \d+, (?:\d out of|all) 7 formulas agree; hardest words: .*“methodological”/,
    );
    assert.match((message as PurposeMessage | undefined)?.question ?? '', /“methodological”/);
  });

  it('skips text that is too short to judge', () => {
    assert.deepEqual(read('Interdisciplinary methodological innovation.'), []);
    assert.equal(read('Comprehensive methodological dissemination.', { minWords: 3 }).length, 1);
    assert.deepEqual(read(''), []);
  });

  it('skips what no plainer word and no new sentence would help', () => {
    const terms =
      'The harbour surveys microcode, firmware, hydrography, bathymetry and oceanography of the estuary.';
    const list = `Subjects of the academy: ${Array(8).fill('institutional facilitation').join(', ')} and dissemination are taught.`;
    const clause = hard.replace('comprehensive', 'licensed');
    for (const text of [
      terms,
      list,
      clause,
      `${plain} b. … ${hard.toLowerCase()}`,
      `{{< section title="${hard}" >}}`,
    ])
      assert.deepEqual(read(text), [], text);
  });

  it('names only words that have a plainer equal, and none of the terms and long everyday words beside them', () => {
    const terms =
      'Endangered infrastructure overrepresents experienced interdisciplinary municipal hydrographers in quantitative expectations.';
    assert.deepEqual(read(terms), []);
    const [message] = read(terms.replace('overrepresents', 'necessitates comprehensive'));
    assert.match(message?.reason ?? '', /hardest words: [^,]+, [^,]+$/);
    assert.match(message?.reason ?? '', /“necessitates”/);
  });

  it('skips what is set out in parts, an item of a list, and an item that runs into the next line', () => {
    const tail = 'methodological dissemination of comprehensive interdisciplinary innovation';
    for (const text of [
      `The institution facilitates (1) ${tail}, (2) institutional collaboration and (3) remuneration.`,
      `The institution facilitates ${tail}; institutional collaboration; and remuneration.`,
      `The institution facilitates institutional collaboration and ${tail};`,
      `The institution facilitates institutional collaboration and ${tail}; and`,
      `facilitate institutional collaboration and ${tail}.`,
      `Institutional collaboration and ${tail}\nThese facilitate participation.`,
      `| Institution | ${tail} |\n| Facilitates | institutional collaboration and ${tail}, unless remuneration is available |`,
      `For further details on ${tail}, please see the methodology of the institution.`,
      `See the comprehensive methodology of ${tail} of the institution.`,
    ])
      assert.deepEqual(read(text), [], text);
    assert.equal(read(`The institution facilitates (1) collaboration and ${tail}.`).length, 1);
    assert.equal(read(`to facilitate institutional collaboration and ${tail}.`).length, 1);
    assert.equal(read(`For schools, the institution facilitates ${tail}.`).length, 1);
    assert.equal(read(`Institutional collaboration\nfacilitates ${tail} for schools.`).length, 1);
    assert.equal(read(`vii. ${hard}`)[0]?.column, 6);
  });

  it('names one hard word only in a shorter sentence, and starts after the label of a list item', () => {
    const long =
      'We lend the boats of the club to the boys and girls of the harbour and to their teachers in the summer holidays with a methodological, old and well known set of rules that is kept in the hall.';
    assert.doesNotMatch(read(long, { age: 12, threshold: 0.1 })[0]?.reason ?? '', /hardest/);
    assert.equal(read(`b. ${hard}`)[0]?.column, 4);
  });

  it('skips a heading, a list item or a cell that is not a sentence', () => {
    const item =
      'Institutional facilitation of interdisciplinary collaboration and comprehensive methodological dissemination';
    assert.deepEqual(read(`${item} for participating communities`), []);
    assert.equal(read(`${item} for participating communities.`).length, 1);
    assert.equal(read(`We organise ${item.toLowerCase()}`).length, 1);
  });

  it('asks where to split a long sentence only, and for plainer words only where there may be one', () => {
    const questions = (text: string) => read(text).map((message) => (message as PurposeMessage).question);
    assert.match(questions(hard)[0] ?? '', /^What plainer word would do for [^?]+\?$/);
    const long =
      'The community organisers and the volunteer coordinators of participating organisations regularly communicate opportunities for educational activities, available equipment and professional development to employees and members of neighbouring associations, and the secretary of the management committee documents their decisions and recommendations for the next general assembly.';
    assert.deepEqual(questions(long), ['Where could a new sentence start?']);
  });

  it('names one word of each root, and no name', () => {
    const [message] = read(
      'The methodological dissemination that InterMunicipal coordinates disseminates methodologies for interdisciplinary remuneration.',
    );
    const named = /hardest words: (.+)$/.exec(message?.reason ?? '')?.[1] ?? '';
    assert.equal(named.match(/dissem/g)?.length, 1, named);
    assert.doesNotMatch(named, /InterMunicipal/);
  });

  it('does not rate names, everyday words and the label before a definition', () => {
    for (const text of [
      'Community members are organisation members who are available as assistants of the committee every afternoon.',
      'Emeritus directors — emeritus directors are directors who no longer participate in the daily activities of the organisation.',
      'The Federated Interlibrary Collaboration Organization and NorthernLibraries lend two bicycles to each employee.',
    ])
      assert.deepEqual(read(text), [], text);
  });

  it('depends on the reader’s age', () => {
    assert.deepEqual(read(hard, { age: 40 }), []);
    assert.equal(read(plain, { age: 5 }).length, 1);
  });

  it('accepts 0 as a limit', () => {
    assert.equal(read(plain, { age: 0 }).length, 1);
    const between =
      'We give advice on money, on housing and on health insurance to families in this part of town.';
    assert.deepEqual(read(between, { age: 10, threshold: 1 }), []);
    assert.equal(read(between, { age: 10, threshold: 0 }).length, 1);
  });

  it('treats null as not given, and refuses unknown options', () => {
    assert.deepEqual(
      read(hard, { minWords: null }).map(({ reason }) => reason),
      read(hard).map(({ reason }) => reason),
    );
    assert.throws(() => read(hard, { threshold: -1 }), /readability.*threshold/);
    assert.throws(() => read(hard, { agee: 14 }), /agee/);
  });
});
