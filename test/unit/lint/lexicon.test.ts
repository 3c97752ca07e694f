import assert from 'node:assert/strict';
import type { Root } from 'nlcst';
import retextEnglish from 'retext-english';
import { unified } from 'unified';
import { TOPICS, WORD_RULE_IDS } from '../../../src/lint/lexicon';
import { candidatesOf } from '../../../src/lint/vagueness/candidates';
import type { EntryData, Topic } from '../../../src/lint/vagueness/entry';

const RULES: ReadonlySet<string> = new Set(WORD_RULE_IDS);

const SAMPLES: Readonly<Record<string, string>> = {
  adjective: 'famous',
  determiner: 'the',
  noun: 'town',
  verb: 'provide',
  adverb: 'well',
};

const parser = unified().use(retextEnglish);

function entriesOf(topic: Topic): readonly EntryData[] {
  return topic.entries.map((entry) => (typeof entry === 'string' ? { phrase: entry } : entry));
}

/** One text that matches a phrase of the word lists: the first of each choice, nothing optional. */
function said(phrase: string): string {
  return phrase
    .split(/\s+/)
    .filter((element) => !element.endsWith('?'))
    .map((element) => {
      const first = element.replace(/^\((.*)\)$/, '$1').split('|')[0] ?? '';
      if (first === '*') return 'young';
      if (first.startsWith('@')) return SAMPLES[first.slice(1)] ?? first;
      return first
        .replace(/\.[vna]$/, '')
        .replace(/^\*-/, 'client-')
        .replace(/-\*$/, '-made');
    })
    .join(' ');
}

const FRAMES: readonly ((words: string) => string)[] = [
  (words) => `We ${words} schools in our town.`,
  (words) => `We give people ${words}.`,
  (words) => `We give people ${words} bread.`,
  (words) => `This is ${words}.`,
  (words) => `To ${words} the house.`,
  (words) => `It walks ${words} us all.`,
  (words) => `The house is ${words} and the shed is old.`,
  (words) => `We ${words} read.`,
  (words) => `People with innovation and ${words}.`,
  (words) => `People with opportunities and ${words}.`,
  (words) => `They ${words} they call.`,
  (words) => `We inspire and ${words} the people.`,
  (words) => `Our ${words} and innovation.`,
];

describe('the word lists', () => {
  it('have topics with a rule, a question, a reason and words', () => {
    for (const topic of TOPICS) {
      assert.ok(RULES.has(topic.rule), topic.rule);
      assert.match(topic.question, /\?$/, topic.topic);
      assert.match(topic.why.trim(), /\.$/, topic.topic);
      assert.ok(topic.says.length > 0 && !topic.says.endsWith('.'), topic.topic);
      assert.ok(topic.entries.length > 0, topic.topic);
    }
  });

  it('have each phrase once', () => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    for (const topic of TOPICS) {
      for (const { phrase, forms = topic.forms } of entriesOf(topic)) {
        // "support" is listed once as a noun and once as a verb.
        const key = `${phrase} ${forms === 'v' ? 'v' : ''}`;
        const before = seen.get(key);
        if (before) twice.push(`“${phrase}” in “${before}” and “${topic.topic}”`);
        seen.set(key, topic.topic);
      }
    }
    assert.deepEqual(twice, []);
  });

  it('hold no entry that no sentence can reach', () => {
    const unreached: string[] = [];
    for (const topic of TOPICS) {
      for (const { phrase } of entriesOf(topic)) {
        const words = said(phrase);
        const reached = FRAMES.some((frame) =>
          candidatesOf(parser.parse(frame(words)) as Root).some((some) =>
            some.some(({ entry }) => entry.written === phrase),
          ),
        );
        if (!reached) unreached.push(`${topic.rule}: ${phrase} (${words})`);
      }
    }
    assert.deepEqual(unreached, []);
  });
});
