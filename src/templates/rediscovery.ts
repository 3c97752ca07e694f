import { PurposeDocument } from '../statement/document';
import type { Span } from '../statement/position';
import { contentSpan, topNodes } from '../statement/top-nodes';
import { fold } from '../text/fold';
import { lineEnding, withLineEnding } from '../text/line-ending';
import type { TextEdit } from '../text/text-edit';
import { type Resumed, readDraft, writeDraft } from './guided-session';
import { Questionnaire, type QuestionToAsk, readQuestionnaireState } from './questionnaire';
import { textEdit, wordEdit } from './word-edit';

/** A part of a purpose file that is reviewed. */
export interface RediscoverPart {
  /** `title`, `statement`, or `section-` and its number from 1. */
  readonly id: string;
  /** Its display name: the heading of a section, or “title”, “statement”. */
  readonly name: string;
  /** Its position in the file at the start of the session. */
  readonly span: Span;
  /** Its exact text. */
  readonly text: string;
  /** Whether it is one paragraph, so that it can be shown and written as one line. */
  readonly single: boolean;
}

/** The result of a rediscovery. */
export interface RediscoverResult {
  /** Edits of the file, the last position first, so that they can be applied in sequence or all at once. */
  readonly edits: readonly TextEdit[];
  /** The parts that were said to pinch: text for a fit note, or `''`. */
  readonly note: string;
  /** Parts with a new wording whose position was not found, because the file has changed meanwhile. */
  readonly unplaced: readonly { readonly part: RediscoverPart; readonly text: string }[];
}

/**
 * Goes through an existing purpose file: for its title, its statement and each section, whether it still fits, and how
 * the user would say it today. Used like a {@link GuidedSession}.
 */
export class RediscoverSession {
  private constructor(
    /** The file's text at the start of the session. */
    readonly base: string,
    readonly parts: readonly RediscoverPart[],
    readonly questionnaire: Questionnaire,
  ) {}

  static start(text: string): RediscoverSession {
    const parts = partsOf(text);
    return new RediscoverSession(text, parts, new Questionnaire(parts.flatMap(questionsFor)));
  }

  /** Resumes a draft that {@link serialise} wrote. Never throws. */
  static resume(draft: string): Resumed<RediscoverSession> {
    const data = readDraft(draft, 'rediscover');
    if (typeof data?.base !== 'string') {
      return { problem: 'This draft of a rediscovery cannot be read; it is left as it is.' };
    }
    const fresh = RediscoverSession.start(data.base);
    const state = readQuestionnaireState(data.walk, fresh.questionnaire.questions);
    return { session: fresh.with(new Questionnaire(fresh.questionnaire.questions, state)) };
  }

  with(walk: Questionnaire): RediscoverSession {
    return new RediscoverSession(this.base, this.parts, walk);
  }

  serialise(): string {
    return writeDraft('rediscover', { base: this.base, walk: this.questionnaire.state });
  }

  /** The edits and the note from the answers, for the file's current text. */
  result(now: string = this.base): RediscoverResult {
    const edits: TextEdit[] = [];
    const unplaced: { part: RediscoverPart; text: string }[] = [];
    const notes: string[] = [];
    for (const part of this.parts) {
      const pinch = this.questionnaire.answerTo(`${part.id}.fit`).trim();
      if (pinch !== '') notes.push(`${part.name}: ${pinch}`);
      const text = this.questionnaire.answerTo(`${part.id}.text`).trim();
      if (text === '') continue;
      const edit = part.single
        ? wordEdit(part.text, text)
        : textEdit(part.text, withEndings(text, part.text));
      if (!edit) continue;
      const at = placeOf(part, now);
      if (at === undefined) unplaced.push({ part, text });
      else edits.push({ ...edit, offset: at + edit.offset });
    }
    edits.sort((a, b) => b.offset - a.offset);
    return { edits, note: notes.join('\n'), unplaced };
  }
}

/** The position of a part in a text: the original one, or else the only occurrence of its words. */
function placeOf({ span, text }: RediscoverPart, now: string): number | undefined {
  if (now.startsWith(text, span.start)) return span.start;
  const first = now.indexOf(text);
  return first >= 0 && now.indexOf(text, first + 1) < 0 ? first : undefined;
}

/** An input box returns LF; this restores the line endings of the file. */
function withEndings(text: string, like: string): string {
  return withLineEnding(text, lineEnding(like));
}

function questionsFor(part: RediscoverPart): QuestionToAsk[] {
  const about = part.single ? fold(withoutMarks(part.text)) : part.text;
  return [
    {
      id: `${part.id}.fit`,
      ask:
        part.id === 'title'
          ? 'Do you still go by this name? What pinches?'
          : part.id === 'statement'
            ? 'Read the statement aloud. What still fits, and where does it pinch?'
            : `“${part.name}”: does it still fit? What pinches?`,
      hint: 'Leave it empty if it fits as it is.',
      example: '',
      about,
    },
    {
      id: `${part.id}.text`,
      ask: 'How would you say it today?',
      hint: 'Change as little as you like. Nothing is changed before the end.',
      example: '',
      about,
      initial: about,
      multiline: !part.single,
      onlyAfter: `${part.id}.fit`,
    },
  ];
}

/** A text without the quote marks of its lines. */
function withoutMarks(text: string): string {
  return text.replace(/(\r\n|\r|\n)[ \t]*(?:>[ \t]?)+/g, '$1');
}

function partsOf(text: string): RediscoverPart[] {
  const document = PurposeDocument.of(text);
  const { statement } = document;
  const nodes = topNodes(document);
  const part = (id: string, name: string, start: number, end: number, single: boolean): RediscoverPart[] =>
    end > start ? [{ id, name, span: { start, end }, text: text.slice(start, end), single }] : [];

  const parts: RediscoverPart[] = [];
  const title = nodes.find(({ node }) => node.type === 'heading' && node.depth === 1);
  if (title) {
    const { start, end } = contentSpan(title);
    parts.push(...part('title', 'Title', start, end, true));
  }
  if (statement) {
    const { start, end } = statement;
    parts.push(
      ...part('statement', 'Statement', start.offset, end.offset, !/\n[ \t>]*\n/.test(statement.text)),
    );
  }
  let section = 0;
  nodes.forEach((heading, index) => {
    if (heading.node.type !== 'heading' || heading === title) return;
    const rest = nodes.slice(index + 1);
    const next = rest.findIndex(({ node }) => node.type === 'heading');
    const inside = (next < 0 ? rest : rest.slice(0, next)).filter(
      ({ node, start, end }) =>
        node.type !== 'definition' &&
        node.type !== 'html' &&
        !(statement && start < statement.end.offset && end > statement.start.offset),
    );
    const [first, last] = [inside[0], inside.at(-1)];
    if (!first || !last) return;
    const named = contentSpan(heading);
    const name = fold(text.slice(named.start, named.end)) || `Section ${section + 1}`;
    const single = inside.length === 1 && first.node.type === 'paragraph';
    parts.push(...part(`section-${++section}`, name, first.start, last.end, single));
  });
  return parts;
}
