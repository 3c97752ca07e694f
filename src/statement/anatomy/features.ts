import { memoiseLast } from '../../english/memoise-last';
import type { Token } from '../../english/token';
import { classOf } from './word-classes';

/** Maximum length of a part: fewer than one in a hundred is longer. */
export const LONGEST_PART = 45;

/**
 * Receives a feature: its name, then its values. Written out, a feature is its name and its values with commas between
 * them; see {@link written}. Most are only hashed, which needs no text.
 */
export type FeatureSink = (name: string, value: string, second?: string, third?: string) => void;

/** The features that a function passes to its sink, written out. */
export function written(features: (put: FeatureSink) => void): string[] {
  const all: string[] = [];
  features((name, ...values) => all.push(name + values.filter((value) => value !== undefined).join(',')));
  return all;
}

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

/** For each position of a sentence, what many features ask for. */
interface Known {
  readonly classes: (string | undefined)[];
  readonly verbs: (string | undefined)[];
  readonly people: (string | undefined)[];
}

const known = memoiseLast((_tokens: readonly Token[]): Known => ({ classes: [], verbs: [], people: [] }));

/** The class of the token at a position. */
function kindAt(tokens: readonly Token[], at: number): string {
  if (at < 0 || at >= tokens.length) return classOf(undefined);
  const { classes } = known(tokens);
  classes[at] ??= classOf(tokens[at]);
  return classes[at];
}

/** The lemma of the verb that governs a position: the nearest one to its left in the same clause. */
function verbBefore(tokens: readonly Token[], at: number): string {
  const { verbs } = known(tokens);
  verbs[at] ??= findVerb(tokens, at);
  return verbs[at];
}

/** Whether people are named shortly before a position: a change is about them. */
function peopleBefore(tokens: readonly Token[], at: number): string {
  const { people } = known(tokens);
  people[at] ??= findPeople(tokens, at);
  return people[at];
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
    const kind = kindAt(tokens, here);
    if (kind === 'people' || kind === 'ers' || kind === 'creatures') return at - here < 2 ? 'next' : 'near';
  }
  return 'none';
}

/**
 * Features of a token as the first of a part.
 * @param place the index of its sentence, at most 3
 */
export function startFeatures(tokens: readonly Token[], at: number, place: number, put: FeatureSink): void {
  const [w, t] = [word(tokens, at), tag(tokens, at)];
  const [w1, t1] = [word(tokens, at - 1), tag(tokens, at - 1)];
  const next = tag(tokens, at + 1);
  const verb = verbBefore(tokens, at);
  put('Sa', w);
  put('Sb', t);
  put('Sc', w1);
  put('Sd', t1, t);
  put('Se', w1, t, next);
  put('Sf', word(tokens, at - 2), w1);
  put('Sg', word(tokens, at + 1));
  put('Sh', t, next);
  put('Si', verb);
  put('Sj', verb, w1);
  put('Sk', tag(tokens, at - 2), t1, t);
  put('Sl', kindAt(tokens, at), w1);
  put('Sm', String(tokens[at]?.lemma));
  put('Sn', String(Math.min(at, 3)), t);
  put('So', w1, w);
  put('Sp', kindAt(tokens, at - 1), t);
  put('Sq', verb, t);
  put('Sr', peopleBefore(tokens, at), w1, t);
  put('Sz', String(place));
}

/** Features of a token as the last of a part. */
export function endFeatures(tokens: readonly Token[], at: number, put: FeatureSink): void {
  const [w, t] = [word(tokens, at), tag(tokens, at)];
  const [w1, t1] = [word(tokens, at + 1), tag(tokens, at + 1)];
  put('Ea', String(tokens[at]?.lemma));
  put('Eb', t);
  put('Ec', w1);
  put('Ed', t, t1);
  put('Ee', t, w1);
  put('Ef', w1, word(tokens, at + 2));
  put('Eg', w1, tag(tokens, at + 2));
  put('Eh', tag(tokens, at - 1), t, t1);
  put('Ei', kindAt(tokens, at), t1);
  put('Ej', w.slice(-3));
}

/** Features of a token inside a part, independent of the part's ends. */
export function insideFeatures(tokens: readonly Token[], at: number, put: FeatureSink): void {
  const [w, t] = [word(tokens, at), tag(tokens, at)];
  const t1 = tag(tokens, at - 1);
  put('Ia', String(tokens[at]?.lemma));
  put('Ib', t);
  put('Ic', kindAt(tokens, at));
  put('Id', w.slice(-3));
  put('Ie', t1, t);
  put('If', w, tag(tokens, at + 1));
  put('Ig', t1, w);
  put('Ih', verbBefore(tokens, at));
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
function edgeFeatures(tokens: readonly Token[], from: number, to: number, put: FeatureSink): void {
  const ends = edgeEnds(tokens, to);
  for (const [at, start] of edgeStarts(tokens, from).entries()) put(start, ends[at] as string);
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
export function sizeFeatures(tokens: readonly Token[], from: number, size: number, put: FeatureSink): void {
  put('Pa', String(size));
  put('Pi', String(size), tag(tokens, from));
}

/** Features of a part with a start token and a head. */
export function headFeatures(tokens: readonly Token[], from: number, head: number, put: FeatureSink): void {
  const kind = kindAt(tokens, head);
  const before = word(tokens, from - 1);
  const first = tag(tokens, from);
  put('Pc', kind, before);
  put('Pd', String(tokens[head]?.lemma));
  put('Pe', kind, first);
  put('Pf', kind, verbBefore(tokens, from));
  put('Pj', (tokens[head]?.lower ?? '').slice(-4));
  put('Pk', String(tokens[from]?.lemma), kind);
  put('Pl', first, peopleBefore(tokens, from));
  put('Pm', first, before, kind);
  put('Pn', String(tokens[from]?.lemma), String(tokens[head]?.lemma));
}

/** Features of a part from one token to before another, as a whole. */
export function partFeatures(tokens: readonly Token[], from: number, to: number, put: FeatureSink): void {
  edgeFeatures(tokens, from, to, put);
  sizeFeatures(tokens, from, sizeOf(to - from), put);
  headFeatures(tokens, from, headOf(tokens, from, to), put);
}
