// Checks the data files that are bundled as they are, so that a mistyped key, class or condition fails the build and
// not a user's run. The shapes follow the TypeScript types with which the code reads the data.

const { readFileSync, readdirSync } = require('node:fs');
const { basename, dirname, join } = require('node:path');

/** @typedef {(value: any) => string | undefined} Shape what is wrong with a value, as the end of a sentence */

/** @type {(what: string, test: (value: any) => boolean) => Shape} */
const is = (what, test) => (value) => (test(value) ? undefined : `is not ${what}`);
const text = is('a text', (value) => typeof value === 'string' && value.trim() !== '');
const yes = is('`true`', (value) => value === true);
const pattern = is('a regular expression', (value) => isPattern(value));
const number = is('a number', (value) => typeof value === 'number');
/** @type {(...options: string[]) => Shape} */
const oneOf = (...options) => is(`one of ${options.join(', ')}`, (value) => options.includes(value));
/** @type {(shape: Shape) => Shape} */
const listOf = (shape) => (value) => {
  if (!Array.isArray(value)) return 'is not a list';
  for (const [index, item] of value.entries()) {
    const wrong = shape(item);
    if (wrong) return `[${index}] (${JSON.stringify(item).slice(0, 40)}) ${wrong}`;
  }
  return undefined;
};
/** @type {(keys: Record<string, Shape>, required?: string[]) => Shape} */
const record =
  (keys, required = []) =>
  (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'is not a record';
    const missing = required.find((key) => !(key in value));
    if (missing) return `lacks \`${missing}\``;
    for (const [key, item] of Object.entries(value)) {
      if (!Object.hasOwn(keys, key)) return `has the unknown key \`${key}\``;
      const wrong = keys[key]?.(item);
      if (wrong) return `.${key} ${wrong}`;
    }
    return undefined;
  };
/** @type {(names: readonly string[], shape: Shape) => Record<string, Shape>} */
const each = (names, shape) => Object.fromEntries(names.map((name) => [name, shape]));

/** @type {(key: RegExp, shape: Shape) => Shape} */
const mapOf = (key, shape) => (value) =>
  record(Object.fromEntries(Object.keys(value ?? {}).map((name) => [name, shape])))(value) ??
  Object.keys(value)
    .filter((name) => !key.test(name))
    .map((name) => `has the unknown key \`${name}\``)[0];

/** @param {unknown} value */
function isPattern(value) {
  if (typeof value !== 'string' || value === '') return false;
  try {
    return new RegExp(value) instanceof RegExp;
  } catch {
    return false;
  }
}

/** A name in braces that no pattern has. @type {Shape} */
const lostName = (value) =>
  [...JSON.stringify(value).matchAll(/\{([a-z]+)\}/gi)]
    .map(([, name = '']) => name)
    .filter((name) => !['letters', 'word'].includes(name) && !Object.hasOwn(value, name))
    .map((name) => `names no pattern \`${name}\``)[0];

const empty = is('a text', (value) => typeof value === 'string');
const facts = listOf(oneOf('number', 'name', 'sense'));

/** The keys of a topic and of its entries. */
const shared = {
  says: text,
  question: text,
  why: text,
  forms: oneOf('a', 'n', 'v'),
  instead: listOf(empty),
  safe: yes,
  clearedBy: facts,
};
const entry = record({ ...shared, phrase: text }, ['phrase']);

/** @type {(rules: string[]) => Shape} */
const wordList = (rules) => {
  const definition = record(
    {
      defines: oneOf(...rules),
      title: text,
      summary: text,
      level: oneOf('off', 'info', 'warning', 'error'),
      traits: record({
        counts: oneOf('vague'),
        related: oneOf('same-noun'),
        marksFlagged: yes,
        coversNoun: yes,
        blank: yes,
      }),
      clearances: listOf(oneOf(...unionIn('src/lint/vagueness/entry.ts', 'Clearance'))),
    },
    ['defines', 'title', 'summary'],
  );
  const topic = record(
    {
      ...shared,
      topic: text,
      rule: oneOf(...rules),
      entries: listOf((item) => (typeof item === 'string' ? text(item) : entry(item))),
    },
    ['topic', 'rule', 'says', 'question', 'why', 'entries'],
  );
  return listOf((item) => (item && 'defines' in item ? definition(item) : topic(item)));
};

/**
 * The members of a union of strings, read from its TypeScript file, which is their single source.
 * @param {string} file from the root of the repository @param {string} name
 */
function unionIn(file, name) {
  const source = readFileSync(join(__dirname, '..', '..', file), 'utf8');
  const union = new RegExp(`type ${name} =([\\s|]*'[^;]*);`).exec(source)?.[1];
  if (!union) throw new Error(`${file} has no union ${name} of strings.`);
  return [...union.matchAll(/'([^']+)'/g)].map(([, member = '']) => member);
}

/** @type {readonly (readonly [RegExp, (path: string) => Shape])[]} */
const SHAPES = [
  [/src\/lint\/lexicon\/[^/]+\.yml$/, (path) => wordList(rulesDefinedIn(dirname(path)))],
  [
    /src\/lint\/wording\/questions\.yml$/,
    () => {
      const { says, question, why } = shared;
      const of = (/** @type {unknown} */ value) =>
        listOf(oneOf(...unionIn('src/english/tag.ts', 'Tag')))(value);
      return listOf(
        record({ topic: text, rule: text, of, clearedBy: facts, says, question, why }, [
          'rule',
          'says',
          'question',
          'why',
        ]),
      );
    },
  ],
  [
    /src\/english\/lexicon\.yml$/,
    () =>
      record(
        { closed: record(each(unionIn('src/english/tag.ts', 'Tag'), text)), open: mapOf(/^[nvar]+$/, text) },
        ['closed', 'open'],
      ),
  ],
  [
    /src\/english\/tagger-weights\.yml$/,
    () =>
      mapOf(
        /./,
        is('tags with whole numbers', (value) => /^(?:[nvarg]-?\d+)+$/.test(value)),
      ),
  ],
  [/src\/lint\/vagueness\/set-phrases\.yml$/, () => listOf(text)],
  [/src\/english\/(?:everyday|formal)\.yml$/, () => record(each(['words'], text), ['words'])],
  [
    /src\/english\/irregular\.yml$/,
    () => record(each(['verbs', 'nouns', 'roots'], text), ['verbs', 'nouns', 'roots']),
  ],
  [
    /src\/statement\/anatomy\/words\.yml$/,
    () => {
      const classes = unionIn('src/statement/anatomy/word-classes.ts', 'ClassName');
      return record(each(classes, text), classes);
    },
  ],
  [
    /src\/templates\/audiences\.yml$/,
    (path) => {
      const ids = readdirSync(join(dirname(path), 'catalogue')).map((name) => basename(name, '.md'));
      const keys = { label: text, detail: text, ids: listOf(oneOf(...ids)) };
      return listOf(record(keys, Object.keys(keys)));
    },
  ],
  [
    /src\/statement\/anatomy\/anatomy-weights\.yml$/,
    () => {
      const model = { bits: number, models: number, weights: text };
      const relations = { ...model, first: listOf(number), none: listOf(number) };
      const keys = {
        scale: number,
        none: listOf(number),
        spans: record(model, Object.keys(model)),
        relations: record(relations, Object.keys(relations)),
      };
      return record(keys, Object.keys(keys));
    },
  ],
  [
    /src\/statement\/find\/names\.yml$/,
    () => {
      const topics = unionIn('src/statement/find/heading-name.ts', 'HeadingTopic');
      const names = listOf(text);
      return record(each([...topics, ...topics.map((topic) => `${topic}Unspaced`)], names), topics);
    },
  ],
  [
    /src\/statement\/find\/patterns\.yml$/,
    (path) => (value) => {
      const named = (/** @type {any} */ one) => (Array.isArray(one) ? listOf(text) : text)(one);
      const asked = patternsAskedFor(dirname(path));
      return record(each(Object.keys(value), named), asked)(value) ?? lostName(value);
    },
  ],
  [
    /src\/(?:lint\/fixes\/word-patterns|lint\/rules\/placeholder-mention|statement\/callouts|statement\/anatomy\/tidy)\.yml$/,
    () => mapOf(/^[a-zA-Z]+$/, pattern),
  ],
  [
    /src\/lint\/vagueness\/clearing-words\.yml$/,
    () => {
      const groups = unionIn('src/lint/vagueness/clearing-words.ts', 'Words');
      return record(each(groups, pattern), groups);
    },
  ],
  [/src\/export\/page-style\.yml$/, () => record(each(['page', 'table'], text), ['page', 'table'])],
  [
    /src\/editor\/export\/picture-page\.yml$/,
    () => record(each(['style', 'script'], text), ['style', 'script']),
  ],
  [/src\/statement\/language\/function-words\.yml$/, () => mapOf(/^[a-z]{2}$/, text)],
  [
    /src\/lint\/fixes\/words\.yml$/,
    () => {
      const classes = unionIn('src/lint/fixes/words.ts', 'FixClass');
      return record(each(classes, text), classes);
    },
  ],
];

/** The names of the patterns that the code of a folder asks for. @param {string} folder */
function patternsAskedFor(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [
      ...readFileSync(join(folder, name), 'utf8').matchAll(
        /\b(?:textTest|wordTest|alternatives)\('(\w+)'\)/g,
      ),
    ])
    .map(([, name = '']) => name);
}

/** The rules that the word lists of a folder define. @param {string} folder */
function rulesDefinedIn(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/^- defines: ([\w-]+)$/gm)])
    .map(([, id = '']) => id);
}

/**
 * The problem in a data file as one sentence; `undefined` if there is none or no shape is known for the file.
 * @param {string} path @param {unknown} data
 */
function problemIn(path, data) {
  const at = path.replaceAll('\\', '/');
  const shape = SHAPES.find(([pattern]) => pattern.test(at))?.[1](path);
  const wrong = shape?.(data);
  return wrong && `${basename(path)}${wrong.startsWith('[') ? wrong : ` ${wrong}`}`;
}

module.exports = { problemIn };
