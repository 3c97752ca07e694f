import { WORD_LETTERS } from '../../text/letters';
import data from './names.yml';
import { textTest } from './patterns';

/** The topic of the section below a heading; `other` means that it contains no purpose. */
type HeadingTopic = 'purpose' | 'vision' | 'aim' | 'about' | 'other';

export interface HeadingName {
  readonly topic: HeadingTopic;
  /** Whether the heading has no other topic: “Our Mission”, but not “Mission and Decision-Making”. */
  readonly exact: boolean;
}

const TOPICS: readonly HeadingTopic[] = ['purpose', 'vision', 'aim', 'about', 'other'];
/** Words beside a name that add no meaning. */
const isFiller = textTest('filler');
/** Headings about a document's purpose, or about work on one. */
const isOfADocument = textTest('headingOfADocument');
/** Longer headings are sentences, which mention a purpose without announcing it. */
const MAX_WORDS = 9;

interface Names {
  readonly exact: ReadonlySet<string>;
  readonly anywhere: RegExp;
  readonly unspaced: RegExp | undefined;
}

let names: ReadonlyMap<HeadingTopic, Names> | undefined;

function namesByTopic(): ReadonlyMap<HeadingTopic, Names> {
  const lists = data as Readonly<Record<string, readonly string[]>>;
  names ??= new Map(
    TOPICS.map((topic) => {
      const all = (lists[topic] ?? []).map((name) => name.normalize('NFC'));
      const parts = all.filter((name) => !name.startsWith('=')).sort((a, b) => b.length - a.length);
      const pattern = parts
        .map((name) =>
          name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('\\*', `[${WORD_LETTERS} ._-]{1,60}`),
        )
        .join('|');
      const unspaced = lists[`${topic}Unspaced`];
      return [
        topic,
        {
          exact: new Set(all.map((name) => name.replace(/^=/, ''))),
          anywhere: new RegExp(`(?<![${WORD_LETTERS}-])(?:${pattern})(?![${WORD_LETTERS}-])`, 'u'),
          unspaced: unspaced && new RegExp(unspaced.join('|'), 'u'),
        },
      ];
    }),
  );
  return names;
}

const known = new Map<string, HeadingName | undefined>();
/** Maximum number of memoised headings. */
const MAX_KNOWN = 500;

/** The topic of the section below a heading; `undefined` if it does not help to find the statement. */
export function headingName(heading: string): HeadingName | undefined {
  if (heading.length > 200) return undefined;
  if (!known.has(heading)) {
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(heading, nameOf(normalised(heading)));
  }
  return known.get(heading);
}

/** A heading without number, emoji, id and surrounding punctuation. */
function normalised(heading: string): string {
  return heading
    .normalize('NFC')
    .toLowerCase()
    .replace(/[‘’ʼ´`]/g, "'")
    .replace(/(?:\{[#.:][^{}]*\}|(?<=\s)\^[\w-]+)\s*$/u, '')
    .replace(
      /^[^\p{L}\p{N}]*(?:(?:article|artikel|articolo|artículo|artigo|art|section|sección|seção|abschnitt|chapter|part|teil|kapitel|paragraph|§)\b[\s.]*)?(?:\d+(?:[.-]\d+)*|[ivxl]+(?=[.):])|[a-z](?=[.)]))?[.):°]*(?=[^\p{L}\p{N}]|(?<=[.):\d])\p{L})/u,
      ' ',
    )
    .replace(/[^\p{L}\p{M}\p{N}'\s/&,.@-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.,@/&-]+|[\s.,@/&-]+$/g, '');
}

/** “Goals of the year”, “Aims for 2026”, “Quarterly objectives”: a plan for some time, or for an event. */
const isForATime = textTest('forATime');

function nameOf(heading: string): HeadingName | undefined {
  if (isForATime(heading)) return { topic: 'other', exact: true };
  if (heading === '' || isOfADocument(heading)) return undefined;
  const words = heading.split(/[\s/&,.]+/).filter((word) => word !== '' && !isFiller(word));
  const all = [...namesByTopic()];
  const topicOf = (text: string) => all.find(([, { exact }]) => exact.has(text))?.[0];
  const whole = topicOf(heading) ?? topicOf(words.join(' '));
  if (whole) return { topic: whole, exact: true };
  // “Vision, Mission & Goals”: the strongest of its topics counts.
  const topics = words.map(topicOf);
  if (topics.length > 0 && !topics.includes(undefined)) {
    return { topic: TOPICS.find((topic) => topics.includes(topic)) as HeadingTopic, exact: true };
  }
  for (const [topic, { anywhere, unspaced }] of all) {
    if (unspaced?.test(heading)) return { topic, exact: heading.length <= 8 };
    if (words.length <= MAX_WORDS && anywhere.test(heading)) return { topic, exact: false };
  }
  return undefined;
}
