import { type NamedText, type SharedWord, sharedWords } from './shared-words';

/** The input for a co-create file. */
interface CoCreateInput {
  readonly title: string;
  /** Each person's or group's words, as Markdown or plain text. */
  readonly voices: readonly NamedText[];
  /** Sentences to choose from; by default the words of the voices. */
  readonly candidates?: readonly string[];
  /** `kind` of the future purpose, for its front matter. */
  readonly kind?: string;
}

/** The placeholder for the statement, which the linter finds as an open blank. */
const OPEN_STATEMENT = '{{the purpose we adopt}}';

/** Maximum number of listed shared words, so that the important ones stand out. */
const MAX_WORDS = 20;

/**
 * Builds a co-create file: every voice under its name, the words they share, and candidates with room for votes. It is
 * a purpose file whose statement is still open. Lines end with LF.
 */
export function buildCoCreate(input: CoCreateInput): string {
  const heard = input.voices.filter(({ text }) => text.trim() !== '');
  const names = distinctNames(heard);
  const voices = heard.map(({ text }, index) => ({ name: names[index] ?? '', text }));
  const written = (input.candidates ?? []).filter((text) => text.trim() !== '');
  const given = written.length > 0 ? written : voices.map(({ text }) => text);
  const candidates = [...new Map(given.map((text) => [foldedKey(text), text])).values()];
  const shared = sharedWords(voices).slice(0, MAX_WORDS);
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

/** One line of Markdown with exactly this text: markup characters are escaped. */
function headingText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|~&{}]/g, '\\$&');
}

function foldedKey(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A unique name for every voice: a second Ana is “Ana (2)”, one without a name “Voice” and its number. */
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
