import { createColors } from 'picocolors';
import { answersTold } from '../history/review-questions';
import { entryTitle } from '../history/story';
import type { TimelineEntry } from '../history/timeline-entry';
import { wordDiff } from '../history/word-diff';
import { plural } from '../text/plural';
import { oneLine, visible } from './visible';

/** The timeline for a terminal, newest first; without colour, changes are marked `[-out-]` and `{+in+}`. */
export function historyText(title: string, entries: readonly TimelineEntry[], color: boolean): string {
  const colors = createColors(color);
  const blocks = entries.map((entry) => {
    const head = [
      colors.dim(entry.time === undefined ? 'now' : localTime(entry.time)),
      colors.bold(oneLine(entryTitle(entry))),
      oneLine(entry.author),
      entry.uncommitted ? colors.yellow('not committed') : '',
    ];
    const lines = [head.filter((part) => part !== '').join('  ')];
    if (entry.change || entry.kind === 'refine') lines.push(changed(entry));
    for (const { time, statement } of entry.steps ?? []) {
      lines.push(colors.dim(`on the way, ${localTime(time)}: ${visible(statement)}`));
    }
    if (entry.phrase) lines.push(`“${oneLine(entry.phrase)}”`);
    if (entry.note !== '') lines.push(visible(entry.note));
    for (const { head, text } of answersTold(entry.answers)) lines.push(`${head}: ${oneLine(text)}`);
    if (entry.change) {
      const figures = entry.statement === '' ? [] : [figuresInWords(entry)];
      lines.push(colors.dim([entry.change.explanation, ...figures].join('; ')));
    }
    if (entry.commit) {
      lines.push(colors.dim(`commit ${entry.commit.hash.slice(0, 10)} ${oneLine(entry.commit.subject)}`));
    }
    return lines.join('\n').replace(/\n(?=.)/g, '\n    ');
  });
  return `${[colors.underline(oneLine(title)), ...blocks].join('\n\n')}\n`;

  function changed({ previous, statement }: TimelineEntry): string {
    if (previous === undefined) return visible(statement);
    return wordDiff(previous, statement)
      .map(({ kind, text }) => {
        const [, lead = '', words = '', trail = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(visible(text)) ?? [];
        if (kind === 'same' || words === '') return lead + words + trail;
        if (kind === 'removed')
          return lead + (color ? colors.red(colors.strikethrough(words)) : `[-${words}-]`) + trail;
        return lead + (color ? colors.green(words) : `{+${words}+}`) + trail;
      })
      .join('');
  }
}

function figuresInWords({ figures: { words, grade, vague } }: TimelineEntry): string {
  const size = plural(words, 'word');
  return grade === undefined ? size : `${size}, reading grade ${grade}, vague words per 100: ${vague}`;
}

function localTime(iso: string): string {
  const at = new Date(iso);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`;
}
