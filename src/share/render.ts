import type { CopyShape } from './copies';
import {
  escapeMarkdown,
  portableParagraphs,
  type SharedStatement,
  withoutComments,
} from './portable-markdown';

export interface RenderOptions {
  readonly shape: CopyShape;
  /** The line ending to write; default LF. */
  readonly eol?: string;
  /** The prefix of every line. */
  readonly indent?: string;
  /** The purpose file as a link from the Markdown file; only the badge shows it. */
  readonly source: string;
}

/** The maximum length of a statement in a badge, in characters. */
const BADGE_LENGTH = 120;

/** The statement in a shape: its lines, including indentation, joined by the line ending, without a trailing one. */
export function renderCopy(statement: SharedStatement, options: RenderOptions): string {
  const { eol = '\n', indent = '' } = options;
  return linesOf(statement, options)
    .map((line) => (indent + line).trimEnd())
    .join(eol);
}

function linesOf(statement: SharedStatement, { shape, source }: RenderOptions): string[] {
  const paragraphs = portableParagraphs(statement);
  switch (shape) {
    case 'quote':
      return paragraphs.flatMap((line, at) => (at === 0 ? [`> ${line}`] : ['>', `> ${line}`]));
    case 'sentence':
      return [paragraphs.join(' ')];
    case 'heading':
      // A heading's trailing number signs are not rendered, but those of the statement must be.
      return [`## ${paragraphs.join(' ').replace(/(?<!\\)#(?=#*$)/, '\\#')}`];
    case 'badge':
      return [
        `**Purpose:** [${withoutComments(escapeMarkdown(shorten(statement.plain)))}](${linkTo(source)})`,
      ];
  }
}

function shorten(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= BADGE_LENGTH) return plain;
  const cut = plain.slice(0, BADGE_LENGTH).replace(/[\uD800-\uDBFF]$/, '');
  const words = cut.slice(0, cut.lastIndexOf(' ') > 0 ? cut.lastIndexOf(' ') : cut.length);
  return `${words.replace(/[\s,;:–—-]+$/, '')}…`;
}

/** A relative path as a link destination; characters that could end the link or an enclosing comment are encoded. */
export function linkTo(path: string): string {
  return path
    .split('/')
    .map((part) =>
      encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(
        /[()'*!]/g,
        (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
      ),
    )
    .join('/');
}
