import { anatomy } from './anatomy';
import { cefr } from './cefr';
import { documents } from './documents';
import type { Measure } from './measure';
import { nounPhrases } from './noun-phrases';
import { puffery } from './puffery';
import { spans } from './statements-spans';
import { unlabelled } from './unlabelled';

/** All parts of the evaluation, in the order in which they are shown. */
export const measures: readonly Measure[] = [
  ...spans,
  anatomy,
  documents,
  puffery,
  nounPhrases,
  cefr,
  unlabelled,
];
