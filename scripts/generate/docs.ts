import { COMMANDS } from '../../src/cli/commands';
import { dispatch } from '../../src/cli/dispatch';
import { rules } from '../../src/lint/rules';
import { MemoryFiles } from '../../test/unit/support/memory-files';

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

const SAMPLE = 'team.purpose.md';

/** A purpose file and the report of `purpose lint` on it, as shown on the page. */
async function sample(text: string): Promise<string> {
  let out = '';
  const print = (part: string) => {
    out += part;
  };
  const refuse = () => Promise.reject(new Error('A sample needs nothing but its file.'));
  await dispatch(
    ['lint', SAMPLE],
    {
      files: new MemoryFiles({ [`/w/${SAMPLE}`]: text }),
      cwd: '/w',
      stdin: refuse,
      ask: refuse,
      git: refuse,
      run: refuse,
      interactive: false,
      color: false,
      out: print,
      err: print,
      now: () => new Date(0),
      env: {},
    },
    COMMANDS,
  );
  return `\`\`\`markdown\n${text}\`\`\`\n\n\`\`\`console\n$ purpose lint ${SAMPLE}\n${out}\`\`\``;
}

/** The generated parts of the documentation, each from a single source: the rules, the CLI, package.json. */
export async function generated(read: (path: string) => string): Promise<Record<string, string>> {
  const { contributes } = JSON.parse(read('package.json')) as Manifest;
  // Commands that only make sense on a row of the tree are not in the palette, so they are not listed.
  const onlyInMenus = new Set(
    contributes.menus.commandPalette.filter(({ when }) => when === 'false').map(({ command }) => command),
  );
  const parts: readonly (readonly [path: string, name: string, content: string])[] = [
    [
      'docs/rules/README.md',
      'rules',
      table(
        ['rule', 'finds', 'level'],
        rules.map(({ id, summary, level }) => [`[\`${id}\`](${id}.md)`, summary, level]),
      ),
    ],
    [
      'docs/settings.md',
      'settings',
      table(
        ['setting', 'what it does', 'default'],
        Object.entries(contributes.configuration.properties).map(([name, setting]) => [
          `\`${name}\``,
          setting.markdownDescription ?? setting.description ?? '',
          `\`${JSON.stringify(setting.default)}\``,
        ]),
      ),
    ],
    [
      'docs/editor.md',
      'commands',
      table(
        ['command', 'id'],
        contributes.commands
          .filter(({ command }) => !onlyInMenus.has(command))
          .map(({ command, title }) => [`Purpose: ${title}`, `\`${command}\``]),
      ),
    ],
    [
      'docs/cli.md',
      'cli',
      table(
        ['command', 'what it does'],
        COMMANDS.map(({ name, summary }) => [`\`purpose ${name}\``, summary]),
      ),
    ],
  ];
  const report = await sample(read(`docs/samples/${SAMPLE}`));
  const pages: Record<string, string> = {};
  const samples = ['README.md', 'docs/cli.md'].map((path) => [path, 'sample', report] as const);
  for (const [path, name, content] of [...parts, ...samples])
    pages[path] = between(path, pages[path] ?? read(path), name, content);
  return pages;
}

function between(path: string, page: string, name: string, content: string): string {
  const [begin, end] = [`<!-- generated: ${name} -->`, `<!-- end of generated: ${name} -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${path} lacks the lines ${begin} and ${end}.`);
  return `${page.slice(0, from + begin.length)}\n\n${content}\n\n${page.slice(to)}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replace(/\|/g, '\\|').replace(/\s*\n\s*/g, ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
