import {
  dayInWords,
  directionOf,
  escapeMarkup,
  languageOf,
  type PageContent,
  plainParagraphs,
  type StoryEntry,
  tidy,
} from './page-content';
import { pageStyle } from './page-style';

/**
 * A page of a purpose as one HTML file: self-contained, without scripts, prints on A4 and Letter, and follows the
 * reader's light or dark setting.
 */
export function exportHtml(content: PageContent): string {
  const lang = languageOf(content.lang);
  const paragraphs = plainParagraphs(content.statement);
  const statement = paragraphs.map((text) => `<p dir="auto">${escapeMarkup(text)}</p>`).join('\n');
  // Our labels are English in a purpose of any language.
  const english = /^en\b/.test(lang) ? '' : ' lang="en" dir="ltr"';
  const parts = [part('Whom it serves', content.who, english), part('What changes', content.change, english)];
  const title = escapeMarkup(content.title);
  return `<!doctype html>
<html lang="${lang}" dir="${directionOf(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${escapeMarkup(paragraphs.join(' '))}">
<title>${title}</title>
<style>
${pageStyle(paragraphs.join(' ').length)}
</style>
</head>
<body>
<main>
<header>
${content.kind ? `<p class="kind" dir="auto">${escapeMarkup(kindInWords(content.kind, lang))}</p>\n` : ''}<h1 dir="auto">${title}</h1>
</header>
<blockquote class="statement">
${statement}
</blockquote>
${parts.some((text) => text !== '') ? `<dl>\n${parts.join('')}</dl>\n` : ''}${storyOf(content, lang, english)}</main>
${footer(content, lang, english)}</body>
</html>
`;
}

function kindInWords(kind: string, lang: string): string {
  const text = tidy(kind).trim();
  return text.charAt(0).toLocaleUpperCase(lang) + text.slice(1);
}

function part(label: string, text: string | undefined, english: string): string {
  if (!text) return '';
  return `<div><dt${english}>${label}</dt><dd dir="auto">${escapeMarkup(text)}</dd></div>\n`;
}

function storyOf({ story = [], skipped = 0 }: PageContent, lang: string, english: string): string {
  if (story.length === 0) return '';
  const items = story.map((entry) => storyItem(entry, lang, english));
  if (skipped > 0) {
    const moments = skipped === 1 ? 'one moment' : `${skipped} moments`;
    items.splice(1, 0, `<li class="skipped"${english}>and ${moments} in between</li>\n`);
  }
  return `<section aria-labelledby="story">
<h2 id="story"${english}>Its story so far</h2>
<ol>
${items.join('')}</ol>
</section>
`;
}

function storyItem(entry: StoryEntry, lang: string, english: string): string {
  const date = new Date(entry.date);
  const day = escapeMarkup(dayInWords(entry.date, lang));
  const time = Number.isNaN(date.getTime())
    ? `<span>${day}</span>`
    : `<time datetime="${date.toISOString().slice(0, 10)}">${day}</time>`;
  const author = entry.author.trim() === '' ? '' : `, <bdi>${escapeMarkup(entry.author)}</bdi>`;
  const statement = entry.statement ? `<p dir="auto">${escapeMarkup(entry.statement)}</p>\n` : '';
  const note = entry.note ? `<p class="note" dir="auto">${escapeMarkup(entry.note)}</p>\n` : '';
  return `<li>
<p class="when"><strong${english}>${escapeMarkup(entry.kind)}</strong>, ${time}${author}</p>
${statement}${note}</li>
`;
}

function footer({ source, made }: PageContent, lang: string, english: string): string {
  if (!source) return '';
  const on = made ? `, ${escapeMarkup(dayInWords(made, english === '' ? lang : 'en'))}` : '';
  return `<footer${english}><p>From <bdi>${escapeMarkup(source)}</bdi>${on}</p></footer>\n`;
}
