import { lineEnding } from '../text/line-ending';
import { candidateBlock, distinctNames, voiceBlock } from './build-cocreate';
import { parseCoCreate } from './parse-cocreate';

/** Adds a candidate after the others; if there are none, at the end of the file under *Candidates*. */
export function addCandidate(text: string, markdown: string, name?: string): string {
  const { sections, candidates } = parseCoCreate(text);
  const block = candidateBlock(name ?? `Candidate ${candidates.length + 1}`, markdown);
  return sections.candidates
    ? insertBlock(text, sections.candidates.end, block)
    : insertBlock(text, text.length, `## Candidates\n\n${block}`);
}

/**
 * Adds a person's words after the other voices; if there are none, under *Voices* before the candidates.
 * A second voice of one person gets a separate heading, “Ana (2)”.
 */
export function addVoice(text: string, name: string, markdown: string): string {
  const { sections, voices } = parseCoCreate(text);
  const [distinct = name] = distinctNames([...voices, { name, text: markdown }]).slice(-1);
  const block = voiceBlock(distinct, markdown);
  if (sections.voices) return insertBlock(text, sections.voices.end, block);
  return insertBlock(text, sections.candidates?.start ?? text.length, `## Voices\n\n${block}`);
}

/** Inserts a block with LF line endings after the last words before an offset, with a blank line on both sides. */
function insertBlock(text: string, offset: number, block: string): string {
  const eol = lineEnding(text);
  const at = text.slice(0, offset).trimEnd().length;
  const rest = text.slice(at);
  const added = block.replaceAll('\n', eol);
  return `${text.slice(0, at)}${at === 0 ? '' : eol + eol}${added}${rest.trim() === '' ? eol : rest}`;
}
