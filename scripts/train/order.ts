/** A number from a text, for an order or a division that is the same in each run: FNV-1a with its bits mixed. */
export function orderOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Items in an order that depends on their number and a seed only. */
export function shuffled<Item>(items: readonly Item[], seed: string): readonly Item[] {
  const keyed = items.map((item, index) => ({ item, key: orderOf(`${seed}:${index}`) }));
  return keyed.sort((one, other) => one.key - other.key).map(({ item }) => item);
}
