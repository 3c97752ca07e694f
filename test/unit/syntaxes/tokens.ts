import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

interface Contribution {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo: readonly string[];
}

interface Manifest {
  readonly contributes: { readonly grammars: readonly Contribution[] };
}

const { grammars } = (JSON.parse(readFileSync('package.json', 'utf8')) as Manifest).contributes;

/** A minimal replacement: VS Code's own Markdown grammar is in no registry. */
const HOST = join('test', 'fixtures', 'grammars', 'markdown.tmLanguage.json');

const FILES = new Map([
  ['text.html.markdown', HOST],
  ...grammars.map(({ scopeName, path }) => [scopeName, path] as const),
]);

/** The Markdown grammar with our injections in it, as package.json contributes them. */
async function load() {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await oniguruma.loadWASM(readFileSync(wasm));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope) => {
      const file = FILES.get(scope);
      return file === undefined ? null : textmate.parseRawGrammar(readFileSync(file, 'utf8'), file);
    },
    getInjections: (scope) =>
      grammars.filter(({ injectTo }) => injectTo.includes(scope)).map(({ scopeName }) => scopeName),
  });
  const grammar = await registry.loadGrammar('text.html.markdown');
  if (!grammar) throw new Error('The Markdown grammar did not load.');
  return grammar;
}

let loaded: ReturnType<typeof load> | undefined;

/** One line for each range to which our grammars gave a scope: `LINE:FROM-TO text scope …`, columns from 0. */
export async function purposeTokens(text: string): Promise<string[]> {
  loaded ??= load();
  const grammar = await loaded;
  let stack = textmate.INITIAL;
  return text.split('\n').flatMap((line, index) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    return tokens.flatMap(({ startIndex, endIndex, scopes }) => {
      const ours = scopes.filter((scope) => scope.endsWith('.purpose') && !scope.startsWith('meta.'));
      if (ours.length === 0) return [];
      // The end of the line counts as one character of the last token.
      const end = Math.min(endIndex, line.length);
      return [`${index + 1}:${startIndex}-${end} ${line.slice(startIndex, end)} ${ours.join(' ')}`];
    });
  });
}
