import {
  type Alias,
  type Document,
  type DocumentOptions,
  isAlias,
  Document as NewDocument,
  type ParseOptions,
  parseDocument,
  type SchemaOptions,
  visit,
  YAMLParseError,
} from 'yaml';

/** An error in YAML; offsets into its text. */
interface YamlProblem {
  /** One sentence. */
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Like the library's function, but exceptions, as for thousands of nested brackets, become errors of the document, and
 * the library prints no warnings of its own.
 */
export function parseYaml(
  text: string,
  options: ParseOptions & DocumentOptions & SchemaOptions = {},
): Document {
  if (isTooDeep(text)) return tooDeep();
  try {
    return parseDocument(text, { logLevel: 'error', ...options });
  } catch {
    return tooDeep();
  }
}

/** Maximum nesting: real settings have a few levels, and the library is quadratic in the depth. */
const DEEPEST = 100;
const DEEP_BLOCK = new RegExp(`(?:[-?:][ \t]+){${DEEPEST}}|^[ \t]{${10 * DEEPEST}}`, 'm');

function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const bracket of text.match(/[[\]{}]/g) ?? []) {
    depth += bracket === '[' || bracket === '{' ? 1 : depth > 0 ? -1 : 0;
    if (depth > DEEPEST) return true;
  }
  return DEEP_BLOCK.test(text);
}

function tooDeep(): Document {
  const document = new NewDocument();
  document.errors.push(new YAMLParseError([0, 1], 'IMPOSSIBLE', 'This is nested too deeply'));
  return document;
}

/** The value of a document without errors, or the problem with its aliases. */
export function yamlValue(
  document: Document,
): { readonly value: unknown } | { readonly problem: YamlProblem } {
  const unknown = firstAlias(document, new Set());
  if (unknown) return problemAt(unknown, `There is no anchor \`&${unknown.source}\` above this alias.`);
  let value: unknown;
  try {
    value = document.toJS();
  } catch {
    return problemAt(firstAlias(document), 'The aliases repeat too much: write the values out instead.');
  }
  return isCyclic(value)
    ? problemAt(firstAlias(document), 'An alias is inside its own anchor: write the values out instead.')
    : { value };
}

function problemAt(alias: Alias | undefined, message: string): { readonly problem: YamlProblem } {
  const [start, end] = alias?.range ?? [0, 1];
  return { problem: { message, start, end } };
}

/** @param known if given, finds the first alias without an earlier anchor; anchors are added on the way */
function firstAlias(document: Document, known?: Set<string>): Alias | undefined {
  let found: Alias | undefined;
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node) && !known?.has(node.source)) {
        found = node;
        return visit.BREAK;
      }
      if (!isAlias(node) && node.anchor) known?.add(node.anchor);
      return undefined;
    },
  });
  return found;
}

/** Without aliases there is no cycle; with them the library has limited the size. */
function isCyclic(value: unknown): boolean {
  try {
    JSON.stringify(value);
    return false;
  } catch {
    return true;
  }
}
