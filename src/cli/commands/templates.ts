import { BUILT_IN, type Template } from '../../templates/template';
import { type Command, UsageError } from '../command';
import { EXIT } from '../exit-codes';
import { parseOptions } from '../options';
import { printable, templatesFor } from '../own-templates';

/** `purpose templates` */
export const templatesCommand: Command = {
  name: 'templates',
  summary: 'list the templates that a purpose can start from',
  help: `purpose templates [--format text|json] [--templates FOLDER]…

Lists the templates for \`purpose new --template ID\`: your own from .purpose/templates, here and in the folders
above, then those that come with Purpose. An own template with the id of another takes its place.

  --format text|json   how to print them (text)
  --templates FOLDER   look here for templates, too

Examples:
  purpose templates                       all templates, with the names of their blanks

Exit code: 0, or 2 where the call is wrong.
`,
  async run(args, io) {
    const { values } = parseOptions(
      args,
      {
        format: { type: 'string', default: 'text' },
        templates: { type: 'string', multiple: true },
      },
      { allowPositionals: false },
    );
    if (values.format !== 'text' && values.format !== 'json') {
      throw new UsageError(`--format takes text or json, not “${values.format}”.`);
    }
    const { templates, problems } = await templatesFor(io, values.templates);
    io.out(values.format === 'json' ? asJson(templates, problems) : templates.map(asText).join('\n'));
    return EXIT.ok;
  },
};

function asText({ id, title, audience, when, setting, source, origin, questions }: Template): string {
  const blanks = questions.map(({ blank }) => blank).join(', ');
  const lines = [
    audience,
    when,
    setting,
    blanks && `Blanks: ${blanks}`,
    source && `Draws on: ${source}`,
    origin !== BUILT_IN && origin,
  ];
  const indented = lines.flatMap((line) => (line ? [`    ${printable(line)}`] : []));
  return `${[`${id}  ${printable(title)}`, ...indented].join('\n')}\n`;
}

/** A contract: under `version` 1, keys may be added but not renamed or removed. */
function asJson(templates: readonly Template[], problems: readonly object[]): string {
  const listed = templates.map(({ audience, ...template }) => ({ ...template, for: audience }));
  return `${JSON.stringify({ version: 1, templates: listed, problems }, undefined, 2)}\n`;
}
