import { isMapping } from '../text/is-mapping';
/** Maximum length of an answer that is read, in UTF-16 units. */
export const LONGEST_ANSWER = 256 * 1024;
/** Maximum number of possible starts of an object to try. */
const MAX_STARTS = 60;

type FoundJson =
  | { readonly value: Readonly<Record<string, unknown>>; readonly repaired: boolean }
  | { readonly problem: string };

const ESCAPES = new RegExp(`${String.fromCharCode(27)}\\[[0-9;?]*[A-Za-z]`, 'g');
const THINKING = /<think(?:ing)?>[\s\S]*?<\/think(?:ing)?>/gi;

/**
 * The object of an answer: the last one with a list of this name, ignoring everything around it: thoughts, prose, a
 * code fence, terminal colours and trailing commas.
 */
export function findJson(answer: string, list: string): FoundJson {
  const isAnswer = (value: unknown): value is Readonly<Record<string, unknown>> =>
    isMapping(value) && Array.isArray(value[list]);
  if (answer.length > LONGEST_ANSWER) {
    return { problem: `is longer than ${LONGEST_ANSWER.toLocaleString('en')} characters` };
  }
  if (answer.trim() === '') return { problem: 'is empty' };
  const whole = parsed(answer);
  if (isAnswer(whole?.value)) return { value: whole.value, repaired: false };
  const text = answer.replace(ESCAPES, '').replace(THINKING, ' ');
  let best: FoundJson | undefined;
  let open = false;
  let other = false;
  let from = 0;
  for (let starts = 0; starts < MAX_STARTS; starts++) {
    const start = nextStart(text, from);
    if (start < 0) break;
    const end = closing(text, start);
    from = start + 1;
    if (end < 0) {
      open = true;
      continue;
    }
    const piece = parsedLoosely(text.slice(start, end));
    if (!piece) continue;
    from = end;
    if (isAnswer(piece.value)) {
      best = { value: piece.value, repaired: true };
      // An unclosed object before it was a draft; a truncated answer contains no complete one after it.
      open = false;
    } else other = true;
  }
  // A truncated object after a complete one was meant to replace it.
  if (open) return { problem: 'breaks off in the middle' };
  return best ?? { problem: other ? `has no list "${list}"` : 'is not JSON' };
}

/** The start of the next object that looks like JSON: `{` before a key or `}`. */
function nextStart(text: string, from: number): number {
  const start = /\{(?=\s{0,99}(?:"[^"\n]{0,99}"\s{0,99}:|\}))/g;
  start.lastIndex = from;
  return start.exec(text)?.index ?? -1;
}

/** The offset after the object's closing bracket; -1 if there is none. */
function closing(text: string, start: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (quoted) {
      if (character === '\\') at++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return at + 1;
  }
  return -1;
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** Matches strings first, so that a comma within one stays. */
function parsedLoosely(text: string): { readonly value: unknown } | undefined {
  return (
    parsed(text) ??
    parsed(
      text.replace(
        /("(?:[^"\\]|\\[\s\S])*")|,(?=\s*[}\]])/g,
        (_, string: string | undefined) => string ?? '',
      ),
    )
  );
}
