import { PARTS } from '../../statement/anatomy';
import { PurposeDocument } from '../../statement/document';
import { detectLanguage } from '../../statement/language';
import { plainAnatomy } from '../../statement/plain-anatomy';

/** What we touch of a token of markdown-it, which VS Code's preview renders with. */
export interface PreviewToken {
  readonly type: string;
  content: string;
  readonly level: number;
  /** The lines of the source that it stands on, from 0, the end excluded. */
  readonly map: readonly [number, number] | null;
  children: PreviewToken[] | null;
}

/** What we touch of markdown-it's state: the source, the tokens of its blocks, and a way to make new ones. */
export interface PreviewState {
  readonly src: string;
  tokens: PreviewToken[];
  readonly Token: new (type: string, tag: string, nesting: number) => PreviewToken;
}

const BLANK = /\{\{[^{}\r\n]*\}\}/g;
const MARKER = /<!--\s*purpose:(begin|end)\b[^>]*-->/;

/**
 * Gives classes to what the preview of a Markdown file shows: in a purpose file who, what and change of the statement and
 * the blanks, in any file the copies of a statement. The style sheet that the manifest names colours them.
 */
export function markPreview(state: PreviewState, isPurpose: boolean): void {
  if (isPurpose) {
    const letters = lettersIn(state.tokens);
    markBlanks(letters);
    markParts(state.src, letters);
    for (const token of state.tokens) if (token.children) token.children = classed(token, letters, state);
  }
  if (state.src.includes('purpose:begin')) {
    state.tokens = withCopies(state.tokens, 'html_block', 'div', state);
    for (const token of state.tokens)
      if (token.children) token.children = withCopies(token.children, 'html_inline', 'span', state);
  }
}

/** A letter that the preview shows, and the classes that it gets. */
interface Letter {
  readonly letter: string;
  /** The token of its block, and the one in it that holds the letter; none for a line's end. */
  readonly block: PreviewToken;
  readonly token: PreviewToken | undefined;
  readonly classes: string[];
}

function lettersIn(tokens: readonly PreviewToken[]): Letter[] {
  return tokens.flatMap((block) => {
    const own = (block.children ?? []).flatMap((token) => {
      const isText = token.type === 'text' || token.type === 'code_inline';
      const shown = isText ? token.content : /break$/.test(token.type) ? ' ' : '';
      return [...shown.split('')].map((letter) => ({
        letter,
        block,
        token: isText ? token : undefined,
        classes: [],
      }));
    });
    return block.children ? [...own, { letter: '\n', block, token: undefined, classes: [] }] : [];
  });
}

function markBlanks(letters: readonly Letter[]): void {
  const text = letters.map(({ letter }) => letter).join('');
  for (const { 0: blank, index } of text.matchAll(BLANK))
    for (const { classes } of letters.slice(index, index + blank.length)) classes.push('purpose-blank');
}

/** Marks who, what and change where the preview shows the statement word for word; else nothing. */
function markParts(source: string, letters: readonly Letter[]): void {
  const { statement, frontMatter } = PurposeDocument.of(source);
  if (!statement || !detectLanguage(statement.plain, frontMatter.data.lang).english) return;
  const [first, last] = [statement.start.line - 1, statement.end.line - 1];
  const folded = foldedLetters(
    letters.filter(({ block: { map } }) => map && map[0] <= last && map[1] > first),
  );
  const at = folded
    .map(({ letter }) => letter)
    .join('')
    .indexOf(statement.plain);
  if (at < 0) return;
  const anatomy = plainAnatomy(statement.plain);
  for (const part of PARTS) {
    const found = anatomy[part];
    if (!found) continue;
    for (const { classes } of folded.slice(at + found.start, at + found.end)) classes.push(`purpose-${part}`);
  }
}

/** White space folded to single spaces, as a statement reads. */
function foldedLetters(letters: readonly Letter[]): readonly Letter[] {
  const folded: Letter[] = [];
  for (const one of letters) {
    if (!/\s/.test(one.letter)) folded.push(one);
    else if (folded.length > 0 && folded.at(-1)?.letter !== ' ') folded.push({ ...one, letter: ' ' });
  }
  return folded;
}

/** The tokens of a block, its texts cut where the classes change. */
function classed(block: PreviewToken, letters: readonly Letter[], { Token }: PreviewState): PreviewToken[] {
  return (block.children ?? []).flatMap((token) => {
    const own = letters.filter((one) => one.token === token);
    if (token.type !== 'text' || own.every(({ classes }) => classes.length === 0)) return [token];
    const cut: PreviewToken[] = [];
    const make = (type: string, content: string) => {
      const made = new Token(type, '', 0);
      made.content = content;
      cut.push(made);
    };
    for (let from = 0; from < own.length; ) {
      const names = own[from]?.classes.join(' ') ?? '';
      let to = from;
      while (to < own.length && own[to]?.classes.join(' ') === names) to++;
      const text = own
        .slice(from, to)
        .map(({ letter }) => letter)
        .join('');
      if (names !== '') make('html_inline', `<span class="${names}">`);
      make('text', text);
      if (names !== '') make('html_inline', '</span>');
      from = to;
    }
    return cut;
  });
}

/** Encloses what stands between the markers of a copy, where both are on one level. */
function withCopies(
  tokens: readonly PreviewToken[],
  type: string,
  tag: string,
  { Token }: PreviewState,
): PreviewToken[] {
  const html = (content: string): PreviewToken => Object.assign(new Token(type, '', 0), { content });
  const kindOf = (token: PreviewToken) => (token.type === type ? MARKER.exec(token.content)?.[1] : undefined);
  const out: PreviewToken[] = [];
  let until: PreviewToken | undefined;
  for (const [index, token] of tokens.entries()) {
    if (token === until) {
      out.push(html(`</${tag}>`));
      until = undefined;
    }
    out.push(token);
    if (until || kindOf(token) !== 'begin') continue;
    const next = tokens.slice(index + 1).find((one) => kindOf(one) !== undefined);
    if (!next || kindOf(next) !== 'end' || next.level !== token.level) continue;
    out.push(html(`<${tag} class="purpose-copy">`));
    until = next;
  }
  return out;
}
