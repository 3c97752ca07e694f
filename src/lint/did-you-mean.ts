import { distance } from 'fastest-levenshtein';

/** The known name that a slip of the pen most likely meant: at most two letters off. */
export function nearest<Known extends string>(name: string, known: readonly Known[]): Known | undefined {
  const ranked = known.map((other) => ({
    other,
    distance: distance(name.toLowerCase(), other.toLowerCase()),
  }));
  ranked.sort((a, b) => a.distance - b.distance);
  return ranked[0] && ranked[0].distance <= 2 ? ranked[0].other : undefined;
}
