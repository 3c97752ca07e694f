import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../../src/lint/rules';
import { LintSession } from '../../../src/lint/session';

interface Manifest {
  readonly dependencies?: unknown;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly main: string;
  readonly browser: string;
  readonly icon: string;
  readonly capabilities: Readonly<
    Record<string, { readonly supported: unknown; readonly description?: string }>
  >;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly category?: string }[];
    readonly configuration: {
      readonly properties: Readonly<Record<string, { readonly markdownDescription?: string }>>;
    };
  } & Readonly<Record<string, unknown>>;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const { contributes } = manifest;

const sources = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  .filter((file) => /extension|editor/.test(file))
  .map((file) => readFileSync(file, 'utf8'));

/**
 * The commands that the code registers: by a string in the call, by a constant that holds it, or through a function of
 * the same file whose first parameter it is.
 */
const registered = new Set(
  sources.flatMap((text) => {
    const calls = [...text.matchAll(/\bregister(?:TextEditor)?Command\(\s*(?:'([^']+)'|(\w+))/g)];
    return calls.flatMap(([, literal, name]) => {
      if (literal !== undefined) return literal;
      const constant = new RegExp(`\\bconst ${name} = '([^']+)'`).exec(text)?.[1];
      const helper = new RegExp(`\\bconst (\\w+) = \\(\\s*${name}: string`).exec(text)?.[1];
      const through = helper ? text.matchAll(new RegExp(`\\b${helper}\\(\\s*'([^']+)'`, 'g')) : [];
      return [constant, ...[...through].map(([, id]) => id)].filter((id) => id !== undefined);
    });
  }),
);

/**
 * The settings that the code reads from the configuration `purpose`: by a chained `get`, or by a constant that holds
 * the configuration, on which `get` is called or which is passed to a function together with the name.
 */
const read = new Set(
  sources.flatMap((text) => {
    const ours = String.raw`getConfiguration\('purpose'(?:, [^;]*?)?\)`;
    const constants = [...text.matchAll(new RegExp(String.raw`\bconst (\w+) = workspace\.${ours};`, 'g'))];
    const patterns = [ours, ...constants.map(([, name]) => String.raw`\b${name}`)].map(
      (from) => String.raw`${from}\s*\.get(?:<[^;(]*>)?\('([\w.]+)'`,
    );
    for (const [, name] of constants) patterns.push(String.raw`\b\w+\(${name}, '([\w.]+)'`);
    return patterns
      .flatMap((pattern) => [...text.matchAll(new RegExp(pattern, 'g'))])
      .map(([, name]) => `purpose.${name}`);
  }),
);

/** Every string in a value, at any depth. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value && typeof value === 'object') return Object.values(value).flatMap(strings);
  return [];
}

describe('package.json', () => {
  it('contributes no command twice, each in the category Purpose', () => {
    const ids = contributes.commands.map(({ command }) => command);
    assert.equal(new Set(ids).size, ids.length);
    for (const { command, category } of contributes.commands) {
      assert.match(command, /^purpose\.[a-zA-Z.]+$/);
      assert.equal(category, 'Purpose', command);
    }
  });

  it('contributes no command that no code registers', () => {
    assert.deepEqual(
      contributes.commands.map(({ command }) => command).filter((id) => !registered.has(id)),
      [],
    );
  });

  it('names in menus and keys only commands that it contributes', () => {
    const known = new Set(contributes.commands.map(({ command }) => command));
    const named = ['menus', 'keybindings', 'walkthroughs', 'viewsWelcome']
      .flatMap((section) => strings(contributes[section]))
      .flatMap((text) => text.match(/(?<=^|command:)purpose\.[a-zA-Z.]+$/g) ?? []);
    const places = new Set([...strings(contributes.submenus), ...strings(contributes.views)]);
    assert.deepEqual(
      named.filter((id) => !known.has(id) && !places.has(id)),
      [],
    );
  });

  it('offers the settings that the code reads, and no others', () => {
    assert.deepEqual([...read].sort(), Object.keys(contributes.configuration.properties).sort());
  });

  it('describes every setting and every limited capability', () => {
    for (const [name, setting] of Object.entries(contributes.configuration.properties)) {
      assert.ok((setting.markdownDescription ?? '').length > 20, name);
    }
    for (const [name, { description }] of Object.entries(manifest.capabilities)) {
      assert.ok((description ?? '').length > 20, name);
    }
  });

  it('points at files that are there', () => {
    const paths = [...strings(contributes), manifest.icon].filter((text) =>
      /^(?:\.\/)?(?:syntaxes|snippets|media|schemas|l10n|docs)\//.test(text),
    );
    assert.ok(paths.length >= 4);
    assert.deepEqual(
      paths.filter((path) => !existsSync(path)),
      [],
    );
  });

  it('carries an icon of the size that the Marketplace asks for', () => {
    const png = readFileSync(manifest.icon);
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [256, 256]);
  });
});

describe('what uses a language model', () => {
  const ON = "config.purpose.languageModel == 'ask' && !config.chat.disableAIFeatures";
  const ids = contributes.commands.map(({ command }) => command).filter((id) => id.includes('.reading.'));

  it('is off until the user turns it on, and no folder can', () => {
    const { 'purpose.languageModel': setting } = contributes.configuration.properties as Readonly<
      Record<string, unknown>
    >;
    const { default: value, scope } = setting as { default: unknown; scope: unknown };
    assert.deepEqual([value, scope], ['off', 'application']);
  });

  it('shows its commands, tools and skill only while it is on', () => {
    const { menus, languageModelTools, chatSkills } = contributes as unknown as {
      menus: Record<string, { command?: string; when?: string }[]>;
      languageModelTools: { when: string }[];
      chatSkills: { when: string }[];
    };
    const entries = Object.values(menus).flat();
    for (const id of ids) {
      const own = entries.filter(({ command }) => command === id);
      assert.ok(own.length > 0, id);
      for (const { when } of own)
        assert.ok(when === 'false' || when === ON || when?.startsWith(`${ON} && (`), id);
      assert.ok(
        menus.commandPalette?.some(({ command }) => command === id),
        id,
      );
    }
    for (const { when } of [...languageModelTools, ...chatSkills]) assert.equal(when, ON);
    assert.deepEqual([ids.length, languageModelTools.length, chatSkills.length], [3, 3, 1]);
    const named = ['keybindings', 'walkthroughs', 'viewsWelcome'].flatMap((part) =>
      strings(contributes[part]),
    );
    assert.deepEqual(
      named.filter((text) => text.includes('purpose.reading.')),
      [],
    );
  });

  it('is in one folder, behind the one that asks for the switch', () => {
    const files = readdirSync('src', { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
    const folder = join('src', 'editor', 'reading');
    const inFolder = (file: string) => file.startsWith(folder);
    const uses = files.filter((file) =>
      /\blm\b|\bLanguageModel\w+/.test(
        /import \{[^}]*\} from 'vscode'/.exec(readFileSync(file, 'utf8'))?.[0] ?? '',
      ),
    );
    assert.ok(uses.length > 1);
    assert.deepEqual(
      uses.filter((file) => !inFolder(file)),
      [],
    );
    const doors = files
      .filter((file) => !inFolder(file))
      .flatMap((file) => readFileSync(file, 'utf8').match(/from '\.[^']*\/reading\/[^']*'/g) ?? [])
      .filter((from) => !from.includes('../reading/') && !from.includes("'./reading/register-reading'"));
    assert.deepEqual(doors, []);
  });
});

describe('dependencies', () => {
  const names = Object.keys(manifest.devDependencies);
  const code = ['src', 'scripts', ...['unit', 'host', 'page', 'runner'].map((part) => join('test', part))]
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.(?:ts|js|mjs)$/.test(entry.name))
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name)),
    )
    .concat('esbuild.js', 'package.json')
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');

  it('are all bundled, each at one version', () => {
    assert.equal(manifest.dependencies, undefined);
    for (const name of names) assert.match(manifest.devDependencies[name] ?? '', /^\d+\.\d+\.\d+$/, name);
  });

  it('are all used', () => {
    const commands: Readonly<Record<string, string>> = {
      typescript: 'tsc ',
      '@vscode/vsce': 'vsce ',
      c8: 'c8 ',
    };
    const idle = names.filter((name) => {
      if (name.startsWith('@types/')) return false;
      const command = commands[name];
      if (command) return !code.includes(command);
      return !new RegExp(`from '${name}(?:/[^']*)?'|(?:import|require|resolve)\\('${name}(?:/[^']*)?'`).test(
        code,
      );
    });
    assert.deepEqual(
      idle.filter((name) => !['mocha', 'assert'].includes(name)),
      [],
    );
  });
});

describe('docs/rules', () => {
  const pages = readdirSync('docs/rules').filter((name) => name.endsWith('.md') && name !== 'README.md');

  it('has a page for each rule, and no other pages', () => {
    assert.deepEqual(pages.map((name) => name.slice(0, -3)).sort(), rules.map(({ id }) => id).sort());
  });

  it('names in each page the level that the rule has', () => {
    for (const { id, level } of rules) {
      const page = readFileSync(join('docs', 'rules', `${id}.md`), 'utf8').replace(/\s+/g, ' ');
      assert.match(page, new RegExp(`Level: ${level}\\b`), id);
    }
  });
});

describe('docs/README.md', () => {
  it('lists every page', () => {
    const index = readFileSync(join('docs', 'README.md'), 'utf8');
    const pages = readdirSync('docs').filter((name) => name.endsWith('.md') && name !== 'README.md');
    assert.deepEqual(
      pages.filter((name) => !index.includes(`](${name})`)),
      [],
    );
  });
});

describe('links', () => {
  const pages = ['.', 'docs', 'docs/rules', 'examples'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.md') && !name.startsWith('CHANGELOG'))
      .map((name) => join(folder, name)),
  );
  for (const page of pages) {
    it(`of ${page} lead somewhere`, () => {
      const text = readFileSync(page, 'utf8')
        .replace(/^```[\s\S]*?^```/gm, '')
        .replace(/`[^`\n]*`/g, '');
      const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(
        ([, target = '']) => target.split('#')[0] ?? '',
      );
      const dead = targets.filter(
        (target) => target !== '' && !/^[a-z]+:/.test(target) && !existsSync(join(page, '..', target)),
      );
      assert.deepEqual(dead, []);
    });
  }
});

describe('our own purpose', () => {
  const result = new LintSession().lint(readFileSync('PURPOSE.purpose.md', 'utf8'));

  it('gives our linter nothing to ask about its statement', () => {
    const { statement, findings } = result;
    assert.ok(statement);
    const inside = findings.filter(
      ({ start }) => start.offset >= statement.start.offset && start.offset < statement.end.offset,
    );
    assert.deepEqual(inside, []);
  });

  it('is quoted in README word for word', () => {
    const quoted = readFileSync('README.md', 'utf8').replace(/\n> /g, ' ').replace(/\s+/g, ' ');
    assert.ok(quoted.includes(result.statement?.plain ?? 'a statement'));
  });
});
