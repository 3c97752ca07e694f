import { type Answer, GRADIENT_WORDS } from '../consent/answer';
import { describeRound, readRatificationNote } from '../consent/describe-round';
import { fingerprintOf, isSameWords } from '../consent/fingerprint';
import { parseConsent, type Round } from '../consent/parse-consent';
import type { TimelineEntry } from '../history/timeline-entry';
import { PurposeDocument } from '../statement/document';
import type { EntryView, VoiceView } from './view';

/** The consent rounds in the text of a purpose file, oldest first. */
export function roundsIn(text: string): readonly Round[] {
  // Nearly no file has such a section, and parsing costs time at each keystroke.
  return /consent/i.test(text) ? (parseConsent(PurposeDocument.of(text))?.rounds ?? []) : [];
}

/** The note of an entry; for a ratification, apart from the answers of its round. */
export function noteOf({ kind, note }: TimelineEntry): Pick<EntryView, 'note' | 'voices'> {
  const { text, answers } = kind === 'ratify' ? readRatificationNote(note) : { text: note, answers: [] };
  const voices = answers.map(({ name, answer }) => voice(name, answer));
  return { ...(text !== '' && { note: text }), ...(voices.length > 0 && { voices }) };
}

/**
 * Adds an entry for each round that no record of a ratification shows, above the newest entry that it can be about: one
 * with the words that people were asked about, not later than the day on which they were asked.
 *
 * @param views the views of `entries`, newest first
 */
export function withRounds(
  views: readonly EntryView[],
  entries: readonly TimelineEntry[],
  rounds: readonly Round[],
): readonly EntryView[] {
  const recorded = entries.filter(({ kind }) => kind === 'ratify').length;
  const ratified = rounds.filter((round) => round.ratified);
  const shown = new Set(ratified.slice(Math.max(0, ratified.length - recorded)));
  const result = [...views];
  for (const [at, round] of rounds.entries()) {
    if (shown.has(round)) continue;
    const below = views[placeOf(round, entries)];
    result.splice(
      below ? result.indexOf(below) : result.length,
      0,
      roundView(round, at, at + 1 === rounds.length),
    );
  }
  return result;
}

/** The index of the entry that a round is to be shown above. */
function placeOf({ asked }: Round, entries: readonly TimelineEntry[]): number {
  if (!asked) return 0;
  const earlier = (entry: TimelineEntry) => entry.time !== undefined && entry.time.slice(0, 10) <= asked.date;
  const about = entries.findIndex(
    (entry) => earlier(entry) && isSameWords(fingerprintOf(entry.statement), asked.words),
  );
  return about >= 0 ? about : Math.max(0, entries.findIndex(earlier));
}

function roundView(round: Round, at: number, isLast: boolean): EntryView {
  const day = round.ratified ? '' : round.asked ? `Asked on ${round.asked.date}: ` : '';
  return {
    key: `consent ${at}`,
    kind: 'consent',
    icon: round.ratified ? 'check' : 'note',
    label: round.ratified ? 'Ratified' : isLast ? 'Asked for consent' : 'Asked, not ratified',
    explanation: 'A round of consent: each person says whether the statement is good enough for now.',
    author: '',
    note: day + describeRound(round),
    voices: round.voices.map(({ name, answer, written }) =>
      answer ? voice(name, answer) : { name, answer: written === '' ? 'no answer yet' : written },
    ),
    details: [],
    actions: [],
    filters: [],
  };
}

function voice(name: string, { gradient, reason }: Answer): VoiceView {
  return { name, answer: GRADIENT_WORDS[gradient].written, ...(reason !== '' && { reason }) };
}
