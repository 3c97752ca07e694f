import { basename } from '../files/paths';
import { purposeName } from '../files/purpose-name';
import { plainAnatomy } from '../statement/anatomy';
import type { PurposeFile } from '../statement/purpose-file';
import type { PageContent } from './page-content';
import type { Story } from './story-entries';

/** The page content of a purpose file; `undefined` if it has no statement yet. */
export function gatherPage(
  file: PurposeFile,
  path: string,
  story: Story,
  made: Date,
): PageContent | undefined {
  const { statement, frontMatter, title } = file;
  if (!statement) return undefined;
  const { lang, kind } = frontMatter.data;
  const { who, change } = plainAnatomy(statement.plain);
  return {
    title: title ?? purposeName(path),
    statement,
    ...(lang !== undefined && { lang }),
    ...(kind !== undefined && { kind }),
    ...(who && { who: asPhrase(who.text) }),
    ...(change && { change: asPhrase(change.text) }),
    story: story.entries,
    skipped: story.skipped,
    ...(story.reviewed !== undefined && { reviewed: story.reviewed }),
    source: basename(path),
    made: made.toISOString(),
  };
}

/** A part of a sentence as a separate phrase: without its conjunction, the first letter capitalised. */
function asPhrase(text: string): string {
  const phrase = text.replace(/^(?:so that|so|in order that|in order to|to)\s+(?=\S)/i, '');
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}
