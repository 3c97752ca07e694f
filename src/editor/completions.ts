import {
  CompletionItem,
  CompletionItemKind,
  type CompletionItemProvider,
  Disposable,
  languages,
  type Position,
  Range,
  SnippetString,
  type TextDocument,
} from 'vscode';
import { basename, dirname, relative } from '../files/paths';
import { SEVERITIES } from '../lint/finding';
import { rules } from '../lint/rules';
import { SCOPES } from '../lint/scope';
import { yamlPlace } from '../lint/yaml-place';
import { KINDS, STATUSES } from '../statement/front-matter';
import { builtInTemplates } from '../templates/built-in';
import { toSnippet } from '../templates/snippet';
import { frontMatterFences } from '../text/front-matter-fences';
import { forPurposeFiles } from './adopted-files';
import type { Services } from './services';
import { pathOf } from './vscode-files';

/** Keys of front matter, with their documentation. */
const KEYS: Readonly<Record<string, string>> = {
  kind: 'Whose purpose it is: a team, a community, one person …',
  status: 'How far along it is: draft, trying, ratified, worn, retired.',
  ratified: 'Since when, by how many and until when it holds; *Ratify…* writes it.',
  review: 'When to look at it again: a date, or an interval such as “every 3 months”.',
  serves: 'The wider purpose that this one serves: the path of its file.',
  lang: 'The language it is written in.',
  lint: 'Settings of the linter for this file.',
};

const VALUES: Readonly<Record<string, readonly string[]>> = {
  kind: KINDS,
  status: STATUSES,
  review: ['every month', 'every 3 months', 'every 6 months', 'every year'],
  lang: ['en', 'de', 'es', 'fr', 'nl'],
};

const SETTINGS: Readonly<Record<string, string>> = {
  rules: 'How each rule is set.',
  accept: 'Words and phrases that are never marked as vague.',
  flag: 'Words and phrases of your own to mark.',
  scope:
    'Where vague wording is marked: in the statement, with what is sure around it, or in the whole file.',
  files: 'Files of other names that are purpose files; *Adopt a File…* writes them.',
};

const SECTIONS = [
  'Purpose',
  'Who it serves',
  'What we do',
  'What changes',
  'What we do not do',
  'How we will know',
  'When we look again',
];

/** Completions: templates and sections after `/`, keys and values, rules in comments and settings files. */
export function registerCompletions(services: Services): Disposable {
  const inText: CompletionItemProvider = {
    provideCompletionItems: async (document, position) =>
      slashItems(document, position) ??
      commentItems(document, position) ??
      (await frontMatterItems(services, document, position)),
  };
  return Disposable.from(
    forPurposeFiles((selector) => languages.registerCompletionItemProvider(selector, inText, '/', ' ', ':')),
    languages.registerCompletionItemProvider(
      { pattern: '**/.purposerc.{yml,yaml}' },
      {
        provideCompletionItems: (document, position) => {
          const lines = linesUpTo(document, 0, position);
          return settingsItems(lines, position, []);
        },
      },
      ' ',
      ':',
    ),
  );
}

function slashItems(document: TextDocument, position: Position): CompletionItem[] | undefined {
  const [, indent = ''] = /^([ \t]*)\/[\w-]*$/.exec(upTo(document, position)) ?? [undefined, undefined];
  const typed = /\/[\w-]*$/.exec(upTo(document, position))?.[0];
  if (typed === undefined || indent.length + typed.length !== position.character) return undefined;
  if (frontMatterStart(document, position) !== undefined || inFence(document, position)) return undefined;
  const range = new Range(position.translate(0, -typed.length), position);
  const templates = builtInTemplates().map(({ id, title, audience, when, body }) => {
    const item = new CompletionItem({ label: title, description: 'template' }, CompletionItemKind.Snippet);
    item.filterText = `/${id} ${title}`;
    item.documentation = [audience, when].filter((text) => text !== '').join('. ');
    // Front matter exists only at the top of a file.
    const text = position.line === 0 ? body : body.slice(frontMatterFences(body)?.end ?? 0).trimStart();
    item.insertText = new SnippetString(toSnippet(text));
    return item;
  });
  const sections = SECTIONS.map((title) => {
    const item = new CompletionItem(
      { label: `## ${title}`, description: 'section' },
      CompletionItemKind.Text,
    );
    item.filterText = `/${title}`;
    item.insertText = new SnippetString(`## ${title}\n\n$0`);
    return item;
  });
  return [...sections, ...templates].map((item, index) => {
    item.range = range;
    item.sortText = String(index).padStart(3, '0');
    return item;
  });
}

function commentItems(document: TextDocument, position: Position): CompletionItem[] | undefined {
  const [, words, typed = ''] =
    /<!--[ \t]*purpose[ \t]+((?:[\w-]+[ \t,]+)*)([\w-]*)$/.exec(upTo(document, position)) ?? [];
  if (words === undefined) return undefined;
  const range = new Range(position.translate(0, -typed.length), position);
  if (words.trim() === '') {
    const verbs = {
      ignore: 'Silences rules for what follows.',
      disable: 'Silences rules from here on.',
      enable: 'Lets them speak again.',
    };
    return Object.entries(verbs).map(([verb, says]) => made(verb, says, range, CompletionItemKind.Keyword));
  }
  const taken = new Set(words.split(/[\s,]+/));
  return rules
    .filter(({ id }) => !taken.has(id))
    .map(({ id, summary }) => made(id, `Finds ${summary}.`, range, CompletionItemKind.Value));
}

async function frontMatterItems(
  services: Services,
  document: TextDocument,
  position: Position,
): Promise<CompletionItem[] | undefined> {
  const start = frontMatterStart(document, position);
  if (start === undefined) return undefined;
  const lines = linesUpTo(document, start, position);
  const place = yamlPlace(lines);
  if (!place) return undefined;
  if (place.path[0] === 'lint') return settingsItems(lines, position, ['lint']);
  if (place.path.length > 0) return undefined;
  const range = new Range(position.translate(0, -place.typed.length), position);
  if (place.key === undefined) return keys(KEYS, range);
  if (place.key === 'serves') {
    const here = pathOf(document.uri);
    const files = (await services.purposeFiles.list()).map(pathOf).filter((path) => path !== here);
    return files.map((path) =>
      made(relative(dirname(here), path), basename(path), range, CompletionItemKind.File),
    );
  }
  return (VALUES[place.key] ?? []).map((value) => made(value, '', range, CompletionItemKind.EnumMember));
}

/** Completions for linter settings, in a settings file or below a key of front matter. */
function settingsItems(
  lines: readonly string[],
  position: Position,
  below: readonly string[],
): CompletionItem[] | undefined {
  const place = yamlPlace(lines);
  if (!place) return undefined;
  const range = new Range(position.translate(0, -place.typed.length), position);
  const path = place.path.slice(below.length).join('/');
  if (path !== '' && path !== 'rules') return undefined;
  const summaries = Object.fromEntries(rules.map(({ id, summary }) => [id, `Finds ${summary}.`]));
  if (place.key === undefined) return keys(path === '' ? { ...SETTINGS, ...summaries } : summaries, range);
  if (path === '' && place.key === 'scope')
    return SCOPES.map((scope) => made(scope, '', range, CompletionItemKind.EnumMember));
  if (!Object.hasOwn(summaries, place.key)) return undefined;
  return ['off', ...SEVERITIES].map((level) => made(level, '', range, CompletionItemKind.EnumMember));
}

function keys(all: Readonly<Record<string, string>>, range: Range): CompletionItem[] {
  return Object.entries(all).map(([key, says], index) => {
    const item = made(key, says, range, CompletionItemKind.Property);
    const list = key === 'rules' || key === 'lint' || key === 'accept' || key === 'flag';
    item.insertText = list
      ? new SnippetString(`${key}:\n  ${key === 'accept' || key === 'flag' ? '- ' : ''}$0`)
      : `${key}: `;
    item.sortText = String(index).padStart(3, '0');
    if (!list) item.command = { title: 'Suggest', command: 'editor.action.triggerSuggest' };
    return item;
  });
}

function made(label: string, says: string, range: Range, kind: CompletionItemKind): CompletionItem {
  const item = new CompletionItem(label, kind);
  if (says) item.documentation = says;
  item.range = range;
  return item;
}

function upTo(document: TextDocument, position: Position): string {
  return document.lineAt(position.line).text.slice(0, position.character);
}

function linesUpTo(document: TextDocument, first: number, position: Position): string[] {
  const lines: string[] = [];
  for (let line = first; line < position.line; line++) lines.push(document.lineAt(line).text);
  return [...lines, upTo(document, position)];
}

/** The first line of the front matter around a position, closed or not; `undefined` outside. */
function frontMatterStart(document: TextDocument, position: Position): number | undefined {
  if (position.line === 0 || !/^---[ \t]*$/.test(document.lineAt(0).text)) return undefined;
  for (let line = 1; line < position.line; line++) {
    if (/^---[ \t]*$/.test(document.lineAt(line).text)) return undefined;
  }
  return 1;
}

function inFence(document: TextDocument, position: Position): boolean {
  let open = '';
  for (let line = 0; line < position.line; line++) {
    const fence = /^ {0,3}(`{3,}|~{3,})/.exec(document.lineAt(line).text)?.[1];
    if (!fence) continue;
    if (open === '') open = fence;
    else if (fence.startsWith(open)) open = '';
  }
  return open !== '';
}
