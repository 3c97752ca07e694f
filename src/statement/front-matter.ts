import { type Document, isMap, isScalar, isSeq, LineCounter } from 'yaml';
import { frontMatterFences, looksUnfinished } from '../text/front-matter-fences';
import type { LineMap, Range, Span } from './position';
import type { FrontMatter, FrontMatterData, FrontMatterProblem } from './purpose-file';
import { joinQuotedLines } from './quoted-lines';
import { yamlErrorText } from './yaml-error';
import { parseYaml, yamlValue } from './yaml-value';

/** The keys that Purpose uses; all others belong to the writer and are never changed. */
const FRONT_MATTER_KEYS = ['kind', 'status', 'ratified', 'review', 'serves', 'lang', 'lint'] as const;
type Key = (typeof FRONT_MATTER_KEYS)[number];

/** The known statuses; a file may use others. */
export const STATUSES = ['draft', 'trying', 'ratified', 'worn', 'retired'] as const;
/** The known kinds; a file may use others. */
export const KINDS = ['individual', 'team', 'community', 'organisation', 'product'] as const;

const NOTHING: FrontMatter = { data: {}, problems: [], places: new Map() };

/**
 * Parses the front matter at the start of a file. Never throws: `problems` lists each error with its position, and the
 * readable keys are returned.
 */
export function readFrontMatter(lines: LineMap): FrontMatter {
  const { text } = lines;
  const fences = frontMatterFences(text);
  if (!fences) {
    // A first line of `---` may be a thematic break: it is an error only if `key: value` follows.
    if (!looksUnfinished(text)) return NOTHING;
    const start = text.startsWith('\uFEFF') ? 1 : 0;
    const message = 'The front matter has no closing line; add a line of `---` below its last key.';
    return { ...NOTHING, problems: [{ message, ...lines.range({ start, end: start + 3 }) }] };
  }
  const { format, start, body, end } = fences;
  const range = lines.range({ start, end });
  const source = text.slice(body.start, body.end);
  return format === 'yaml'
    ? new Reader(lines, body.start, source).read(range)
    : readToml(lines, body.start, source, range);
}

/** A key of TOML's top table with a text for its value. */
const TOML_KEY = /^[ \t]*([\w-]+)[ \t]*=[ \t]*("(?:[^"\\\r\n]|\\.)*"|'[^'\r\n]*')/gm;

/** Reads the known keys from TOML: only text values in its top table. */
function readToml(lines: LineMap, offset: number, toml: string, range: Range): FrontMatter {
  const data: Record<string, string> = {};
  const places = new Map<string, Range>();
  const top = /^[ \t]*\[/m.exec(toml)?.index ?? toml.length;
  for (const match of toml.slice(0, top).matchAll(TOML_KEY)) {
    const [all, name = '', value = ''] = match;
    if (!isKey(name) || name === 'lint' || name in data) continue;
    data[name] = value.slice(1, -1).replace(/\\(["\\])/g, '$1');
    const start = offset + match.index + all.length - value.length;
    places.set(name, lines.range({ start, end: start + value.length }));
  }
  return { data, problems: [], range, places };
}

function parseFrontMatter(yaml: string): Document {
  const parse = (text: string) => parseYaml(text, { lineCounter: new LineCounter(), prettyErrors: false });
  const strict = parse(yaml);
  if (strict.errors.length === 0) return strict;
  const lenient = parse(joinQuotedLines(yaml));
  return lenient.errors.length === 0 ? lenient : strict;
}

class Reader {
  readonly #problems: FrontMatterProblem[] = [];
  readonly #places = new Map<string, Range>();

  constructor(
    readonly lines: LineMap,
    readonly offset: number,
    readonly yaml: string,
  ) {}

  read(range: Range): FrontMatter {
    const document = parseFrontMatter(this.yaml);
    // Further errors are mostly consequences of the first.
    const [error] = document.errors;
    if (error) {
      const [start, end] = error.pos;
      const doubled = error.code === 'DUPLICATE_KEY' ? doubledKey(document.contents, start) : undefined;
      if (doubled) {
        const { name, first, second } = doubled;
        const related = [{ message: `\`${name}\` is here first.`, ...this.#range(first) }];
        this.#problem(`\`${name}\` appears twice: keep one of the two.`, second, related);
      } else {
        this.#problem(yamlErrorText(error), {
          start,
          end: Math.max(end, start + 1),
        });
      }
    }
    const data: Record<string, unknown> = {};
    if (isMap(document.contents)) {
      for (const { key, value } of document.contents.items) {
        const name = isScalar(key) ? String(key.value) : '';
        if (!isKey(name)) continue;
        const span = spanOfNode(value) ?? spanOfNode(key) ?? { start: 0, end: 1 };
        this.#places.set(name, this.#range(span));
        const plain = this.#value(document, name);
        if (plain !== undefined && plain !== null) this.#take(data, name, plain, span);
      }
    } else if (document.contents !== null && document.errors.length === 0) {
      this.#problem('Front matter is a list of `key: value` lines; this is something else.', {
        start: 0,
        end: this.yaml.trimEnd().length,
      });
    }
    return { data: data as FrontMatterData, problems: this.#problems, range, places: this.#places };
  }

  #value(document: Document, name: Key): unknown {
    const read = yamlValue(document);
    if ('value' in read) return (read.value as Record<string, unknown>)[name];
    if (this.#problems.length === 0) this.#problem(read.problem.message, read.problem);
    return undefined;
  }

  #take(data: Record<string, unknown>, name: Key, value: unknown, span: Span): void {
    if (name === 'lint') data[name] = value;
    else if (typeof value === 'string' || typeof value === 'number') data[name] = String(value);
    else if (this.#problems.length === 0)
      this.#problem(`\`${name}\` takes one line of text; write it as \`${name}: some words\`.`, span);
  }

  #problem(message: string, span: Span, related?: FrontMatterProblem['related']): void {
    this.#problems.push({ message, ...this.#range(span), ...(related && { related }) });
  }

  #range(span: Span): Range {
    const length = this.yaml.length;
    let start = Math.min(span.start, Math.max(0, length - 1));
    // An unclosed quote is reported at the line's end, where a mark could not be seen.
    while (start > 0 && /[\r\n]/.test(this.yaml.charAt(start))) start -= 1;
    const text = this.yaml.slice(start, Math.min(span.end, length)).replace(/[\r\n][\s\S]*$/, '');
    return this.lines.range({
      start: this.offset + start,
      end: this.offset + start + Math.max(text.length, 1),
    });
  }
}

function isKey(name: string): name is Key {
  return (FRONT_MATTER_KEYS as readonly string[]).includes(name);
}

/** The key at an offset together with the earlier one of the same name in the same map. */
function doubledKey(
  node: unknown,
  at: number,
): { readonly name: string; readonly first: Span; readonly second: Span } | undefined {
  if (isSeq(node)) return firstOf(node.items, (item) => doubledKey(item, at));
  if (!isMap(node)) return undefined;
  const keys = node.items.flatMap(({ key }) => {
    const span = isScalar(key) ? spanOfNode(key) : undefined;
    return span ? [{ name: String((key as { value: unknown }).value), span }] : [];
  });
  const second = keys.find(({ span }) => span.start === at);
  const first = second && keys.find(({ name }) => name === second.name);
  if (second && first && first !== second)
    return { name: second.name, first: first.span, second: second.span };
  return firstOf(node.items, ({ value }) => doubledKey(value, at));
}

function firstOf<Item, Found>(
  items: readonly Item[],
  look: (item: Item) => Found | undefined,
): Found | undefined {
  for (const item of items) {
    const found = look(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function spanOfNode(node: unknown): Span | undefined {
  const range = (node as { range?: readonly number[] } | null)?.range;
  const [start, end] = range ?? [];
  return start === undefined || end === undefined || end <= start ? undefined : { start, end };
}
