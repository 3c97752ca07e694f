import { parseYaml, yamlValue } from '../statement/yaml-value';
import { conflictMarker } from '../text/conflict-markers';

/** An answer written from memory. */
export interface Heard {
  /** The date, ISO 8601; empty if the file does not say. */
  readonly date: string;
  /** Empty for an anonymous answer. */
  readonly name: string;
  /** The fingerprint of the statement at that time; empty if the file does not say. */
  readonly about: string;
  readonly text: string;
}

const VERSION = 1;

/** The Markdown file of an answer. */
export function printHeard({ date, name, about, text }: Heard): string {
  const lines = [
    `version: ${VERSION}`,
    `date: ${date}`,
    ...(name === '' ? [] : [`name: ${JSON.stringify(name)}`]),
    ...(about === '' ? [] : [`about: "${about}"`]),
  ];
  return `---\n${lines.join('\n')}\n---\n\n${text.replace(/\r\n|\r/g, '\n').trim()}\n`;
}

/**
 * Parses such a file; a file without front matter is an anonymous answer.
 * @returns a one-sentence problem if it cannot be read
 */
export function parseHeard(file: string): Heard | { readonly problem: string } {
  const text = file.replace(/^\uFEFF/, '').replace(/\r\n|\r/g, '\n');
  if (conflictMarker(text)) return { problem: 'it has conflict markers' };
  const [, yaml, body] = /^---\n([\s\S]*?)\n---[ \t]*(?:\n|$)([\s\S]*)$/.exec(text) ?? [];
  const said = (body ?? text).trim();
  if (said === '') return { problem: 'it has no text' };
  if (yaml === undefined) return { date: '', name: '', about: '', text: said };
  const document = parseYaml(yaml);
  const read = yamlValue(document);
  if (document.errors.length > 0 || !('value' in read))
    return { problem: 'its front matter is not valid YAML' };
  const data = (read.value ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof data.version === 'number' && data.version > VERSION) {
    return { problem: 'a newer version of Purpose wrote it' };
  }
  const field = (key: string): string => (typeof data[key] === 'string' ? data[key].trim() : '');
  return { date: field('date'), name: field('name'), about: field('about'), text: said };
}
