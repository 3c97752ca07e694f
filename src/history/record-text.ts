import { parse as parseYaml, stringify as stringifyYaml } from 'yaml';
import { basename } from '../files/paths';
import { errorMessage } from '../text/error-message';
import { isMapping } from '../text/is-mapping';
import { plainFields } from './plain-fields';
import {
  type EarlierWording,
  type HistoryRecord,
  RECORD_VERSION,
  type RecordContent,
  type UnreadableRecord,
} from './record';
import { givenAnswers, REVIEW_QUESTIONS } from './review-questions';

/** The field that names the last line of the file, so that a truncated file is recognised. */
const END = 'end';

/** Every field of the front matter, in the order of writing, with its type. */
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
  found: 'text',
  previous: 'text',
  pivot: 'text',
} as const satisfies Record<
  keyof Omit<RecordContent, 'statement' | 'note' | 'extra' | 'earlier' | 'answers'>,
  'text' | 'number'
>;
/** The field for the times of earlier wordings of an edit session; the wordings themselves are in the body. */
const EARLIER = 'earlier';

type Field = keyof typeof FIELDS;
type Known = { -readonly [K in Field]?: (typeof FIELDS)[K] extends 'text' ? string : number };

const FIELD_NAMES = Object.keys(FIELDS) as readonly Field[];

/** Text with LF line endings, as in records. */
export function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** A note as in a record: LF line endings, trimmed. */
export function tidyNote(note: string): string {
  return withLineFeeds(note).trim();
}

/**
 * The text of a record's file: YAML front matter, the statement as a block quote, the note, and for an edit session each
 * earlier wording as a block quote below a line with its time. There is always a quote, if only an empty one, so that a
 * note that begins with a quote is not read as the statement. The last line is a comment that the field `end` repeats.
 */
export function serializeRecord(record: RecordContent): string {
  const fields: Record<string, unknown> = {};
  for (const field of FIELD_NAMES) if (record[field] !== undefined) fields[field] = record[field];
  // Every value is on one line, so that none can inject a line into the front matter.
  const oneLine = {
    lineWidth: 0,
    blockQuote: false,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  };
  // The end of the id makes it different from any line of a note.
  const end = `<!-- end ${/\w*$/.exec(record.id)?.[0]} -->`;
  const earlier = record.earlier ?? [];
  if (earlier.length > 0) fields[EARLIER] = earlier.map(({ time }) => time);
  const yaml = stringifyYaml({ ...fields, ...record.answers, ...record.extra, [END]: end }, oneLine);
  const note = tidyNote(record.note);
  const parts = [
    quoteOf(record.statement),
    ...(note === '' ? [] : [note]),
    ...earlier.flatMap(({ time, statement }) => [earlierLine(time), quoteOf(statement)]),
    end,
  ];
  return `---\n${yaml}---\n\n${parts.join('\n\n')}\n`;
}

function quoteOf(statement: string): string {
  const lines = withLineFeeds(statement).split('\n');
  return lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n');
}

/** The line above an earlier wording. It has the time from the front matter, so that no note is mistaken for it. */
function earlierLine(time: string): string {
  return `Before that, at ${time}:`;
}

/** Parses the text of a record's file; returns a one-sentence problem if it cannot be read. */
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
    const written = lines.slice(1, end);
    data = plainFields(written) ?? parseYaml(written.join('\n'), { logLevel: 'error' });
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
    ...readBody(body, timesIn(data[EARLIER])),
    ...answersIn(data),
    ...unknownFields(data),
  };
}

/** Whether a file among the records could be read. */
export function isRecord(read: HistoryRecord | UnreadableRecord): read is HistoryRecord {
  return !('problem' in read);
}

function firstLine(error: unknown): string {
  return errorMessage(error).split('\n', 1)[0]?.replace(/:$/, '') ?? '';
}

function knownFields(data: Record<string, unknown>, path: string): Known & { id: string; author: string } {
  const known: Record<string, string | number> = {};
  for (const field of FIELD_NAMES) {
    const value = data[field];
    const isNumber = typeof value === 'number' && Number.isFinite(value);
    if (FIELDS[field] === 'number') {
      if (isNumber) known[field] = value;
    }
    // A name or an id that looks like a number may have lost its quotes in a manual edit.
    else if (typeof value === 'string' || isNumber) known[field] = String(value);
  }
  const { id, author, ...rest } = known as Known;
  return { ...rest, id: id ?? basename(path).replace(/\.md$/i, ''), author: author ?? '' };
}

function unknownFields(data: Record<string, unknown>): Pick<RecordContent, 'extra'> {
  const known = new Set<string>([...FIELD_NAMES, ...REVIEW_QUESTIONS, END, EARLIER]);
  const extra = Object.entries(data).filter(([field]) => !known.has(field));
  return extra.length > 0 ? { extra: Object.fromEntries(extra) } : {};
}

function answersIn(data: Record<string, unknown>): Pick<RecordContent, 'answers'> {
  const answers = givenAnswers(data);
  return answers ? { answers } : {};
}

function timesIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((time): time is string => typeof time === 'string') : [];
}

function readBody(
  lines: readonly string[],
  times: readonly string[],
): Pick<RecordContent, 'statement' | 'note' | 'earlier'> {
  let end = lines.length;
  const earlier: EarlierWording[] = [];
  // From the last to the first, because a note precedes them all.
  for (const time of times.toReversed()) {
    const at = lines.slice(0, end).findLastIndex((line) => line.trim() === earlierLine(time));
    if (at < 0) continue;
    earlier.unshift({ time, statement: readQuote(lines.slice(at + 1, end)).statement });
    end = at;
  }
  const { statement, rest } = readQuote(lines.slice(0, end));
  return { statement, note: rest.join('\n').trim(), ...(earlier.length > 0 && { earlier }) };
}

/** The block quote at the beginning of some lines, and the rest. */
function readQuote(lines: readonly string[]): { statement: string; rest: readonly string[] } {
  const start = Math.max(
    lines.findIndex((line) => line.trim() !== ''),
    0,
  );
  const length = lines.slice(start).findIndex((line) => !line.startsWith('>'));
  const end = length < 0 ? lines.length : start + length;
  const quote = lines.slice(start, end).map((line) => line.replace(/^> ?/, ''));
  return { statement: quote.join('\n'), rest: lines.slice(end) };
}
