import { escapeMarkdown, portableParagraphs, withoutComments } from '../share/portable-markdown';
import { dayInWords, languageOf, type PageContent, type StoryEntry, tidy } from './page-content';

/** A page of a purpose as Markdown, for example for a wiki. */
export function exportMarkdown(content: PageContent): string {
  const lang = languageOf(content.lang);
  const { title, who, change, story = [], skipped = 0, source, made } = content;
  const quote = portableParagraphs(content.statement).map((text) => `> ${tidy(text)}`);
  const blocks = [`# ${safe(title)}`, quote.join('\n>\n')];
  if (who) blocks.push(`**Whom it serves:** ${safe(who)}`);
  if (change) blocks.push(`**What changes:** ${safe(change)}`);
  if (story.length > 0) {
    const items = story.map((entry) => storyItem(entry, lang));
    if (skipped > 0)
      items.splice(1, 0, `- and ${skipped === 1 ? 'one moment' : `${skipped} moments`} in between`);
    blocks.push('## Its story so far', items.join('\n'));
  }
  if (source) blocks.push(`From ${safe(source)}${made ? `, ${safe(dayInWords(made, 'en'))}` : ''}`);
  return `${blocks.join('\n\n')}\n`;
}

function storyItem({ date, author, kind, statement, note }: StoryEntry, lang: string): string {
  const by = author.trim() === '' ? '' : `, ${safe(author)}`;
  const lines = [`- **${safe(kind)}**, ${safe(dayInWords(date, lang))}${by}`];
  if (statement) lines.push(`  > ${safe(statement)}`);
  const noted = (note ?? '').split('\n').map(safe);
  if (note) lines.push('', `  ${noted.filter((line) => line !== '').join('\\\n  ')}`);
  return lines.join('\n');
}

/** One line with the same text that opens no block, link or comment. */
function safe(text: string): string {
  const line = withoutComments(escapeMarkdown(tidy(text).replace(/\s+/g, ' ').trim()));
  return line.replace(/^(?=[-+=>])/, '\\').replace(/^(\d{1,9})(?=[.)](?: |$))/, '$1\\');
}
