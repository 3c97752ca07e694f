import { answersTold } from './review-questions';
import type { TimelineEntry } from './timeline-entry';
import { fitWords, RETURNED, TRIED } from './vocabulary';
import { wordDiff } from './word-diff';

/** A heading for an entry: `trim`, `note: too tight`, `reaffirm`. */
export function entryTitle(entry: TimelineEntry): string {
  if (entry.kind === 'working' && entry.commit) return RETURNED.label.toLowerCase();
  if (entry.kind === 'working') return `${changeName(entry) ?? 'change'}, not recorded yet`;
  if (entry.kind === 'note' && entry.fit) return `note: ${lowerFirst(fitWords(entry.fit).past)}`;
  if (entry.kind === 'refine' && !entry.change && entry.steps) return TRIED.label.toLowerCase();
  if (entry.kind === 'refine') return changeName(entry) ?? (entry.commit ? 'as committed' : 'refine');
  return entry.kind;
}

/** A pivot is a recorded decision; a change that keeps few words without one is called rewritten. */
function changeName({ change, pivot }: TimelineEntry): string | undefined {
  return change?.kind === 'pivot' && !pivot ? 'rewritten' : change?.kind;
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

/** The history as Markdown to paste into a page, oldest first. */
export function storyOf(title: string, entries: readonly TimelineEntry[], olderIsMissing = false): string {
  const parts = [`# How “${escaped(title)}” came to be`];
  if (olderIsMissing) parts.push('_What came before is not in this clone._');
  for (const entry of [...entries].reverse()) parts.push(...chapter(entry));
  return `${parts.join('\n\n')}\n`;
}

function chapter(entry: TimelineEntry): string[] {
  const day = entry.time?.slice(0, 10) ?? 'Now';
  const author = entry.author === '' ? '' : `, ${escaped(entry.author)}`;
  const parts = [`## ${day}: ${escaped(entryTitle(entry))}${author}`];
  if (entry.change || entry.kind === 'refine' || entry.kind === 'adopt') parts.push(quote(entry.markdown));
  if (entry.change && entry.previous !== undefined) {
    parts.push(`${changeInMarkdown(entry.previous, entry.statement)}`, `_${entry.change.explanation}._`);
  }
  for (const { time, markdown } of [...(entry.steps ?? [])].reverse())
    parts.push(`On the way, at ${time.slice(11, 16)}:`, quote(markdown));
  if (entry.phrase) parts.push(`About “${escaped(entry.phrase)}”:`);
  if (entry.note !== '') parts.push(withoutBlocks(entry.note));
  for (const { head, text } of answersTold(entry.answers)) parts.push(`**${head}:** ${escaped(text)}`);
  if (entry.commit)
    parts.push(`Commit \`${entry.commit.hash.slice(0, 10)}\`: ${escaped(entry.commit.subject)}`);
  return parts;
}

function quote(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

/** Removed words struck through, added words bold; white space stays outside the markup, as Markdown requires. */
function changeInMarkdown(before: string, after: string): string {
  const marks = { same: '', removed: '~~', added: '**' };
  return wordDiff(before, after)
    .map(({ kind, text }) => {
      const [, lead = '', words = '', trail = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
      return words === '' ? text : lead + marks[kind] + escaped(words) + marks[kind] + trail;
    })
    .join('');
}

/**
 * A note whose emphasis, links and lists stay, but none of whose lines can become a heading, a quote, a rule, a fence,
 * a table, HTML or a link definition: these would change the story around it.
 */
function withoutBlocks(note: string): string {
  return note
    .split(/\r\n|\r|\n/)
    .map((line) =>
      line
        .replace(/^[ \t]{4,}/, '')
        .replace(/^(\s*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*)(?=#{1,6}(?:\s|$)|>|`{3}|~{3}|\[[^\]]*\]:)/, '$1\\')
        .replace(/^\s*(?=[-=*_|:][-=*_|:\s]*$)/, '\\')
        .replace(/<(?=[A-Za-z!/?])/g, '\\<'),
    )
    .join('\n');
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&').replace(/[\r\n]+/g, ' ');
}
