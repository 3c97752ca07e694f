import { conjugate } from '../english/inflect';
import type { TextEdit } from '../statement/text-edit';
import type { Finding } from './finding';
import { articleEdit, capital } from './wording';

const BE = /^(?:am|are|is|was|were|be|been|being)$/i;
/** Words after which a describing word is the end of the thought: “excellent at”, “excellent is”. */
const NO_NOUN =
  /^(?:am|are|is|was|were|be|been|being|has|have|in|on|at|for|of|to|with|by|from|as|than|so|that|which|who|when|where|while|or|but|if|because)$/i;
/** Words that lean on the one that follows. */
const LEANS =
  /^(?:more|most|very|really|truly|quite|rather|extremely|particularly|especially|incredibly|so|too|highly|less|least|as|how|not)$/i;
const CLAUSE = /^(?:of|at|to|in|on|with|where|when|wherever|whenever|if|as)\b.*\s/i;
const GONE_WITH_ITS_WORDS = /\s(?:for|at|toward|towards|about|in)$/i;

/** How far to look to either side: no two words are further apart. */
const REACH = 200;

/** What stands around a finding within its line, a wrapped paragraph's other lines left out. */
interface Around {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The word before, and what stands between. */
  readonly before: string;
  readonly gapBefore: string;
  /** The word after, and what stands between. */
  readonly after: string;
  readonly gapAfter: string;
}

/**
 * What takes a finding out of its sentence: white space, commas, `and`, the article and the capital are put right, and
 * a verb that was leant on is put in its form (“strives to help” → “helps”). `undefined` where the sentence would not
 * hold without it, or where nobody can tell from the words around.
 */
export function removalEdits(finding: Finding, text: string): readonly TextEdit[] | undefined {
  const around = look(finding, text);
  // Emphasis, a link or a hyphen would be left with nothing, or with half of what it holds.
  if (/[\r\n]/.test(finding.text) || /[\p{L}\p{N}*_~[\](`'’"“”<>-]$/u.test(text.slice(0, around.start)))
    return undefined;
  if (/^[\p{L}\p{N}*_~[(`'’"“”<-]/u.test(text.slice(around.end))) return undefined;
  const words = finding.text.toLowerCase();
  if (/\sto$/.test(words) || /^(?:help(?:s|ing|ed)?|may|might)$/.test(words))
    return withoutHelper(around, words);
  if (GONE_WITH_ITS_WORDS.test(words)) return undefined;
  if (/ly$/.test(words) || /^(?:perhaps)$/.test(words) || CLAUSE.test(words)) return withoutAside(around);
  return withoutDescribing(around);
}

function look({ start, end }: Finding, text: string): Around {
  const lineStart =
    Math.max(text.lastIndexOf('\n', start.offset - 1), text.lastIndexOf('\r', start.offset - 1)) + 1;
  const lineEnd = /[^\r\n]*/.exec(text.slice(end.offset))?.[0].length ?? 0;
  const left = text.slice(Math.max(lineStart, start.offset - REACH), start.offset);
  const right = text.slice(end.offset, end.offset + Math.min(lineEnd, REACH));
  const [, before = '', gapBefore = left] = /([\p{L}\p{N}’'-]+)([^\p{L}\p{N}’'-]*)$/u.exec(left) ?? [];
  const [, gapAfter = right, after = ''] = /^([^\p{L}\p{N}’'-]*)([\p{L}\p{N}’'-]+)/u.exec(right) ?? [];
  return { text, start: start.offset, end: end.offset, before, gapBefore, after, gapAfter };
}

function isSpace(gap: string): boolean {
  return /^[ \t]+$/.test(gap);
}

/** “We strive to help”, “It helps run”: the verb that follows takes the helper's place and form. */
function withoutHelper(around: Around, words: string): readonly TextEdit[] | undefined {
  const { before, after, gapBefore, gapAfter, start, end } = around;
  if (!isSpace(gapAfter) || !/^\p{Ll}{2,}$/u.test(after) || /ly$/.test(after)) return undefined;
  const [helper = '', second] = words.split(/\s+/);
  const next = end + gapAfter.length;
  const cut = (from: number, form: string): readonly TextEdit[] => [
    { offset: from, length: next + after.length - from, text: form },
  ];
  const plain = () => cut(start, from(around, after));
  const third = () => cut(start, from(around, conjugate(after).third));
  if (/^(?:dedicated|committed|devoted)$/.test(helper)) {
    return BE.test(before) && isSpace(gapBefore) && /ing$/.test(after) ? plain() : undefined;
  }
  if (/ing$/.test(after)) return undefined;
  if (BE.test(helper)) {
    if (second === 'interested') return undefined;
    if (/^(?:am|are|be)$/.test(helper)) return plain();
    return helper === 'is' ? (after === 'be' ? cut(start, 'is') : third()) : undefined;
  }
  if (/ing$/.test(helper)) {
    if (!isSpace(gapBefore) || !/^(?:am|are|is)$/i.test(before)) return undefined;
    const form = /^is$/i.test(before) ? conjugate(after).third : after;
    return cut(start - gapBefore.length - before.length, form);
  }
  // “We are to be”: the plain form of “be” hangs on who is meant.
  if (after === 'be') return undefined;
  if (/^(?:may|might)$/.test(helper)) return /^(?:we|they|you|I)$/i.test(before) ? plain() : third();
  if (/(?:ed|ove|iven|ought)$/.test(helper)) return undefined;
  return /[^s]s$/.test(helper) ? third() : plain();
}

/** A form in the capital of what it stands for. */
function from({ text, start }: Around, form: string): string {
  return /\p{Lu}/u.test(text[start] ?? '') ? capital(form) : form;
}

/** “where possible”, “truly”: nothing hangs on it, so it goes with its commas. */
function withoutAside(around: Around): readonly TextEdit[] | undefined {
  const { gapBefore, gapAfter, start, end, before, after } = around;
  if (LEANS.test(before) && isSpace(gapBefore)) return undefined;
  if (before !== '' && after !== '' && /^,[ \t]+$/.test(gapBefore) && /^,[ \t]+$/.test(gapAfter)) {
    const offset = start - gapBefore.length;
    return [{ offset, length: end + gapAfter.length - offset, text: ' ' }];
  }
  const closed = /^[ \t]*(?:[,.;:!?)]|$)/.test(gapAfter);
  if (before !== '' && /^,[ \t]+$/.test(gapBefore) && closed && /^[ \t]*[^ \t]/.test(gapAfter)) {
    return [{ offset: start - gapBefore.length, length: end - start + gapBefore.length, text: '' }];
  }
  if (isSpace(gapBefore) && closed) {
    return [{ offset: start - gapBefore.length, length: end - start + gapBefore.length, text: '' }];
  }
  if (after === '' || !/^,?[ \t]+$/.test(gapAfter)) return undefined;
  return takeOut(around, end + gapAfter.length);
}

/** “excellent food”, “safe and excellent”, “fast, excellent”: a describing word among others or before its noun. */
function withoutDescribing(around: Around): readonly TextEdit[] | undefined {
  const { before, gapBefore, after, gapAfter, start, end, text } = around;
  if (LEANS.test(before) && isSpace(gapBefore)) return undefined;
  const follows = text.slice(end + gapAfter.length + after.length);
  if (after !== '' && /^(?:and|or)$/i.test(after) && /^,?[ \t]+$/.test(gapAfter)) {
    const gap = /^[ \t]+(?=\p{L})/u.exec(follows)?.[0];
    return gap ? takeOut(around, end + gapAfter.length + after.length + gap.length) : undefined;
  }
  if (after !== '' && /^,[ \t]+$/.test(gapAfter)) return takeOut(around, end + gapAfter.length);
  const endsThought = after === '' || !isSpace(gapAfter) || NO_NOUN.test(after);
  const among = /^(?:and|or)$/i.test(before) && isSpace(gapBefore);
  if (!endsThought && !among) return takeOut(around, end + gapAfter.length);
  if (!among) return undefined;
  // “safe and excellent” → “safe”; with “safe, cheap and excellent” the rest would want its own “and”.
  const ahead = text.slice(0, start - gapBefore.length - before.length);
  const gap = /(?<=[\p{L}\p{N}])[ \t]+$/u.exec(ahead)?.[0];
  if (!gap || /,[^.!?\r\n]*$/.test(ahead)) return undefined;
  const offset = start - gapBefore.length - before.length - gap.length;
  return [{ offset, length: end - offset, text: '' }];
}

/** Takes out everything up to `upTo`, where the next word starts. */
function takeOut(around: Around, upTo: number): readonly TextEdit[] {
  const { text, start } = around;
  const word = /^[\p{L}\p{N}’'-]*/u.exec(text.slice(upTo))?.[0] ?? '';
  const article = articleEdit(text, start, word);
  const first = word[0] ?? '';
  const capitalised = /\p{Lu}/u.test(text[start] ?? '') && capital(first) !== first;
  const cut: TextEdit = capitalised
    ? { offset: start, length: upTo - start + 1, text: capital(first) }
    : { offset: start, length: upTo - start, text: '' };
  return article ? [article, cut] : [cut];
}
