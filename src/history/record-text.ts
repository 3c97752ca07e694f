import { parse as parseYaml, stringify as stringifyYaml } from 'yaml';
import { basename } from '../files/paths';
import { type HistoryRecord, RECORD_VERSION, type RecordContent, type UnreadableRecord } from './record';

/** Names the last line of the file, so that a file that was cut off is told from a whole one. */
const END = 'end';

/** Every field of the front matter, in the order in which they are written, and what it holds. */
const FIELDS = {
  version: 'number',
  id: 'text',
  time: 'text',
  author: 'text',
  type: 'text',
  change: 'text',
  grade: 'number',
  vague: 'number',
  words: 'number',
  fit: 'text',
  phrase: 'text',
  about: 'text',
  since: 'text',
  previous: 'text',
  pivot: 'text',
} as const satisfies Record<keyof Omit<RecordContent, 'statement' | 'note' | 'extra'>, 'text' | 'number'>;

type Field = keyof typeof FIELDS;
type Known = { -readonly [K in Field]?: (typeof FIELDS)[K] extends 'text' ? string : number };

const FIELD_NAMES = Object.keys(FIELDS) as readonly Field[];

/** Text with lines ending in LF, as records keep it. */
export function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** A note as a record keeps it: lines ending in LF, nothing blank around it. */
export function tidyNote(note: string): string {
  return withLineFeeds(note).trim();
}

/**
 * The text of a record's file: YAML front matter, the statement as a block quote, the note.
 * There is always a quote, an empty one where there is no statement, so that a note that begins with a quote
 * of its own is never taken for the statement. The last line is a comment that the field `end` repeats.
 */
export function serializeRecord(record: RecordContent): string {
  const fields: Record<string, unknown> = {};
  for (const field of FIELD_NAMES) if (record[field] !== undefined) fields[field] = record[field];
  // Every value on one line: none can put a line of its own making between the fences.
  const oneLine = {
    lineWidth: 0,
    blockQuote: false,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  };
  // The end of the id makes it unlike any line of a note.
  const end = `<!-- end ${/\w*$/.exec(record.id)?.[0]} -->`;
  const yaml = stringifyYaml({ ...fields, ...record.extra, [END]: end }, oneLine);
  const quote = withLineFeeds(record.statement)
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`));
  const note = tidyNote(record.note);
  return `---\n${yaml}---\n\n${quote.join('\n')}\n${note === '' ? '' : `\n${note}\n`}\n${end}\n`;
}

/** Reads the text of a record's file; tells in one sentence what is wrong where it cannot be read. */
export function parseRecord(path: string, text: string): HistoryRecord | UnreadableRecord {
  const unreadable = (what: string): UnreadableRecord => ({
    path,
    problem: `${path}: this history record cannot be read (${what}); it is left as it is.`,
  });
  const lines = withLineFeeds(text.replace(/^\uFEFF/, '')).split('\n');
  if (text.trim() === '') return unreadable('it is empty: a write was interrupted');
  if (lines[0]?.trimEnd() !== '---') return unreadable('no front matter at its beginning');
  const end = lines.findIndex((line, at) => at > 0 && line.trimEnd() === '---');
  if (end < 0) return unreadable('its front matter does not end');
  let data: unknown;
  try {
    data = parseYaml(lines.slice(1, end).join('\n'), { logLevel: 'error' });
  } catch (error) {
    return unreadable(firstLine(error));
  }
  if (!isMapping(data)) return unreadable('its front matter holds no fields');
  const version = data.version ?? RECORD_VERSION;
  const later = typeof version === 'number' && version > RECORD_VERSION;
  const wrong = (what: string) => unreadable(later ? `version ${version}, written by a newer Purpose` : what);
  if (typeof version !== 'number') return wrong('its version is not a number');
  const time = typeof data.time === 'string' ? new Date(data.time) : undefined;
  if (!time || Number.isNaN(time.getTime())) return wrong('it has no valid time');
  if (typeof data.type !== 'string' || data.type === '') return wrong('it has no type');
  const body = lines.slice(end + 1);
  if (typeof data[END] === 'string') {
    const last = body.findLastIndex((line) => line.trim() === data[END]);
    if (last < 0) return wrong(`it was cut off: its last line "${data[END]}" is missing`);
    body.splice(last, 1);
  }
  return {
    path,
    ...knownFields(data, path),
    version,
    time: time.toISOString(),
    type: data.type,
    ...readBody(body),
    ...unknownFields(data),
  };
}

/** Whether a file among the records could be read. */
export function isRecord(read: HistoryRecord | UnreadableRecord): read is HistoryRecord {
  return !('problem' in read);
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]?.replace(/:$/, '') ?? '';
}

function knownFields(data: Record<string, unknown>, path: string): Known & { id: string; author: string } {
  const known: Record<string, string | number> = {};
  for (const field of FIELD_NAMES) {
    const value = data[field];
    const isNumber = typeof value === 'number' && Number.isFinite(value);
    if (FIELDS[field] === 'number') {
      if (isNumber) known[field] = value;
    }
    // A name or an id that looks like a number has lost its quotes in somebody's hands.
    else if (typeof value === 'string' || isNumber) known[field] = String(value);
  }
  const { id, author, ...rest } = known as Known;
  return { ...rest, id: id ?? basename(path).replace(/\.md$/i, ''), author: author ?? '' };
}

function unknownFields(data: Record<string, unknown>): Pick<RecordContent, 'extra'> {
  const extra = Object.entries(data).filter(([field]) => field !== END && !Object.hasOwn(FIELDS, field));
  return extra.length > 0 ? { extra: Object.fromEntries(extra) } : {};
}

function readBody(lines: readonly string[]): Pick<RecordContent, 'statement' | 'note'> {
  const start = lines.findIndex((line) => line.trim() !== '');
  const quote: string[] = [];
  let at = Math.max(start, 0);
  for (; lines[at]?.startsWith('>'); at++) quote.push(lines[at]?.replace(/^> ?/, '') ?? '');
  return { statement: quote.join('\n'), note: lines.slice(at).join('\n').trim() };
}
