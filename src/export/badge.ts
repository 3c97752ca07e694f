import { escapeMarkup, type PageContent } from './page-content';
import { textWidth } from './text-width';

/** In pixels, the usual height of badges in READMEs. */
const HEIGHT = 20;
const SIZE = 11;
const PAD = 6;
/** White on these colours has a contrast above 7. */
const LABEL = '#434a51';
const FRESH = '#0b5d57';
const OPEN = '#5c4a14';

/** A badge for a README: the month of the last review. It needs no service; each review requires a new export. */
export function exportBadge({ title, reviewed }: PageContent): string {
  const label = 'purpose';
  const value = reviewed === undefined ? 'not reviewed yet' : `reviewed ${reviewed.slice(0, 7)}`;
  const [left, right] = [label, value].map((text) => Math.round(textWidth(text) * SIZE * 1.05) + 2 * PAD) as [
    number,
    number,
  ];
  const words = `${title}: ${value}`;
  const textAt = (x: number, width: number, text: string) =>
    `<text x="${x + PAD}" y="14" textLength="${width - 2 * PAD}" lengthAdjust="spacingAndGlyphs">${text}</text>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="${HEIGHT}" viewBox="0 0 ${left + right} ${HEIGHT}" role="img" aria-labelledby="title">
<title id="title">${escapeMarkup(words)}</title>
<clipPath id="corners"><rect width="${left + right}" height="${HEIGHT}" rx="3"/></clipPath>
<g clip-path="url(#corners)">
<rect width="${left}" height="${HEIGHT}" fill="${LABEL}"/>
<rect x="${left}" width="${right}" height="${HEIGHT}" fill="${reviewed === undefined ? OPEN : FRESH}"/>
</g>
<g fill="#ffffff" font-family="Verdana, 'DejaVu Sans', sans-serif" font-size="${SIZE}">
${textAt(0, left, label)}
${textAt(left, right, value)}
</g>
</svg>
`;
}
