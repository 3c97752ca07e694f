/** Labelled rows are split by their text: tuned on 85 %, measured on the other 15 %, whatever their order. */
export function isHeldOut(text: string): boolean {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0) % 20 >= 17;
}
