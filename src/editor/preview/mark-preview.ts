import { PARTS, plainAnatomy } from '../../statement/anatomy';
import { PurposeDocument } from '../../statement/document';
import { detectLanguage } from '../../statement/language';
import { openBlanks } from '../../text/open-blanks';

/** The part that we use of a token of markdown-it, with which VS Code's preview renders. */
export interface PreviewToken {
  readonly type: string;
  readonly content: string;
  readonly level: number;
  /** The lines of its source, from 0, end exclusive. */
  readonly map: readonly [number, number] | null;
  readonly children: readonly PreviewToken[] | null;
}

const MARKER = /<!--\s*purpose:(begin|end)\b[^>]*-->/;

/**
 * Adds CSS classes to the preview of a Markdown file: in a purpose file for who, what and change of the statement and
 * for blanks, in any file for copies of a statement. The style sheet in the manifest colours them. It returns new
 * tokens, because VS Code caches the given ones.
 *
 * @param source the text of the tokens
 */
export function markPreview(
  tokens: readonly PreviewToken[],
  source: string,
  isPurpose: boolean,
): readonly PreviewToken[] {
  let marked: readonly PreviewToken[] = tokens;
  if (isPurpose) {
    const letters = lettersIn(tokens);
    markBlanks(letters);
    markParts(source, letters);
    marked = tokens.map((token) => withChildren(token, (children) => classed(children, letters)));
  }
  if (!source.includes('purpose:begin')) return marked;
  return withCopies(marked, 'html_block', 'div').map((token) =>
    withChildren(token, (children) => withCopies(children, 'html_inline', 'span')),
  );
}

function withChildren(
  token: PreviewToken,
  change: (children: readonly PreviewToken[]) => PreviewToken[],
): PreviewToken {
  const { children } = token;
  return children ? Object.assign(copyOf(token), { children: change(children) }) : token;
}

function copyOf(token: PreviewToken): PreviewToken {
  return Object.assign(Object.create(Object.getPrototypeOf(token)), token);
}

/** A new token, created with another token's constructor, because markdown-it does not export its class. */
function newToken(like: PreviewToken, type: string, content: string): PreviewToken {
  return Object.assign(copyOf(like), { type, tag: '', nesting: 0, attrs: null, children: null, content });
}

/** A rendered character, and its CSS classes. */
interface Letter {
  readonly letter: string;
  /** The token of its block, and the inline token that contains it; undefined for a line break. */
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
  for (const { start, end } of openBlanks(text))
    for (const { classes } of letters.slice(start, end)) classes.push('purpose-blank');
}

/** Marks who, what and change if the preview shows the statement word for word; otherwise nothing. */
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

/** White space folded to single spaces, as in a statement's plain text. */
function foldedLetters(letters: readonly Letter[]): readonly Letter[] {
  const folded: Letter[] = [];
  for (const one of letters) {
    if (!/\s/.test(one.letter)) folded.push(one);
    else if (folded.length > 0 && folded.at(-1)?.letter !== ' ') folded.push({ ...one, letter: ' ' });
  }
  return folded;
}

/** The tokens of a block, with texts split where the classes change. */
function classed(children: readonly PreviewToken[], letters: readonly Letter[]): PreviewToken[] {
  return children.flatMap((token) => {
    const own = letters.filter((one) => one.token === token);
    if (token.type !== 'text' || own.every(({ classes }) => classes.length === 0)) return [token];
    const cut: PreviewToken[] = [];
    for (let from = 0; from < own.length; ) {
      const names = own[from]?.classes.join(' ') ?? '';
      let to = from;
      while (to < own.length && own[to]?.classes.join(' ') === names) to++;
      const text = own
        .slice(from, to)
        .map(({ letter }) => letter)
        .join('');
      if (names !== '') cut.push(newToken(token, 'html_inline', `<span class="${names}">`));
      cut.push(newToken(token, 'text', text));
      if (names !== '') cut.push(newToken(token, 'html_inline', '</span>'));
      from = to;
    }
    return cut;
  });
}

/** Wraps the content between the markers of a copy in an element, if both markers are on the same level. */
function withCopies(tokens: readonly PreviewToken[], type: string, tag: string): PreviewToken[] {
  const kindOf = (token: PreviewToken) => (token.type === type ? MARKER.exec(token.content)?.[1] : undefined);
  const out: PreviewToken[] = [];
  let until: PreviewToken | undefined;
  for (const [index, token] of tokens.entries()) {
    if (token === until) {
      out.push(newToken(token, type, `</${tag}>`));
      until = undefined;
    }
    out.push(token);
    if (until || kindOf(token) !== 'begin') continue;
    const next = tokens.slice(index + 1).find((one) => kindOf(one) !== undefined);
    if (!next || kindOf(next) !== 'end' || next.level !== token.level) continue;
    out.push(newToken(token, type, `<${tag} class="purpose-copy">`));
    until = next;
  }
  return out;
}
