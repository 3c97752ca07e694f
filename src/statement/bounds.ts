import type { gfmTable } from 'micromark-extension-gfm-table';

type Extension = ReturnType<typeof gfmTable>;
type Construct = Exclude<NonNullable<Extension['flow']>['null'], undefined | readonly unknown[]>;

/**
 * Maximum number of characters of a kind in one paragraph, heading or cell. micromark's matching is quadratic or cubic
 * in their number: 80 KB of `**a` take it seven seconds, of `[a](` twenty-five.
 */
const MAX_BRACKETS = 2000;
const MAX_STARS = 1000;
/** Maximum number of markup characters in a block of ordinary length: each costs time even without a match. */
const MAX_MARKS = 10_000;
/**
 * Maximum number of backtick runs of different lengths, and of unclosed HTML openings: each is searched for to the end.
 */
const MAX_UNCLOSED = 32;

/** The code of `[`. */
const BRACKET = 91;

/** A block that would take too long to parse. */
export class TooIntricate extends RangeError {}

/** A micromark extension that aborts while tokenising, before the slow matching. Valid for one parse. */
export function bounds(): Extension {
  let marks = 0;
  const counting = (most: number, what: string): ((of: object) => void) => {
    const counts = new WeakMap<object, number>();
    return (paragraph) => {
      const count = (counts.get(paragraph) ?? 0) + 1;
      counts.set(paragraph, count);
      if (count > most) throw new TooIntricate(`it has more than ${most} ${what} in one paragraph`);
      countMark();
    };
  };
  const countMark = (): void => {
    if (++marks > MAX_MARKS)
      throw new TooIntricate(`it has more than ${MAX_MARKS} stars, brackets and other marks`);
  };
  const on = (count: (of: object) => void): Construct => ({
    name: 'bound',
    tokenize(_effects, _ok, nok) {
      count(this);
      return nok;
    },
  });
  const brackets = counting(MAX_BRACKETS, 'square brackets');
  const stars = counting(MAX_STARS, 'runs of stars or underscores');
  // micromark consumes `![` in one step, so its bracket needs a lookahead.
  const image: Construct = {
    name: 'bound',
    tokenize(effects, _ok, nok) {
      return (mark) => {
        effects.consume(mark);
        return (next) => {
          if (next === BRACKET) brackets(this);
          return nok(next);
        };
      };
    },
  };
  const mark = on(countMark);
  return {
    text: {
      33: image, // !
      38: mark, // &
      42: on(stars), // *
      60: mark, // <
      [BRACKET]: on(brackets),
      92: mark, // backslash
      93: on(brackets), // ]
      95: on(stars), // _
      96: mark, // `
    },
  };
}

/** Openings of HTML that only their own closing ends (CommonMark 0.31, section 6.6). */
const RAW_HTML = /<(!--|\?|!\[CDATA\[|![A-Za-z])|(-->)|(\?>)|(\]\]>)|(>)/g;

/**
 * Checks for openings whose end micromark would search for repeatedly through the rest of a block.
 * @throws {TooIntricate}
 */
export function refuseUnclosed(text: string): void {
  if (text.includes('``')) {
    const lengths = new Set<number>();
    for (const [run] of text.matchAll(/`+/g)) lengths.add(run.length);
    if (lengths.size > MAX_UNCLOSED)
      throw new TooIntricate(`it has backticks in runs of more than ${MAX_UNCLOSED} lengths`);
  }
  if (!text.includes('<!') && !text.includes('<?')) return;
  const open = { comment: 0, instruction: 0, data: 0, declaration: 0 };
  for (const [, opening, comment, instruction, data, declaration] of text.matchAll(RAW_HTML)) {
    if (opening === '!--') open.comment++;
    else if (opening === '?') open.instruction++;
    else if (opening === '![CDATA[') open.data++;
    else if (opening) open.declaration++;
    if (comment) open.comment = 0;
    if (instruction) open.instruction = 0;
    if (data) open.data = 0;
    if (comment || instruction || data || declaration) open.declaration = 0;
    if (Math.max(...Object.values(open)) > MAX_UNCLOSED)
      throw new TooIntricate(`it has more than ${MAX_UNCLOSED} pieces of HTML that nothing closes`);
  }
}
