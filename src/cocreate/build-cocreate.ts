import { type NamedText, type SharedWord, sharedWords } from './shared-words';

/** What a co-create file starts from. */
export interface CoCreateInput {
  readonly title: string;
  /** Each person's or group's words, as Markdown or plain text. */
  readonly voices: readonly NamedText[];
  /** Sentences to choose from; where none is given, what the voices say. */
  readonly candidates?: readonly string[];
  /** `kind` of the purpose to come, for its front matter. */
  readonly kind?: string;
}

/** What stands where the statement will stand: found by the linter as an open blank. */
export const OPEN_STATEMENT = '{{the purpose we adopt}}';

/** How many shared words are listed: more would hide the ones that matter. */
const MOST_WORDS = 20;

/**
 * A co-create file: every voice under its name, the words they share, and candidates with room for votes. It is a
 * purpose file whose statement is still open. Lines end with LF.
 */
export function buildCoCreate(input: CoCreateInput): string {
  const heard = input.voices.filter(({ text }) => text.trim() !== '');
  const names = distinctNames(heard);
  const voices = heard.map(({ text }, index) => ({ name: names[index] ?? '', text }));
  const written = (input.candidates ?? []).filter((text) => text.trim() !== '');
  const given = written.length > 0 ? written : voices.map(({ text }) => text);
  const candidates = [...new Map(given.map((text) => [foldedKey(text), text])).values()];
  const shared = sharedWords(voices).slice(0, MOST_WORDS);
  const kind = input.kind && /^[\w-]+(?: [\w-]+)*$/.test(input.kind) ? [`kind: ${input.kind}`] : [];
  return `${[
    ['---', ...kind, 'status: draft', '---'].join('\n'),
    `# ${headingText(input.title) || 'Our purpose'}`,
    '## Purpose',
    `> ${OPEN_STATEMENT}`,
    '## Voices',
    ...voices.map(({ name, text }) => voiceBlock(name, text)),
    ...(shared.length > 0 ? ['## Words we share', shared.map(sharedLine).join('\n')] : []),
    '## Candidates',
    ...candidates.map((text, index) => candidateBlock(`Candidate ${index + 1}`, text)),
  ].join('\n\n')}\n`;
}

/** A voice with its heading. */
export function voiceBlock(name: string, text: string): string {
  return `### ${headingText(name)}\n\n${quoted(text)}`;
}

/** A candidate with its heading and a line for votes. */
export function candidateBlock(name: string, text: string): string {
  return `### ${headingText(name)}\n\n${quoted(text)}\n\n- votes:`;
}

/** Markdown as a block quote; lines end with LF. */
export function quoted(text: string): string {
  const lines = text.trim().split(/\r\n|\r|\n/);
  return lines.map((line) => `> ${line}`.trimEnd()).join('\n');
}

function sharedLine({ forms, voices }: SharedWord): string {
  return `- ${forms.join(', ')} (${voices.map(headingText).join(', ')})`;
}

/** One line that reads as it is written: what Markdown would take for marks is escaped. */
function headingText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|~&{}]/g, '\\$&');
}

function foldedKey(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Every voice by a name of its own: a second Ana is “Ana (2)”, one without a name “Voice” and its number. */
export function distinctNames(voices: readonly NamedText[]): string[] {
  const taken = new Set<string>();
  return voices.map(({ name }, index) => {
    const plain = foldedKey(name) || `Voice ${index + 1}`;
    let distinct = plain;
    for (let number = 2; taken.has(distinct.toLowerCase()); number++) distinct = `${plain} (${number})`;
    taken.add(distinct.toLowerCase());
    return distinct;
  });
}
