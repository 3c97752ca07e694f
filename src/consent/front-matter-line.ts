import { PurposeDocument } from '../statement/document';
import type { FrontMatterData } from '../statement/purpose-file';
import { frontMatterFences } from '../text/front-matter-fences';

/**
 * Sets a key of the front matter and keeps everything else; creates the front matter if there is none.
 * @param value plain text that YAML reads without quotation marks
 * @throws {Error} if the front matter cannot be read
 */
export function withFrontMatter(
  text: string,
  key: keyof FrontMatterData,
  value: string,
  eol: string,
): string {
  const { frontMatter } = PurposeDocument.of(text);
  const [problem] = frontMatter.problems;
  if (problem) {
    throw new Error(
      `The front matter has to be mended first (line ${problem.start.line}): ${problem.message}`,
    );
  }
  const fences = frontMatterFences(text);
  if (!fences) {
    const start = text.startsWith('\uFEFF') ? 1 : 0;
    return `${text.slice(0, start)}---${eol}${key}: ${value}${eol}---${eol}${eol}${text.slice(start)}`;
  }
  const isToml = fences.format === 'toml';
  const written = isToml ? JSON.stringify(value) : value;
  const place = frontMatter.places.get(key);
  if (place && frontMatter.data[key] !== undefined) {
    return text.slice(0, place.start.offset) + written + text.slice(place.end.offset);
  }
  if (place) {
    // A key without a value: `places` has the position of the key.
    const colon = text.indexOf(':', place.start.offset) + 1;
    return `${text.slice(0, colon)} ${written}${text.slice(colon)}`;
  }
  // In TOML a line at the end would belong to the last table.
  const at = isToml ? fences.body.start : fences.body.end;
  return `${text.slice(0, at)}${key}${isToml ? ' =' : ':'} ${written}${eol}${text.slice(at)}`;
}
