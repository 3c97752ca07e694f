/** The titles, in lower case, that more than one of the files has. */
export function equalTitles(files: readonly { readonly title: string }[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const equal = new Set<string>();
  for (const title of files.map((file) => file.title.toLowerCase())) {
    if (seen.has(title)) equal.add(title);
    seen.add(title);
  }
  return equal;
}
