import { fold } from '../statement/markdown';
import { parsePurpose } from '../statement/parse';

export { fold };

/** A statement in the two forms that history needs. */
export interface StatementText {
  /** What a reader sees: what is compared, counted and shown. */
  readonly plain: string;
  /** What is recorded and restored. */
  readonly markdown: string;
}

/** Finds the statement in the text of a purpose file. */
export type StatementOf = (text: string) => StatementText | undefined;

/** The statement of a purpose file's text. */
export const statementOf: StatementOf = (text) => parsePurpose(text).statement;

/** What a reader sees of a recorded statement. */
export function plainOf(markdown: string, find: StatementOf = statementOf): string {
  // Words and plain signs alone read as they are written; the rest is for the parser to say.
  if (!/[*_`~[\]<>&\\#|!:+=$^-]|^\s*\d+[.)]|\n\s/mu.test(markdown)) return fold(markdown);
  const quote = markdown.split('\n').map((line) => `> ${line}`);
  return fold(find(quote.join('\n'))?.plain ?? markdown);
}
