import { builtInTemplates } from '../../src/templates/built-in';
import { snippetFile } from '../../src/templates/snippet';
import type { Template } from '../../src/templates/template';

const BEGIN = '<!-- generated: templates -->';
const END = '<!-- end of generated: templates -->';

/** The snippet file and the table in docs/templates.md, both from the catalogue. */
export function generated(read: (path: string) => string): Record<string, string> {
  const templates = builtInTemplates();
  return {
    'snippets/purpose.code-snippets': snippetFile(templates),
    'docs/templates.md': withTable(read('docs/templates.md'), templates),
  };
}

function withTable(page: string, templates: readonly Template[]): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`docs/templates.md lacks the lines ${BEGIN} and ${END}.`);
  const rows = templates.map(
    ({ id, title, audience, when, setting, source }) =>
      `| [\`${id}\`](../src/templates/catalogue/${id}.md) | ${[title, audience, when, setting, source].map(cell).join(' | ')} |`,
  );
  const table = [
    '| id | template | for whom | when to use it | who is in the room, how long | draws on |',
    '| --- | --- | --- | --- | --- | --- |',
  ];
  return `${page.slice(0, begin + BEGIN.length)}\n\n${[...table, ...rows].join('\n')}\n\n${page.slice(end)}`;
}

function cell(text: string): string {
  return text.replace(/\|/g, '\\|');
}
