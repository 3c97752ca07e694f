import { PurposeDocument } from '../statement/document';
import type { FrontMatterData } from '../statement/purpose-file';

/**
 * Sets a key of the front matter and leaves all else as it is; makes the front matter if there is none.
 * @param value plain text that YAML reads as it is written
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
  const { range } = frontMatter;
  const line = `${key}: ${value}`;
  if (!range) {
    const start = text.startsWith('\uFEFF') ? 1 : 0;
    return `${text.slice(0, start)}---${eol}${line}${eol}---${eol}${eol}${text.slice(start)}`;
  }
  const place = frontMatter.places.get(key);
  if (place && frontMatter.data[key] !== undefined) {
    return text.slice(0, place.start.offset) + value + text.slice(place.end.offset);
  }
  if (place) {
    // A key without a value: the place is that of the key.
    const colon = text.indexOf(':', place.start.offset) + 1;
    return `${text.slice(0, colon)} ${value}${text.slice(colon)}`;
  }
  const inside = text.slice(range.start.offset, range.end.offset);
  const closing = range.start.offset + inside.trimEnd().lastIndexOf('---');
  return `${text.slice(0, closing)}${line}${eol}${text.slice(closing)}`;
}
