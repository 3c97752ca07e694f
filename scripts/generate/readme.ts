import { COMMANDS } from '../../src/cli/cli';
import { rules } from '../../src/lint/catalogue';

interface Setting {
  readonly default: unknown;
  readonly markdownDescription?: string;
  readonly description?: string;
}

interface Manifest {
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly shortTitle?: string;
    }[];
    readonly menus: {
      readonly commandPalette: readonly { readonly command: string; readonly when: string }[];
    };
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
  };
}

/** The tables of README.md, each from the one place that knows: the catalogue of rules, the CLI, package.json. */
export function generated(read: (path: string) => string): Record<string, string> {
  const { contributes } = JSON.parse(read('package.json')) as Manifest;
  // What makes sense on a row of the tree alone has no place in a list of what to look for in the palette.
  const onlyInMenus = new Set(
    contributes.menus.commandPalette.filter(({ when }) => when === 'false').map(({ command }) => command),
  );
  const tables: Readonly<Record<string, string>> = {
    rules: table(
      ['rule', 'finds', 'level'],
      rules.map(({ id, summary, severity }) => [`[\`${id}\`](docs/rules/${id}.md)`, summary, severity]),
    ),
    settings: table(
      ['setting', 'what it does', 'default'],
      Object.entries(contributes.configuration.properties).map(([name, setting]) => [
        `\`${name}\``,
        setting.markdownDescription ?? setting.description ?? '',
        `\`${JSON.stringify(setting.default)}\``,
      ]),
    ),
    commands: table(
      ['command', 'id'],
      contributes.commands
        .filter(({ command }) => !onlyInMenus.has(command))
        .map(({ command, title }) => [`Purpose: ${title}`, `\`${command}\``]),
    ),
    cli: table(
      ['command', 'what it does'],
      COMMANDS.map(({ name, summary }) => [`\`purpose ${name}\``, summary]),
    ),
  };
  let page = read('README.md');
  for (const [name, content] of Object.entries(tables)) page = between(page, name, content);
  return { 'README.md': page };
}

function between(page: string, name: string, content: string): string {
  const [begin, end] = [`<!-- generated: ${name} -->`, `<!-- end of generated: ${name} -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md lacks the lines ${begin} and ${end}.`);
  return `${page.slice(0, from + begin.length)}\n\n${content}\n\n${page.slice(to)}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replace(/\|/g, '\\|').replace(/\s*\n\s*/g, ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
