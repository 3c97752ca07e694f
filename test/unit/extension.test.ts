import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { resolve } from 'node:path';

const bundle = resolve('dist/extension.cjs');
const packageJSON = JSON.parse(readFileSync('package.json', 'utf8'));
const require = createRequire(import.meta.url);

interface Document {
  readonly uri: { readonly path: string };
  readonly languageId: string;
}

/** Node's own function by which a module is loaded. */
const loader = Module as unknown as { _load(request: string, ...rest: unknown[]): unknown };

/** An editor with an open folder: files by path, and what the extension does in it. */
class FakeEditor {
  /** The calls that register or show something, and the loaded features, in order. */
  readonly calls: string[] = [];
  readonly #opened: ((document: Document) => unknown)[] = [];

  constructor(readonly files: Readonly<Record<string, string>>) {}

  readonly vscode = {
    Disposable: { from: () => ({ dispose() {} }) },
    commands: {
      registerCommand: (id: string) => this.#did(`command ${id}`),
      executeCommand: (id: string) => this.#did(`runs ${id}`),
    },
    window: { registerTreeDataProvider: (id: string) => this.#did(`tree ${id}`) },
    workspace: {
      textDocuments: [] as Document[],
      onWillSaveTextDocument: () => ({ dispose() {} }),
      onDidOpenTextDocument: (listener: (document: Document) => unknown) => {
        this.#opened.push(listener);
        return { dispose() {} };
      },
      findFiles: async (glob: string) => {
        const end = glob.includes('purposerc') ? /\.purposerc\.(?:json|ya?ml)$/ : /\.purpose\.md$/;
        return Object.keys(this.files).filter((path) => end.test(path));
      },
      fs: { readFile: async (path: string) => new TextEncoder().encode(this.files[path]) },
    },
  };

  #did(what: string) {
    this.calls.push(what);
    return { dispose() {} };
  }

  /** Activates the built extension, and opens a file of the folder. */
  async activate(opened: string): Promise<void> {
    const load = loader._load;
    loader._load = (request, ...rest) => {
      if (request === 'vscode') return this.vscode;
      if (request !== './features.cjs') return load(request, ...rest);
      this.#did('loads the features');
      return { registerFeatures: () => ({ dispose() {} }), previewPlugin: () => [] };
    };
    try {
      delete require.cache[bundle];
      const context = {
        subscriptions: [],
        extension: { packageJSON },
        extensionUri: {},
        workspaceState: { update: async () => {} },
      };
      await require(bundle).activate(context);
      for (const listener of this.#opened) listener({ uri: { path: opened }, languageId: 'markdown' });
      // The search waits for promises of this fake only, and all of them are done by then.
      await new Promise((done) => setImmediate(done));
    } finally {
      loader._load = load;
    }
  }
}

const SETTINGS = '# files: [README.md]\nrules:\n  hedge: off\n';

describe('the extension', () => {
  it('loads and shows nothing in a workspace without adopted files', async () => {
    const files = {
      '/w/README.md': '# Bikes\n',
      '/w/MISSION.md': 'We mend many.\n',
      '/w/.purposerc.yml': SETTINGS,
    };
    const editor = new FakeEditor(files);
    await editor.activate('/w/MISSION.md');
    const kinds = new Set(editor.calls.map((call) => call.replace(/ purpose\..*/, '')));
    // Commands and the tree load the features only when the user runs or shows them.
    assert.deepEqual([...kinds], ['command', 'tree'], editor.calls.join('\n'));
  });

  for (const [name, files, opened] of [
    ['has a purpose file', { '/w/a/team.purpose.md': '' }, '/w/README.md'],
    ['adopts a file', { '/w/.purposerc.yml': 'files:\n  - MISSION.md\n' }, '/w/README.md'],
    ['adopts a file in JSON', { '/w/.purposerc.json': '{ "files": ["MISSION.md"] }' }, '/w/README.md'],
    ['shows a purpose file from elsewhere', {}, '/elsewhere/team.purpose.md'],
  ] as const) {
    it(`loads its features in a window that ${name}`, async () => {
      const editor = new FakeEditor(files);
      await editor.activate(opened);
      assert.ok(editor.calls.includes('loads the features'), editor.calls.join('\n'));
    });
  }
});
