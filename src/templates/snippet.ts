import { blankNames, blanksOf } from './blanks';
import { askingBody, type Template } from './template';

/**
 * A text with blanks as the body of a VS Code snippet: each blank is a tab stop, equal blanks share one, `$0` is last.
 *
 * A stop contains its `{{blank}}`, so that one left open is still recognised as an open blank.
 * Escapes: https://code.visualstudio.com/docs/editing/userdefinedsnippets#_snippet-syntax
 */
export function toSnippet(body: string): string {
  const names = blankNames(body);
  let snippet = '';
  let from = 0;
  const seen = new Set<string>();
  for (const blank of blanksOf(body)) {
    const stop = names.indexOf(blank.name) + 1;
    snippet += escaped(body.slice(from, blank.start));
    snippet += seen.has(blank.name)
      ? `\${${stop}}`
      : `\${${stop}:${escaped(body.slice(blank.start, blank.end))}}`;
    seen.add(blank.name);
    from = blank.end;
  }
  return `${snippet}${escaped(body.slice(from))}$0`;
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** The content of the snippet file in the manifest, generated from these templates. */
export function snippetFile(templates: readonly Template[]): string {
  const entries = templates.map((template) => [
    `Purpose: ${template.title}`,
    {
      prefix: `purpose-${template.id}`,
      description: `${template.audience}. ${template.when}`,
      body: toSnippet(askingBody(template)).split('\n'),
      isFileTemplate: true,
      include: ['**/*.purpose.md'],
    },
  ]);
  return `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`;
}
