import { type Document, isMap, isScalar, isSeq, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import { parseYaml, yamlValue } from '../statement/yaml-value';
import { lineEnding } from '../text/line-ending';
import type { TextEdit } from '../text/text-edit';
import { applyEdits } from '../text/text-edit';

/** A change of YAML or JSON settings: sets the value of a key, or appends it to the list there. */
export interface SettingChange {
  readonly path: readonly (string | number)[];
  readonly set?: string;
  readonly add?: string;
}

/**
 * The one edit that makes a change and preserves comments, order and layout of everything else; JSON stays JSON.
 * `undefined` if the text cannot be read, or if the edit would change anything else.
 */
export function editYaml(text: string, change: SettingChange, json: boolean): TextEdit | undefined {
  try {
    return findEdit(text, change, json);
  } catch {
    // The library throws for some changes, for example of a document that it can parse but not print.
    return undefined;
  }
}

function findEdit(text: string, change: SettingChange, json: boolean): TextEdit | undefined {
  const document = parseYaml(text);
  if (document.errors.length > 0 || 'problem' in yamlValue(document)) return undefined;
  const expected = parseYaml(text);
  applyTo(expected, change);
  const edit = smallEdit(text, document, change, json);
  if (edit && same(parseYaml(applyEdits(text, [edit])), expected)) return edit;
  if (json) return undefined;
  // A rare shape: let the library print it, although in its own layout.
  return { offset: 0, length: text.length, text: expected.toString({ lineWidth: 0 }) };
}

function applyTo(document: Document, { path, set, add }: SettingChange): void {
  if (set !== undefined) document.setIn(path, set);
  if (add === undefined) return;
  const before = document.toJS() as unknown;
  const old = path.reduce<unknown>(
    (at, key) => (at as Record<string | number, unknown> | null)?.[key],
    before,
  );
  document.setIn(path, [...(Array.isArray(old) ? old : old === undefined || old === null ? [] : [old]), add]);
}

function same(document: Document, expected: Document): boolean {
  if (document.errors.length > 0) return false;
  const [one, other] = [yamlValue(document), yamlValue(expected)];
  return 'value' in one && 'value' in other && JSON.stringify(one.value) === JSON.stringify(other.value);
}

function smallEdit(
  text: string,
  document: Document,
  change: SettingChange,
  json: boolean,
): TextEdit | undefined {
  const write = new Writer(text, json);
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null)) {
    return write.end(change);
  }
  let at: unknown = document.contents;
  for (const [depth, key] of change.path.entries()) {
    if (isSeq(at) && typeof key === 'number') {
      at = at.items[key];
      continue;
    }
    if (!isMap(at)) return undefined;
    const pair = at.items.find((item) => isScalar(item.key) && item.key.value === key);
    if (!pair) return write.intoMap(at, { ...change, path: change.path.slice(depth) });
    if (pair.value === null || (isScalar(pair.value) && pair.value.value === null && !pair.value.source)) {
      return write.below(pair.key as Node, { ...change, path: change.path.slice(depth + 1) });
    }
    at = pair.value;
  }
  if (change.add !== undefined) {
    if (isSeq(at)) return write.intoSeq(at, change.add);
    return isScalar(at)
      ? write.over(at, (old) => `[${old}, ${write.value(change.add as string)}]`)
      : undefined;
  }
  return isScalar(at) ? write.over(at, () => write.value(change.set as string)) : undefined;
}

/** Writes values in the style of the surrounding text. */
class Writer {
  readonly #eol: string;

  constructor(
    readonly text: string,
    readonly json: boolean,
  ) {
    this.#eol = lineEnding(text);
  }

  value(text: string): string {
    if (this.json) return JSON.stringify(text);
    return /^[\p{L}](?:[\p{L}\p{N} _./-]*[\p{L}\p{N}])?$/u.test(text) &&
      !/^(?:true|false|null|yes|no|on|y|n)$/i.test(text.trim())
      ? text
      : JSON.stringify(text);
  }

  /** At the end of a text that has only comments, or nothing. */
  end(change: SettingChange): TextEdit {
    const { text } = this;
    const gap = text === '' || /[\r\n]$/.test(text) ? '' : this.#eol;
    const block = this.json ? `{ ${this.#flow(change)} }` : this.#block(change, '').join(this.#eol);
    return insert(text.length, `${gap}${block}${this.#eol}`);
  }

  intoMap(map: YAMLMap, change: SettingChange): TextEdit | undefined {
    const last = map.items.at(-1);
    if (map.flow)
      return this.#intoFlow(
        map,
        last && ((last.value ?? last.key) as Node),
        last?.key as Node,
        this.#flow(change),
      );
    const first = map.items[0]?.key as Node | undefined;
    if (!first || !last) return undefined;
    const indent = this.#lineBefore(startOf(first));
    if (/\S/.test(indent)) return undefined;
    const at = this.#lineEnd(endOf((last.value ?? last.key) as Node));
    return insert(at, this.#lines(this.#block(change, indent)));
  }

  intoSeq(seq: YAMLSeq, word: string): TextEdit | undefined {
    const last = seq.items.at(-1) as Node | undefined;
    if (seq.flow) return this.#intoFlow(seq, last, last, this.value(word));
    const mark = last && /^[ \t]*-[ \t]+$/.exec(this.#lineBefore(startOf(last)))?.[0];
    return mark && last
      ? insert(this.#lineEnd(endOf(last)), this.#lines([`${mark}${this.value(word)}`]))
      : undefined;
  }

  /** Below a key that has no value yet. */
  below(key: Node, change: SettingChange): TextEdit | undefined {
    const before = this.#lineBefore(startOf(key));
    const colon = this.text.indexOf(':', endOf(key));
    if (this.json || /\S/.test(before) || colon < 0) return undefined;
    if (change.path.length === 0 && change.set !== undefined)
      return insert(colon + 1, ` ${this.value(change.set)}`);
    return insert(this.#lineEnd(colon), this.#lines(this.#block(change, `${before}  `)));
  }

  over(node: Node, replace: (old: string) => string): TextEdit {
    const [start, end] = [startOf(node), endOf(node)];
    return { offset: start, length: end - start, text: replace(this.text.slice(start, end)) };
  }

  #intoFlow(node: Node, last: Node | undefined, column: Node | undefined, value: string): TextEdit {
    if (!last || !column) return insert(startOf(node) + 1, this.json && isMap(node) ? ` ${value} ` : value);
    const before = this.#lineBefore(startOf(column));
    // Keep one entry per line.
    const gap = /^[ \t]*$/.test(before) && startOf(column) > startOf(node) ? this.#eol + before : ' ';
    return insert(endOf(last), `,${gap}${value}`);
  }

  #flow({ path: [first = '', ...rest], set, add }: SettingChange): string {
    const key = String(first);
    if (rest.length > 0) {
      const inner = this.#flow({
        path: rest,
        ...(set === undefined ? {} : { set }),
        ...(add === undefined ? {} : { add }),
      });
      return `${this.value(key)}: { ${inner} }`;
    }
    return `${this.value(key)}: ${set === undefined ? `[${this.value(add ?? '')}]` : this.value(set)}`;
  }

  #block({ path, set, add }: SettingChange, indent: string): string[] {
    const lines: string[] = [];
    path.forEach((key, depth) => {
      const last = depth === path.length - 1 && set !== undefined ? ` ${this.value(set)}` : '';
      lines.push(`${indent}${'  '.repeat(depth)}${key}:${last}`);
    });
    if (add !== undefined) lines.push(`${indent}${'  '.repeat(path.length)}- ${this.value(add)}`);
    return lines;
  }

  #lines(lines: readonly string[]): string {
    return this.#eol + lines.join(this.#eol);
  }

  #lineBefore(offset: number): string {
    return /[^\r\n]*$/.exec(this.text.slice(0, offset))?.[0] ?? '';
  }

  #lineEnd(offset: number): number {
    // A block scalar ends with its line, so the next value starts on a new one.
    const at = /[\r\n]$/.test(this.text.slice(0, offset))
      ? offset - (this.text.slice(0, offset).endsWith('\r\n') ? 2 : 1)
      : offset;
    return at + (/^[^\r\n]*/.exec(this.text.slice(at))?.[0].length ?? 0);
  }
}

function insert(offset: number, text: string): TextEdit {
  return { offset, length: 0, text };
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

function endOf(node: Node): number {
  return node.range?.[1] ?? 0;
}
