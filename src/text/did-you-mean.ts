import { distance } from 'fastest-levenshtein';

/** The known name that a mistyped one most likely means: at most two letters differ. */
export function nearest<Known extends string>(name: string, known: readonly Known[]): Known | undefined {
  const ranked = known.map((other) => ({
    other,
    distance: distance(name.toLowerCase(), other.toLowerCase()),
  }));
  ranked.sort((a, b) => a.distance - b.distance);
  return ranked[0] && ranked[0].distance <= 2 ? ranked[0].other : undefined;
}
