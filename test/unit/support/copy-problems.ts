import type { CopyProblem } from '../../../src/share/copies';

/** A phrase that only the message about this problem has. */
const PHRASES: Readonly<Record<string, RegExp>> = {
  'unclosed-marker': /has no -->/,
  'unknown-marker': /this one is neither/,
  'bad-attribute': /After the file's name only/,
  'unknown-shape': /There is no shape/,
  'no-source': /names no purpose file/,
  'missing-end': /has no end/,
  nested: /before the one above it has ended/,
  'stray-end': /belongs to no copy/,
  'needs-own-line': /separate lines/,
  'bad-source':
    /is not a path from this file|as a path from|is not a purpose file|out of the workspace|copy of itself/,
  'missing-source': /There is no file|cannot be read/,
  'no-statement': /has no statement yet|" has conflict markers/,
  conflict: /This file has conflict markers/,
};

/** The name of a problem, for short assertions. */
export function problemName({ message }: CopyProblem): string {
  const names = Object.keys(PHRASES).filter((name) => PHRASES[name]?.test(message));
  return names.length === 1 ? (names[0] as string) : `unclear: ${message}`;
}
