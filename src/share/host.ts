/** The largest host that is looked into, in bytes: far above any text that a person keeps. */
export const LARGEST_HOST = 64 * 1024 * 1024;

/** Whether a file's name is that of a Markdown file, which can hold copies. */
export function isHostName(name: string): boolean {
  return /\.(?:md|markdown|mkd|mdown)$/i.test(name);
}

const MARKER = new TextEncoder().encode('purpose:');

/** Whether the bytes of a file could hold a marker: most files do not, and need no decoding. */
export function mayHoldCopies(bytes: Uint8Array): boolean {
  const [first = 0] = MARKER;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (MARKER.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

/**
 * The text of a host, its byte-order mark kept, so that encoding it again gives the same bytes.
 * `undefined` where the bytes are no UTF-8 text.
 */
export function decodeHost(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
