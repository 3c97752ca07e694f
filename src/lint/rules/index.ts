import { retextAbsolute } from './absolute';
import { retextBuzzword } from './buzzword';
import { retextEquality } from './equality';
import { retextGenerality } from './generality';
import { retextHedge } from './hedge';
import { retextMissingChange } from './missing-change';
import { retextMissingWhat } from './missing-what';
import { retextMissingWho } from './missing-who';
import { ACCEPT, OWN_WORDS, READABILITY, STATEMENT_LENGTH } from './options';
import { retextPassive } from './passive';
import type { ProseRule } from './prose-rule';
import { retextReadable } from './readability';
import { retextRepeatedWords } from './repeated-words';
import { retextSimplify } from './simplify';
import { retextStatementLength } from './statement-length';
import { retextVagueDegree } from './vague-degree';
import { retextVagueQuantity } from './vague-quantity';

export type { Advice, ProseRule } from './prose-rule';

/** The rules on prose, in the order in which they are shown. */
export const proseRules: readonly ProseRule[] = [
  {
    id: 'vague-quantity',
    plugin: retextVagueQuantity,
    severity: 'info',
    scope: 'prose',
    title: 'Vague quantity',
    summary: 'many, various, a wide range of: how many is left open',
    options: OWN_WORDS,
  },
  {
    id: 'vague-degree',
    plugin: retextVagueDegree,
    severity: 'info',
    scope: 'prose',
    title: 'Vague degree',
    summary: 'praise and degree words with no yardstick: quality, excellent, effective',
    options: OWN_WORDS,
  },
  {
    id: 'buzzword',
    plugin: retextBuzzword,
    severity: 'info',
    scope: 'prose',
    title: 'Buzzword',
    summary: 'jargon, clichés and hype: innovative, empower, make a difference',
    options: OWN_WORDS,
  },
  {
    id: 'hedge',
    plugin: retextHedge,
    severity: 'info',
    scope: 'prose',
    title: 'Hedge',
    summary: 'trying instead of doing: strive to, seek to, committed to',
    options: OWN_WORDS,
  },
  {
    id: 'generality',
    plugin: retextGenerality,
    severity: 'info',
    scope: 'prose',
    title: 'Generality',
    summary: 'words so broad that they could be anyone or anything: stakeholders, needs, the community',
    options: OWN_WORDS,
  },
  {
    id: 'absolute',
    plugin: retextAbsolute,
    severity: 'info',
    scope: 'prose',
    title: 'Absolute',
    summary: 'claims without bounds: everyone, always, the world',
    options: OWN_WORDS,
  },
  {
    id: 'simplify',
    plugin: retextSimplify,
    severity: 'info',
    scope: 'prose',
    title: 'Simpler word',
    summary: 'long words and phrases that have a shorter everyday one: utilize, in order to',
    options: OWN_WORDS,
  },
  {
    id: 'passive',
    plugin: retextPassive,
    severity: 'off',
    scope: 'prose',
    title: 'Passive voice',
    summary: 'the passive voice, which leaves out who does it: is provided, were founded',
    options: ACCEPT,
  },
  {
    id: 'repeated-words',
    plugin: retextRepeatedWords,
    severity: 'info',
    scope: 'prose',
    title: 'Repeated word',
    summary: 'a word that stands twice in a row: the the',
    options: ACCEPT,
  },
  {
    id: 'equality',
    plugin: retextEquality,
    severity: 'info',
    scope: 'prose',
    title: 'Words for people',
    summary: 'words that leave people out or name them by one trait: chairman, the handicapped',
    options: OWN_WORDS,
  },
  {
    id: 'readability',
    plugin: retextReadable,
    severity: 'info',
    scope: 'prose',
    title: 'Readability',
    summary: 'sentences that are hard to read at sixteen, with their reading grade and hardest words',
    options: READABILITY,
  },
  {
    id: 'statement-length',
    plugin: retextStatementLength,
    severity: 'info',
    scope: 'statement',
    title: 'Statement length',
    summary: 'a statement of more than two sentences or 40 words',
    options: STATEMENT_LENGTH,
  },
  {
    id: 'missing-who',
    plugin: retextMissingWho,
    severity: 'info',
    scope: 'statement',
    title: 'Nobody named',
    summary: 'a statement that names nobody whom it is for',
  },
  {
    id: 'missing-what',
    plugin: retextMissingWhat,
    severity: 'info',
    scope: 'statement',
    title: 'No doing named',
    summary: 'a statement that does not say what is done',
  },
  {
    id: 'missing-change',
    plugin: retextMissingChange,
    severity: 'info',
    scope: 'statement',
    title: 'No change named',
    summary: 'a statement that does not say what changes for anyone',
  },
];
