import { createHash } from 'node:crypto';

export type Half = 'tuning' | 'unseen';

/** The half of the labelled statements that a row belongs to: by a hash of its id, so that it never changes. */
export function halfOf(id: string): Half {
  return (createHash('sha256').update(id).digest()[0] ?? 0) % 2 === 1 ? 'tuning' : 'unseen';
}
