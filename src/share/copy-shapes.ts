import {
  escapeMarkdown,
  portableParagraphs,
  type SharedStatement,
  withoutComments,
} from './portable-markdown';

/** How a copy shows the statement. */
interface Shape {
  readonly label: string;
  /** Whether it can be within a line of other text. */
  readonly inline: boolean;
  /** @param source the purpose file as a link from the Markdown file */
  readonly lines: (statement: SharedStatement, source: string) => readonly string[];
}

export type CopyShape = 'quote' | 'sentence' | 'heading' | 'badge';

/** Every shape, by its name in markers, in the order of menus and help. */
export const COPY_SHAPES: Readonly<Record<CopyShape, Shape>> = {
  quote: {
    label: 'Quote',
    inline: false,
    lines: (statement) =>
      portableParagraphs(statement).flatMap((line, at) => (at === 0 ? [`> ${line}`] : ['>', `> ${line}`])),
  },
  sentence: {
    label: 'Sentence',
    inline: true,
    lines: (statement) => [portableParagraphs(statement).join(' ')],
  },
  heading: {
    label: 'Heading',
    inline: false,
    // A heading's trailing number signs are not rendered, but those of the statement must be.
    lines: (statement) => [
      `## ${portableParagraphs(statement)
        .join(' ')
        .replace(/(?<!\\)#(?=#*$)/, '\\#')}`,
    ],
  },
  badge: {
    label: 'Badge: one line with a link to the purpose',
    inline: true,
    lines: ({ plain }, source) => [
      `**Purpose:** [${withoutComments(escapeMarkdown(shorten(plain)))}](${linkTo(source)})`,
    ],
  },
};

export const COPY_SHAPE_NAMES = Object.keys(COPY_SHAPES) as readonly CopyShape[];

/** The shape of a marker without `as`. */
export const DEFAULT_SHAPE: CopyShape = 'quote';

/**
 * The statement in a shape: its lines, joined by a line ending, without a trailing one.
 * @param source the purpose file as a link from the Markdown file; only the badge shows it
 */
export function renderCopy(statement: SharedStatement, shape: CopyShape, source: string, eol = '\n'): string {
  return COPY_SHAPES[shape]
    .lines(statement, source)
    .map((line) => line.trimEnd())
    .join(eol);
}

/** The maximum length of a statement in a badge, in characters. */
const BADGE_LENGTH = 120;

function shorten(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= BADGE_LENGTH) return plain;
  const cut = plain.slice(0, BADGE_LENGTH).replace(/[\uD800-\uDBFF]$/, '');
  const words = cut.slice(0, cut.lastIndexOf(' ') > 0 ? cut.lastIndexOf(' ') : cut.length);
  return `${words.replace(/[\s,;:–—-]+$/, '')}…`;
}

/** A relative path as a link destination; characters that could end the link or an enclosing comment are encoded. */
function linkTo(path: string): string {
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
