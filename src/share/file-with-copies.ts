const MARKER = new TextEncoder().encode('purpose:');

/** Whether the bytes of a file could contain a marker. Most files do not, and need no decoding. */
export function mayHoldCopies(bytes: Uint8Array): boolean {
  const [first = 0] = MARKER;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (MARKER.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}
