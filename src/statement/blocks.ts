/**
 * Cuts Markdown into blocks that can be parsed separately.
 *
 * A keystroke should cost one paragraph, not the whole file, so the file is cut at blank lines without parsing it. Only
 * constructs that can contain a blank line are tracked: fenced code, some HTML, lists with their indented content and
 * the line that introduces them. When in doubt, two blocks stay one: a block that is too large costs time, one that is
 * too small would change the meaning. A block starts with its first line and includes the blank lines that follow it.
 */
export interface Cut {
  /** The blocks; concatenated they are the text. */
  readonly blocks: readonly string[];
  /** Whether `next` would continue the last block. */
  readonly open: boolean;
}

const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
const LIST_ITEM = /^[ \t>]*(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/;
const BLANK = /^[ \t]*$/;
/** A list item of a charter without Markdown: “a. Host the infrastructure.” */
const CLAUSE = /^[ \t>]*\(?(?:[a-zA-Z]|[ivx]+)[.)][ \t]/;
const LEADS = /[:：][*_"”’)]{0,4}[ \t]*$/;

/** HTML that may contain blank lines, and its end (CommonMark 0.31, section 4.6, kinds 1 to 5). */
const RAW_HTML: readonly (readonly [RegExp, RegExp])[] = [
  [/^ {0,3}<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<![a-z]/i, />/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
];

/** HTML that ends at a blank line and may follow any line (CommonMark 0.31, section 4.6, kind 6). */
const HTML_BLOCK =
  /^ {0,3}<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:[\s>]|\/>|$)/i;
/** HTML of any other name, alone on its line: kind 7, which cannot follow a line of a paragraph. */
const LONE_TAG = /^ {0,3}<\/?[a-z][^>]*>[ \t]*$/i;

/** The open constructs at the end of a line. */
interface State {
  fence: string;
  html: RegExp | undefined;
  list: boolean;
  /** After a line that ends with a colon: a list below belongs to it. */
  leads: boolean;
  /** Inside HTML up to the next blank line, where nothing else opens. `maybe` if only a full parse could tell. */
  tag: 'no' | 'yes' | 'maybe';
  /** Whether a line may or may not be a fence: from here on the block is not cut. */
  unclear: boolean;
}

function fresh(): State {
  return { fence: '', html: undefined, list: false, leads: false, tag: 'no', unclear: false };
}

function step(state: State, line: string, afterBlank: boolean): void {
  if (state.unclear) return;
  if (state.fence) {
    const closing = /^ {0,3}(`+|~+)[ \t]*$/.exec(line)?.[1];
    if (closing?.startsWith(state.fence)) state.fence = '';
    return;
  }
  if (state.html) {
    if (state.html.test(line)) state.html = undefined;
    return;
  }
  if (BLANK.test(line)) state.tag = 'no';
  else state.leads = LEADS.test(line) || (state.leads && CLAUSE.test(line));
  if (state.tag === 'yes') return;
  // Most lines have no tag.
  const tag = line.includes('<');
  for (const [start, end] of tag ? RAW_HTML : []) {
    const opening = start.exec(line);
    if (!opening) continue;
    if (!end.test(line.slice(opening[0].length))) open(state, { html: end });
    return;
  }
  const fence = FENCE.exec(line)?.[1];
  if (fence) open(state, { fence });
  else if (tag && HTML_BLOCK.test(line)) state.tag = 'yes';
  else if (tag && LONE_TAG.test(line)) state.tag = afterBlank ? 'yes' : 'maybe';
  else if (LIST_ITEM.test(line)) state.list = true;
}

function open(state: State, opened: Partial<State>): void {
  Object.assign(state, state.tag === 'maybe' ? { unclear: true } : opened);
}

function goesOn(state: State, line: string): boolean {
  return (
    state.unclear ||
    state.fence !== '' ||
    state.html !== undefined ||
    (state.list && /^[ \t]/.test(line)) ||
    (state.list && LIST_ITEM.test(line)) ||
    (state.leads && (LIST_ITEM.test(line) || CLAUSE.test(line)))
  );
}

/**
 * Cuts a text that starts at the beginning of a block.
 *
 * @param next the text that follows in the file, at least up to the first line that is not blank
 */
export function cutBlocks(text: string, next = ''): Cut {
  const blocks: string[] = [];
  const lines = /[^\r\n]*(?:\r\n|\r|\n|$)/y;
  let state = fresh();
  let start = 0;
  let afterBlank = true;
  for (let at = 0; at < text.length; at = lines.lastIndex) {
    lines.lastIndex = at;
    const line = (lines.exec(text)?.[0] ?? '').replace(/[\r\n]+$/, '');
    const blank = BLANK.test(line);
    if (!blank && afterBlank && !goesOn(state, line)) {
      if (at > start) blocks.push(text.slice(start, at));
      start = at;
      state = fresh();
    }
    step(state, line, afterBlank);
    afterBlank = blank;
  }
  if (start < text.length) blocks.push(text.slice(start));
  return { blocks, open: opensInto(state, text, next, afterBlank) };
}

function opensInto(state: State, text: string, next: string, afterBlank: boolean): boolean {
  if (next === '') return false;
  const following = /^[^\r\n]*/.exec(next)?.[0] ?? '';
  const endsLine = /[\r\n]$/.test(text);
  // A CR at the end and an LF at the start are one line ending.
  if (!endsLine || (text.endsWith('\r') && next.startsWith('\n'))) return text !== '';
  return BLANK.test(following) || !afterBlank || goesOn(state, following);
}
