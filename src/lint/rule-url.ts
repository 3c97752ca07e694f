/** Base address of the rules' pages; `docs/rules/` in the repository. */
const PAGES = 'https://github.com/purpose-md/purpose-md/blob/main/docs/rules';

/** The page of a rule: why it asks, examples, options. */
export function ruleUrl(id: string): string {
  return `${PAGES}/${id}.md`;
}
