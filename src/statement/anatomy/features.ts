import { memoiseLast } from '../../english/memoise-last';
import type { Token } from '../../english/sentences';
import { classOf } from './word-classes';

/** Maximum length of a part: fewer than one in a hundred is longer. */
export const LONGEST_PART = 45;

/** The word at a position as a feature; ^ and $ beyond the sentence. */
export function word(tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  if (!token) return at < 0 ? '^' : '$';
  return token.kind === 'number' ? '#' : token.lower;
}

/** A punctuation mark, or the first letters of a word's part of speech; ^ and $ beyond the sentence. */
export function tag(tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  if (!token) return at < 0 ? '^' : '$';
  return token.kind === 'punctuation' ? token.text : token.tag.slice(0, 4);
}

interface Before {
  readonly verb: string;
  readonly people: string;
}

/** For each position of a sentence, asked once for each head of a part that starts there. */
const known = memoiseLast((_tokens: readonly Token[]): Before[] => []);

function before(tokens: readonly Token[], at: number): Before {
  const all = known(tokens);
  all[at] ??= { verb: findVerb(tokens, at), people: findPeople(tokens, at) };
  return all[at];
}

/** The lemma of the verb that governs a position: the nearest one to its left in the same clause. */
function verbBefore(tokens: readonly Token[], at: number): string {
  return before(tokens, at).verb;
}

/** Whether people are named shortly before a position: a change is about them. */
function peopleBefore(tokens: readonly Token[], at: number): string {
  return before(tokens, at).people;
}

function findVerb(tokens: readonly Token[], at: number): string {
  for (let here = at - 1; here >= 0 && here >= at - 12; here -= 1) {
    const token = tokens[here];
    if (!token || /^[.;:]$/.test(token.text)) break;
    if (token.tag === 'verb' || token.tag === 'ing') return token.lemma;
  }
  return '-';
}

function findPeople(tokens: readonly Token[], at: number): string {
  for (let here = at - 1; here >= 0 && here >= at - 6; here -= 1) {
    const kind = classOf(tokens[here]);
    if (kind === 'people' || kind === 'ers' || kind === 'creatures') return at - here < 2 ? 'next' : 'near';
  }
  return 'none';
}

/** Features of a token as the first of a part. */
export function startFeatures(tokens: readonly Token[], at: number): readonly string[] {
  const [w, t] = [word(tokens, at), tag(tokens, at)];
  const [w1, t1] = [word(tokens, at - 1), tag(tokens, at - 1)];
  const next = tag(tokens, at + 1);
  const verb = verbBefore(tokens, at);
  return [
    `Sa${w}`,
    `Sb${t}`,
    `Sc${w1}`,
    `Sd${t1},${t}`,
    `Se${w1},${t},${next}`,
    `Sf${word(tokens, at - 2)},${w1}`,
    `Sg${word(tokens, at + 1)}`,
    `Sh${t},${next}`,
    `Si${verb}`,
    `Sj${verb},${w1}`,
    `Sk${tag(tokens, at - 2)},${t1},${t}`,
    `Sl${classOf(tokens[at])},${w1}`,
    `Sm${tokens[at]?.lemma}`,
    `Sn${Math.min(at, 3)},${t}`,
    `So${w1},${w}`,
    `Sp${classOf(tokens[at - 1])},${t}`,
    `Sq${verb},${t}`,
    `Sr${peopleBefore(tokens, at)},${w1},${t}`,
  ];
}

/** Features of a token as the last of a part. */
export function endFeatures(tokens: readonly Token[], at: number): readonly string[] {
  const [w, t] = [word(tokens, at), tag(tokens, at)];
  const [w1, t1] = [word(tokens, at + 1), tag(tokens, at + 1)];
  return [
    `Ea${tokens[at]?.lemma}`,
    `Eb${t}`,
    `Ec${w1}`,
    `Ed${t},${t1}`,
    `Ee${t},${w1}`,
    `Ef${w1},${word(tokens, at + 2)}`,
    `Eg${w1},${tag(tokens, at + 2)}`,
    `Eh${tag(tokens, at - 1)},${t},${t1}`,
    `Ei${classOf(tokens[at])},${t1}`,
    `Ej${w.slice(-3)}`,
  ];
}

/** Features of a token inside a part, independent of the part's ends. */
export function insideFeatures(tokens: readonly Token[], at: number): readonly string[] {
  const [w, t] = [word(tokens, at), tag(tokens, at)];
  const t1 = tag(tokens, at - 1);
  return [
    `Ia${tokens[at]?.lemma}`,
    `Ib${t}`,
    `Ic${classOf(tokens[at])}`,
    `Id${w.slice(-3)}`,
    `Ie${t1},${t}`,
    `If${w},${tag(tokens, at + 1)}`,
    `Ig${t1},${w}`,
    `Ih${verbBefore(tokens, at)}`,
  ];
}

/** The head of a phrase: its first noun that no other noun follows, or its first word. */
export function headOf(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from; at < to; at += 1) {
    if (isNoun(tokens[at]) && !(at + 1 < to && isNoun(tokens[at + 1]))) return at;
  }
  return from;
}

export function isNoun(token: Token | undefined): boolean {
  return token?.tag === 'noun' || token?.tag === 'name';
}

/** Features of a part from one token to before another: its ends and their neighbours. */
function edgeFeatures(tokens: readonly Token[], from: number, to: number): readonly string[] {
  const ends = edgeEnds(tokens, to);
  return edgeStarts(tokens, from).map((start, at) => `${start}${ends[at]}`);
}

/** The beginnings of the features of a part's edges, which its first token determines. */
export function edgeStarts(tokens: readonly Token[], from: number): readonly [string, string, string] {
  const first = tag(tokens, from);
  return [`Pb${first},`, `Pg${word(tokens, from - 1)},`, `Ph${first},`];
}

/** The ends of the same features, which the token after its last one determines. */
export function edgeEnds(tokens: readonly Token[], to: number): readonly [string, string, string] {
  const next = word(tokens, to);
  return [tag(tokens, to - 1), next, next];
}

/** Length classes for features. */
export function sizeOf(length: number): number {
  return length < 6 ? length : length < 9 ? 6 : length < 13 ? 7 : length < 20 ? 8 : 9;
}

/** Features of a part with a start token and a size. */
export function sizeFeatures(tokens: readonly Token[], from: number, size: number): readonly string[] {
  return [`Pa${size}`, `Pi${size},${tag(tokens, from)}`];
}

/** Features of a part with a start token and a head. */
export function headFeatures(tokens: readonly Token[], from: number, head: number): readonly string[] {
  const kind = classOf(tokens[head]);
  const before = word(tokens, from - 1);
  const first = tag(tokens, from);
  return [
    `Pc${kind},${before}`,
    `Pd${tokens[head]?.lemma}`,
    `Pe${kind},${first}`,
    `Pf${kind},${verbBefore(tokens, from)}`,
    `Pj${(tokens[head]?.lower ?? '').slice(-4)}`,
    `Pk${tokens[from]?.lemma},${kind}`,
    `Pl${first},${peopleBefore(tokens, from)}`,
    `Pm${first},${before},${kind}`,
    `Pn${tokens[from]?.lemma},${tokens[head]?.lemma}`,
  ];
}

/** Features of a part from one token to before another, as a whole. */
export function partFeatures(tokens: readonly Token[], from: number, to: number): readonly string[] {
  return [
    ...edgeFeatures(tokens, from, to),
    ...sizeFeatures(tokens, from, sizeOf(to - from)),
    ...headFeatures(tokens, from, headOf(tokens, from, to)),
  ];
}
