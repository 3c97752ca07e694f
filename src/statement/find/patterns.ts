import { LETTERS, lazyTest, WORD_LETTERS } from '../../text/letters';
import data from './patterns.yml';

type Patterns = Readonly<Record<string, string | readonly string[]>>;
const CLASSES: Patterns = { letters: LETTERS, word: WORD_LETTERS };

/** The alternatives of a pattern in `patterns.yml`, with the names in braces filled in. */
export function alternatives(name: string): readonly string[] {
  const found = (data as Patterns)[name] ?? [];
  return (typeof found === 'string' ? [found] : found).map(filled);
}

function filled(pattern: string): string {
  return pattern.replace(/\{([a-z]+)\}/gi, (_, name: string) => {
    const part = CLASSES[name] ?? alternatives(name);
    return typeof part === 'string' ? part : part.join('|');
  });
}

/** The test of a pattern in `patterns.yml` on lower-case text, compiled at its first use. */
export function textTest(name: string): (text: string) => boolean {
  return lazyTest(() => alternatives(name).join('|'));
}

/** The same for whole words. */
export function wordTest(name: string): (text: string) => boolean {
  return lazyTest(() => filled(`(?<![{word}])(?:${alternatives(name).join('|')})(?![{word}])`));
}
