/** Base address of the documentation; `docs/` in the repository. */
const PAGES = 'https://github.com/purpose-md/purpose-md/blob/main/docs';

/** A page of the documentation, by its path without `.md`. */
export function docsUrl(page: string): string {
  return `${PAGES}/${page}.md`;
}

/** The page of a rule: why it asks, examples, options. */
export function ruleUrl(id: string): string {
  return docsUrl(`rules/${id}`);
}
