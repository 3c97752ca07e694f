import { isMap, isScalar, isSeq, LineCounter, type YAMLMap } from 'yaml';
import { basename } from '../files/paths';
import { yamlErrorText } from '../statement/yaml-error';
import { parseYaml } from '../statement/yaml-value';
import { frontMatterFences } from '../text/front-matter-fences';
import { blankNames, blanksOf } from './blanks';
import { plainQuestion, type Template, type TemplateProblem, type TemplateQuestion } from './template';

interface ParsedTemplate {
  /** `undefined` only if the file has no text for a purpose file. */
  readonly template?: Template;
  readonly problems: readonly TemplateProblem[];
}

const TEXT_KEYS = ['id', 'title', 'for', 'when', 'setting', 'source'] as const;
const QUESTION_KEYS = ['blank', 'ask', 'hint', 'follow', 'example'] as const;

type TextKey = (typeof TEXT_KEYS)[number];
type Report = (message: string, line: number) => void;

/**
 * Parses a template: front matter that describes it, then the purpose file with its `{{blanks}}`, which may have its
 * own front matter.
 *
 * An incomplete file is still a template: missing fields are derived from the file's name and its blanks, and reported
 * in `problems`. A file without any describing key is the purpose file itself. Never throws.
 *
 * @param origin the file's path; its name is the default id
 */
export function parseTemplate(markdown: string, origin: string): ParsedTemplate {
  const text = markdown.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const problems: TemplateProblem[] = [];
  const report: Report = (message, line) => problems.push({ origin, line, message });

  const fences = frontMatterFences(text);
  const described =
    fences?.format === 'yaml'
      ? readDescription(text.slice(fences.body.start, fences.body.end), report)
      : undefined;
  const rest = described ? text.slice(fences?.end) : text;
  const body = `${rest.replace(/^(?:[ \t]*\n)+/, '').trimEnd()}\n`;
  const bodyLine = text.slice(0, text.length - rest.replace(/^(?:[ \t]*\n)+/, '').length).split('\n').length;
  if (body.trim() === '') {
    report('There is no text to start from: write the purpose file with its {{blanks}} below.', bodyLine);
    return { problems };
  }
  checkBlanksOutsideFrontMatter(body, bodyLine, report);

  const id = idOf(described?.values.id, described?.lines.id, origin, report);
  const title = described?.values.title ?? headingOf(body) ?? id;
  if (described && described.values.title === undefined) report('It has no title: add “title: …”.', 1);
  const questions = matched(described?.questions ?? [], body, report);
  const { for: audience = '', when = '', setting = '', source = '' } = described?.values ?? {};
  return { template: { id, title, audience, when, setting, source, questions, body, origin }, problems };
}

interface Description {
  readonly values: Partial<Record<TextKey, string>>;
  readonly lines: Partial<Record<TextKey, number>>;
  readonly questions: readonly (TemplateQuestion & { readonly line: number })[];
}

/** `undefined` if it has no describing key: then it is the purpose file's own front matter. */
function readDescription(yaml: string, report: Report): Description | undefined {
  const counter = new LineCounter();
  const document = parseYaml(yaml, { lineCounter: counter, logLevel: 'silent', version: '1.2' });
  const lineOf = (node: unknown): number => {
    const range = (node as { range?: readonly number[] } | null | undefined)?.range;
    return counter.linePos(range?.[0] ?? 0).line + 1;
  };
  const map = document.contents;
  const known: readonly string[] = [...TEXT_KEYS, 'questions'];
  if (!isMap(map) || !map.items.some((pair) => known.includes(String(pair.key)))) return undefined;
  for (const error of document.errors) {
    report(yamlErrorText(error), counter.linePos(error.pos[0]).line + 1);
  }

  const values: Partial<Record<TextKey, string>> = {};
  const lines: Partial<Record<TextKey, number>> = {};
  let questions: Description['questions'] = [];
  for (const pair of map.items) {
    const key = String(pair.key);
    const line = lineOf(pair.key);
    if (key === 'questions') questions = readQuestions(pair.value, line, lineOf, report);
    else if (!known.includes(key)) {
      report(`“${key}” is not known here: a template has ${known.join(', ')}.`, line);
    } else {
      const value = textOf(pair.value);
      if (value === undefined) report(`“${key}” should be text.`, line);
      else values[key as TextKey] = value;
      lines[key as TextKey] = line;
    }
  }
  return { values, lines, questions };
}

/** The trimmed text of a scalar; `undefined` for an empty one and for anything else. */
function textOf(node: unknown): string | undefined {
  if (!isScalar(node) || node.value === null) return undefined;
  return String(node.source ?? node.value).trim() || undefined;
}

function readQuestions(
  node: unknown,
  line: number,
  lineOf: (node: unknown) => number,
  report: Report,
): Description['questions'] {
  if (isScalar(node) && node.value === null) return [];
  if (!isSeq(node)) {
    report('“questions” should be a list, each with “blank” and “ask”.', line);
    return [];
  }
  return node.items.flatMap((item) => {
    const at = lineOf(item);
    const entry = isMap(item) ? readQuestion(item, at, lineOf, report) : undefined;
    if (!entry?.blank) {
      report('This question names no blank: add “blank: …”.', at);
      return [];
    }
    const { blank, ask, hint = '', follow = '', example = '' } = entry;
    if (!ask) report(`The question for {{${blank}}} has no words: add “ask: …”.`, at);
    return [{ blank, ask: ask ?? plainQuestion(blank).ask, hint, follow, example, line: at }];
  });
}

function readQuestion(
  item: YAMLMap,
  line: number,
  lineOf: (node: unknown) => number,
  report: Report,
): Partial<Record<(typeof QUESTION_KEYS)[number], string>> {
  const entry: Partial<Record<(typeof QUESTION_KEYS)[number], string>> = {};
  for (const pair of item.items) {
    const key = QUESTION_KEYS.find((known) => known === String(pair.key));
    const value = textOf(pair.value);
    if (!key)
      report(
        `“${String(pair.key)}” is not known here: a question has ${QUESTION_KEYS.join(', ')}.`,
        lineOf(pair.key),
      );
    else if (value !== undefined) entry[key] = value;
    else if (pair.value !== null && !isScalar(pair.value)) report(`“${key}” should be text.`, line);
  }
  return entry;
}

function idOf(value: string | undefined, line: number | undefined, origin: string, report: Report): string {
  const fromName = slug(basename(origin).replace(/(?:\.purpose)?\.md$/i, ''));
  if (value === undefined) return fromName;
  if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value)) return value;
  const id = slug(value);
  report(`“${value}” is not an id: it takes lower-case letters, digits and “-”. “${id}” is used.`, line ?? 1);
  return id;
}

function slug(words: string): string {
  const plain = words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'template';
}

function headingOf(body: string): string | undefined {
  const heading = /^# +(.+)$/m.exec(body)?.[1]?.trim();
  return heading && blanksOf(heading).length === 0 ? heading : undefined;
}

/** One question for each blank: first the written ones, then those of blanks without a question. */
function matched(written: Description['questions'], body: string, report: Report): TemplateQuestion[] {
  const open = new Set(blankNames(body));
  const questions: TemplateQuestion[] = [];
  for (const { line, ...question } of written) {
    if (questions.some(({ blank }) => blank === question.blank)) {
      report(`{{${question.blank}}} is asked for twice: the first question is kept.`, line);
    } else if (!open.delete(question.blank)) {
      report(`The text has no blank {{${question.blank}}}: this question is left out.`, line);
    } else questions.push(question);
  }
  for (const blank of open) {
    if (written.length > 0) report(`{{${blank}}} has no question: its name is asked for.`, 1);
    questions.push(plainQuestion(blank));
  }
  return questions;
}

function checkBlanksOutsideFrontMatter(body: string, bodyLine: number, report: Report): void {
  const own = body.slice(0, frontMatterFences(body)?.end ?? 0);
  for (const { name, start } of blanksOf(own)) {
    const line = bodyLine + own.slice(0, start).split('\n').length - 1;
    report(`{{${name}}} is in front matter, where an open blank cannot be read: move it below.`, line);
  }
}
