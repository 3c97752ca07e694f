import { directivesIn, silencer } from '../lint/directives';
import { PurposeDocument } from '../statement/document';

/**
 * Whether a comment such as `purpose ignore stale-copy` keeps a copy as it is. Ask with rising offsets of begin markers.
 * The text is parsed only if it has such a comment.
 */
export function suppressedCopies(text: string): (offset: number) => boolean {
  if (!/<!--\s*purpose\s+(?:ignore|disable)\b/.test(text)) return () => false;
  const silenced = silencer(directivesIn(PurposeDocument.of(text)));
  return (offset) => silenced('stale-copy', offset);
}
