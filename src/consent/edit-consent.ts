import { PurposeDocument } from '../statement/document';
import { fold } from '../text/fold';
import { lineEnding } from '../text/line-ending';
import { type Answer, isSameName, needsReason, printAnswer } from './answer';
import { type Fingerprint, fingerprintOf, isSameWords, printFingerprint } from './fingerprint';
import { withFrontMatter } from './front-matter-line';
import { type Consent, currentRound, parseConsent, type Round, roundIn, type Voice } from './parse-consent';
import { tallyOf } from './tally';
import { daysOver, lastDayOf } from './term';

/** Why a consent round cannot be changed as asked, in one sentence for the user. */
export class ConsentError extends Error {
  override readonly name = 'ConsentError';
}

interface Read {
  readonly text: string;
  readonly eol: string;
  /** As plain text. */
  readonly statement: string;
  readonly words: Fingerprint;
  readonly consent: Consent | undefined;
}

/**
 * Asks people for their consent: adds the section with a line for each, or more lines to the current round. A round
 * that was ratified, or that is about an earlier wording, stays; a new one begins below it.
 * @param names may be empty for a new round after the first: then all people of the last round are asked
 * @param today ISO 8601, only the date
 * @throws {ConsentError}
 */
export function askForConsent(text: string, names: readonly string[], today: string): string {
  const file = read(text);
  const { consent, eol, statement } = file;
  const round = consent && currentRound(consent);
  const asked = `Asked on ${today}: ${printFingerprint(statement)}.`;
  if (!consent || !round) {
    const block = ['## Consent', asked, ...linesFor(names)].join('\n\n');
    return checked(`${text.trimEnd()}${eol}${eol}${block.replaceAll('\n', eol)}${eol}`, names);
  }
  if (!isOver(round, file)) {
    const added = names.filter((name) => !round.voices.some((voice) => isSameName(voice.name, name)));
    if (added.length === 0) throw new ConsentError('Everybody named is asked already.');
    const lines = linesFor(added).map((line) => `${eol}${eol}${line}`);
    return checked(insert(text, round.listEnd, lines.join('')), added);
  }
  const again = names.length > 0 ? names : round.voices.map(({ name }) => name);
  const heading = `${'#'.repeat(Math.min(6, consent.depth + 1))} Round ${consent.rounds.length + 1}`;
  const block = [heading, asked, ...linesFor(again)].join('\n\n').replaceAll('\n', eol);
  const rest = text.slice(consent.section.end);
  return checked(
    `${text.slice(0, consent.section.end)}${eol}${eol}${block}${rest.trim() === '' ? eol : rest}`,
    again,
  );
}

/**
 * Writes a person's answer into the current round. An earlier reason stays below it, with the date.
 * @param today ISO 8601, only the date
 * @throws {ConsentError}
 */
export function answerFor(text: string, name: string, answer: Answer, today: string): string {
  const { consent, eol } = read(text);
  if (!consent) throw new ConsentError('Nobody has been asked yet: ask for consent first.');
  const round = currentRound(consent);
  const reason = fold(answer.reason);
  if (needsReason(answer.gradient) && reason === '') {
    throw new ConsentError(
      'A reservation and an objection need a reason: it is what the others can work with.',
    );
  }
  const voice = voiceOf(round, name);
  const before = voice.written === '' ? undefined : voice.answer;
  const unread = voice.written !== '' && !before;
  const kept =
    unread || (before && before.reason !== '' && printAnswer(before) !== printAnswer({ ...answer, reason }))
      ? `${eol}${indentAt(text, voice.span.start)}- until ${today}: ${voice.written}`
      : '';
  const written = text.slice(voice.span.start, voice.span.end);
  const label = written.slice(0, written.indexOf(':') + 1);
  const line = `${label} ${printAnswer({ ...answer, reason })}${kept}`;
  const changed = text.slice(0, voice.span.start) + line + text.slice(voice.span.end);
  const now = voicesIn(changed).find((one) => isSameName(one.name, name));
  if (now?.answer?.gradient !== answer.gradient || now.answer.reason !== reason) {
    throw new ConsentError('This reason cannot be written on one line of Markdown: put it in plainer words.');
  }
  return changed;
}

/**
 * Ratifies the statement: a line in the round, `status` and `ratified` in the front matter.
 * @param today ISO 8601, only the date
 * @param until the term: a day, a month or a year; by default without a term
 * @throws {ConsentError}
 */
export function ratify(text: string, today: string, until?: string): string {
  const file = read(text);
  const { consent, eol, statement, words } = file;
  if (!consent) throw new ConsentError('Nobody has been asked yet: ask for consent first.');
  const round = currentRound(consent);
  if (round.ratified && isSameWords(round.ratified.words, words)) {
    throw new ConsentError(`This round was ratified on ${round.ratified.date}. Ask again to begin another.`);
  }
  if (round.asked && !isSameWords(round.asked.words, words)) {
    throw new ConsentError('The statement has changed since people were asked about it: ask again first.');
  }
  const { consenting, asked, objecting, unclear } = tallyOf(round);
  if (objecting.length > 0) {
    throw new ConsentError(
      `An objection is open (${namesOf(objecting)}): it is answered once ${objecting.length === 1 ? 'that person writes' : 'these people write'} another answer.`,
    );
  }
  if (unclear.length > 0) {
    throw new ConsentError(
      `It is not clear what ${namesOf(unclear)} answered: agree, with reservations, stand aside or object.`,
    );
  }
  if (consenting === 0) throw new ConsentError('Nobody has agreed yet.');
  const end = until === undefined ? undefined : lastDayOf(until);
  if (until !== undefined && !end) {
    throw new ConsentError(`“${until}” is not a date: write 2027-11 or 2027-11-30.`);
  }
  if (end && daysOver(end, new Date(`${today}T00:00:00Z`)) > 0) {
    throw new ConsentError(`The term ends before today: ${until}.`);
  }
  const terms = `by ${consenting} of ${asked}${until === undefined ? '' : ` until ${until.trim()}`}`;
  const line = `Ratified on ${today} ${terms}: ${printFingerprint(statement)}.`;
  const withLine = round.asked
    ? insert(text, round.asked.end, `${eol}${eol}${line}`)
    : insert(text, round.span.start, `${line}${eol}${eol}`);
  const withStatus = withFrontMatter(withLine, 'status', 'ratified', eol);
  return withFrontMatter(withStatus, 'ratified', `${today} ${terms}`, eol);
}

/** The current round of a text whose statement was ratified in it, word for word; `undefined` if it was not. */
export function ratifiedRound(text: string): Round | undefined {
  const round = roundIn(text);
  const words = fingerprintOf(fold(PurposeDocument.of(text).statement?.plain ?? ''));
  return round?.ratified && isSameWords(round.ratified.words, words) ? round : undefined;
}

/** Whether asking now begins a new round. */
function isOver({ asked, ratified }: Round, { words }: Read): boolean {
  return ratified !== undefined || (asked !== undefined && !isSameWords(asked.words, words));
}

function read(text: string): Read {
  const document = PurposeDocument.of(text);
  if (document.conflict) {
    const { line } = document.conflict.start;
    throw new ConsentError(`Line ${line} has a conflict marker: resolve the conflict first.`);
  }
  const statement = fold(document.statement?.plain ?? '');
  if (statement === '') throw new ConsentError('There is no statement yet to agree on.');
  const eol = lineEnding(text);
  return { text, eol, statement, words: fingerprintOf(statement), consent: parseConsent(document) };
}

/**
 * One line per person, separated by blank lines, so that two branches with answers on neighbouring lines merge without
 * a conflict.
 */
function linesFor(names: readonly string[]): string[] {
  const distinct = names.filter((name, at) => !names.slice(0, at).some((one) => isSameName(one, name)));
  if (distinct.length === 0) throw new ConsentError('Name the people to ask.');
  return distinct.map((name) => `- ${fold(name)}:`);
}

/** Returns the text if each name can be parsed from it again. */
function checked(text: string, names: readonly string[]): string {
  const voices = voicesIn(text);
  const lost = names.find((name) => !voices.some((voice) => voice.name === fold(name)));
  if (lost === undefined) return text;
  throw new ConsentError(`“${lost}” cannot be used as a name before a colon: use plain words.`);
}

function voicesIn(text: string): readonly Voice[] {
  return roundIn(text)?.voices ?? [];
}

function voiceOf({ voices }: Round, name: string): Voice {
  const [voice, second] = voices.filter((one) => isSameName(one.name, name));
  if (!voice) {
    throw new ConsentError(`${name} has not been asked; there are ${namesOf(voices)}. Ask ${name} first.`);
  }
  if (second) throw new ConsentError(`${voice.name} has two lines in this round: keep one of them.`);
  return voice;
}

function namesOf(voices: readonly Voice[]): string {
  return voices.map(({ name }) => name).join(', ');
}

/** Spaces of the same width as the text before an offset in its line. */
function indentAt(text: string, offset: number): string {
  const before = /[^\r\n]*$/.exec(text.slice(0, offset))?.[0] ?? '';
  return before.replace(/[^\t]/g, ' ');
}

function insert(text: string, offset: number, words: string): string {
  return text.slice(0, offset) + words + text.slice(offset);
}
