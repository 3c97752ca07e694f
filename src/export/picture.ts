import { directionOf, escapeMarkup, languageOf, type PageContent, plainParagraphs } from './page-content';
import { LIGHT, SERIF } from './palette';
import { textWidth, wrapText } from './text-width';

/** The size of a slide, in user units; a very long statement makes the picture taller. */
const WIDTH = 1600;
const HEIGHT = 900;
const MARGIN = 140;
const SMALL = 30;
const LARGEST = 92;
const MIN_FONT_SIZE = 34;
/** How much wider than estimated a line may be, measured with the widest fallback font. */
const SLACK = 1.08;

interface Line {
  readonly text: string;
  readonly size: number;
  /** Distance from the previous line, in user units. */
  readonly step: number;
}

/** A picture of a purpose for a slide or a wall: one SVG file, with title and description for screen readers. */
export function exportSvg(content: PageContent): string {
  const lang = languageOf(content.lang);
  const paragraphs = plainParagraphs(content.statement);
  const title = wrapText(content.title, (WIDTH - 2 * MARGIN) / SMALL / SLACK);
  const parts = [part('Whom it serves', content.who), part('What changes', content.change)].filter(
    (one) => one !== undefined,
  );
  const labels = parts.reduce((most, { lines }) => Math.max(most, lines.length), 0);
  const foot = labels === 0 ? 0 : 90 + labels * SMALL * 1.4;
  const top = MARGIN + (title.length - 1) * SMALL * 1.4;
  const room = HEIGHT - top - 130 - MARGIN * 0.7 - foot;
  const statement = largestLines(paragraphs, room);
  const tall = statement.reduce((sum, { step }) => sum + step, 0);
  const height = Math.round(HEIGHT + Math.max(0, tall - room));
  const isRightToLeft = directionOf(lang) === 'rtl';
  const x = isRightToLeft ? WIDTH - MARGIN : MARGIN;

  let y = MARGIN;
  const heading = title.map((text, at) => textAt(x, y + at * SMALL * 1.4, SMALL, LIGHT.muted, text));
  const rule = `<rect x="${isRightToLeft ? x - 110 : x}" y="${round(top + 40)}" width="110" height="5" fill="${LIGHT.accent}"/>`;
  y = top + 60 + Math.max(0, (room - tall) / 3);
  const lines = statement.map(({ text, size, step }) => {
    y += step;
    return textAt(x, y, size, LIGHT.ink, text);
  });
  const feet = parts.map(({ label, lines: words }, at) => {
    const column = x + (isRightToLeft ? -1 : 1) * at * ((WIDTH - 2 * MARGIN) / 2 + 20);
    const first = height - MARGIN * 0.7 - (labels - 1) * SMALL * 1.4;
    return [
      textAt(column, first - SMALL * 1.5, SMALL * 0.8, LIGHT.muted, label),
      ...words.map((text, row) => textAt(column, first + row * SMALL * 1.4, SMALL, LIGHT.ink, text)),
    ].join('\n');
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title desc" xml:lang="${lang}" lang="${lang}"${isRightToLeft ? ' direction="rtl"' : ''} font-family="${escapeMarkup(SERIF)}">
<title id="title">${escapeMarkup(content.title)}</title>
<desc id="desc">${escapeMarkup(paragraphs.join(' '))}</desc>
<rect width="${WIDTH}" height="${height}" fill="${LIGHT.paper}"/>
${[...heading, rule, ...lines, ...feet].join('\n')}
</svg>
`;
}

function textAt(x: number, y: number, size: number, fill: string, text: string): string {
  return `<text x="${round(x)}" y="${round(y)}" font-size="${round(size)}" fill="${fill}">${escapeMarkup(text)}</text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function part(label: string, text: string | undefined): { label: string; lines: string[] } | undefined {
  return text ? { label, lines: wrapText(text, ((WIDTH - 2 * MARGIN) / 2 - 40) / SMALL / SLACK) } : undefined;
}

/** The largest font size at which the text fits; the smallest size if it never does. */
function largestLines(paragraphs: readonly string[], room: number): Line[] {
  const width = WIDTH - 2 * MARGIN;
  const total = paragraphs.reduce((sum, text) => sum + textWidth(text), 0);
  for (let size = LARGEST; ; size -= 2) {
    // A quick lower bound of the height: no need to wrap a text that cannot fit.
    if (size > MIN_FONT_SIZE && (total * size * size * 1.3) / width > room) continue;
    const lines = linesOf(paragraphs, size, width);
    if (size <= MIN_FONT_SIZE || lines.reduce((sum, { step }) => sum + step, 0) <= room) return lines;
  }
}

function linesOf(paragraphs: readonly string[], size: number, width: number): Line[] {
  return paragraphs.flatMap((paragraph, at) =>
    wrapText(paragraph, width / size / SLACK).map((text, row) => ({
      text,
      size,
      step: size * (row === 0 && at > 0 ? 1.8 : 1.3),
    })),
  );
}
