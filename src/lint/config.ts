import { normalize } from '../files/paths';
import { isMarkdownPath } from '../files/purpose-name';
import { isMapping } from '../text/is-mapping';
import { nearest } from './did-you-mean';
import type { Severity } from './finding';
import { optionProblem } from './options';
import { isRuleId, type RuleId, ruleOf, rules } from './rules';
import { SCOPES, type WordingScope } from './scope';

/** The level and options of one rule. */
export interface RuleSetting {
  readonly severity: Severity | 'off';
  readonly options: Readonly<Record<string, unknown>>;
}

/** Validated settings of one source; undefined values are left to the layer below. */
export interface ConfigLayer {
  readonly rules: ReadonlyMap<RuleId, Partial<RuleSetting>>;
  /** Words and phrases that no vagueness rule marks. */
  readonly accept: readonly string[];
  /** Words and phrases that are always marked, as buzzwords. */
  readonly flag: readonly string[];
  /** How much of the file the wording rules cover. */
  readonly scope?: WordingScope;
}

/** An invalid setting, and the path to it: `['rules', 'hedge']`. */
export interface ConfigProblem {
  readonly path: readonly (string | number)[];
  /** Whether the key is invalid, rather than its value. */
  readonly key?: true;
  /** Whether a check without it would differ from the requested one. */
  readonly breaks?: true;
  readonly message: string;
}

const LEVELS = ['off', 'info', 'warning', 'error'];
const KNOWN = ['rules', 'accept', 'flag', 'scope', '$schema'];
/** Keys that only settings files may have. */
const OF_FILE = ['files'];

/** The valid settings, and the problems of the others. */
export interface ReadConfig {
  readonly layer: ConfigLayer;
  readonly problems: readonly ConfigProblem[];
}

/** Validates settings from front matter or from the editor. Uses the valid ones and reports the rest. */
export function readConfig(value: unknown): ReadConfig {
  const reader = new Reader(KNOWN);
  return { layer: reader.read(value), problems: reader.problems };
}

/** The same for a settings file, which can also adopt files of other names by their paths relative to its folder. */
export function readFileConfig(value: unknown): ReadConfig & { readonly files: readonly string[] } {
  const reader = new Reader([...KNOWN, ...OF_FILE]);
  const layer = reader.read(value);
  const files = isMapping(value) ? reader.paths(value.files) : [];
  return { layer, files, problems: reader.problems };
}

class Reader {
  readonly problems: ConfigProblem[] = [];
  readonly #rules = new Map<RuleId, Partial<RuleSetting>>();

  /** @param known the valid keys, other than rules */
  constructor(readonly known: readonly string[]) {}

  read(value: unknown): ConfigLayer {
    if (value === undefined || value === null) return { rules: this.#rules, accept: [], flag: [] };
    if (!isMapping(value)) {
      this.#say(
        [],
        'Settings are a list of keys such as `rules`, `accept` and `flag`; this is something else.',
      );
      return { rules: this.#rules, accept: [], flag: [] };
    }
    for (const [key, setting] of Object.entries(value)) {
      // A rule is also accepted at the top level: `lint: { hedge: off }` is what people write in front matter.
      if (isRuleId(key)) this.#rule([key], key, setting);
      else if (!this.known.includes(key)) this.#sayKey([key], unknownSetting(key, this.known));
    }
    if (value.rules !== undefined) this.#ruleMap(value.rules);
    return {
      rules: this.#rules,
      accept: this.#words(value.accept, ['accept']),
      flag: this.#words(value.flag, ['flag']),
      ...this.#scope(value.scope),
    };
  }

  paths(value: unknown): readonly string[] {
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value)) {
      this.#say(['files'], '`files` is a list of Markdown files: `files: [MISSION.md]`.');
      return [];
    }
    return value.flatMap((given: unknown, index): readonly string[] => {
      const [path, section] = typeof given === 'string' ? withoutSection(given) : [given, undefined];
      const problem = pathProblem(path);
      if (problem) this.#say(['files', index], problem);
      else if (section !== undefined) this.#say(['files', index], sectionIgnored(String(path), section));
      return problem ? [] : [String(path)];
    });
  }

  #ruleMap(value: unknown): void {
    if (!isMapping(value)) {
      this.#say(['rules'], '`rules` is a list of rules, each with its level: `hedge: off`.');
      return;
    }
    for (const [id, setting] of Object.entries(value)) {
      if (isRuleId(id)) this.#rule(['rules', id], id, setting);
      else
        this.#sayKey(
          ['rules', id],
          `There is no rule ${elsewhere(
            id,
            rules.map((rule) => rule.id),
          )}`,
        );
    }
  }

  #rule(path: readonly (string | number)[], id: RuleId, value: unknown): void {
    const [level, options] = Array.isArray(value) ? value : [value, undefined];
    // YAML 1.1 parsers turn `off` into false.
    const severity = level === false ? 'off' : level === true ? undefined : level;
    if (severity !== undefined && !LEVELS.includes(severity as string)) {
      const message = `\`${id}\` takes one of ${LEVELS.join(', ')}, or a list of one of them and options.`;
      this.problems.push({ path, breaks: true, message });
      return;
    }
    this.#rules.set(id, {
      ...(severity === undefined ? {} : { severity: severity as Severity | 'off' }),
      ...(options === undefined ? {} : { options: this.#options([...path, 1], id, options) }),
    });
  }

  #options(path: readonly (string | number)[], id: RuleId, value: unknown): Record<string, unknown> {
    if (value === null) return {};
    if (!isMapping(value)) {
      this.#say(path, `The options of \`${id}\` are a list of keys and values.`);
      return {};
    }
    const known = ruleOf(id).options;
    const good: Record<string, unknown> = {};
    for (const [name, setting] of Object.entries(value)) {
      const option = Object.hasOwn(known, name) ? known[name] : undefined;
      // A single word needs no list, here as in `accept` at the top level.
      const given = option?.kind === 'words' && typeof setting === 'string' ? [setting] : setting;
      const problem = option && optionProblem(option, given);
      if (!option) this.#sayKey([...path, name], unknownOption(id, name, Object.keys(known)));
      else if (problem) this.#say([...path, name], `\`${name}\` of \`${id}\` ${problem}.`);
      else good[name] = given;
    }
    return good;
  }

  #scope(value: unknown): Pick<ConfigLayer, 'scope'> {
    if (value === undefined || value === null) return {};
    const scope = SCOPES.find((one) => one === value);
    if (scope) return { scope };
    this.#say(['scope'], `\`scope\` is one of ${SCOPES.join(', ')}.`);
    return {};
  }

  #words(value: unknown, path: readonly string[]): readonly string[] {
    if (value === undefined || value === null) return [];
    const list = typeof value === 'string' ? [value] : value;
    if (!Array.isArray(list)) {
      this.#say(path, `\`${path.join('.')}\` is a list of words or phrases.`);
      return [];
    }
    return list.filter((word, index): word is string => {
      if (typeof word === 'string' && word.trim() !== '') return true;
      this.#say([...path, index], `\`${path.join('.')}\` is a list of words or phrases; this entry is none.`);
      return false;
    });
  }

  #say(path: readonly (string | number)[], message: string): void {
    this.problems.push({ path, message });
  }

  #sayKey(path: readonly (string | number)[], message: string): void {
    this.problems.push({ path, key: true, message });
  }
}

/** An entry of `files` without the section of a link (`charter.md#mission`), and that section. */
export function withoutSection(path: string): readonly [path: string, section?: string] {
  const at = /\.\w+#/.exec(path);
  const end = at ? at.index + at[0].length - 1 : path.length;
  return at ? [path.slice(0, end), path.slice(end)] : [path];
}

/** The file is adopted, but a section cannot choose the statement: its other commands read the file alone. */
function sectionIgnored(path: string, section: string): string {
  return `Purpose adopts ${path} and does not read "${section}": write <!-- purpose:statement --> above the text that is the statement.`;
}

/** Why an entry of `files` cannot be a purpose file below the folder; `undefined` if it can. */
function pathProblem(path: unknown): string | undefined {
  if (typeof path !== 'string' || path.trim() === '')
    return 'Each of `files` is the path of a Markdown file.';
  if (/^[A-Za-z][\w+.-]*:|^\/|\\/.test(path))
    return `Write "${path}" as a path from this file's folder, with / between its parts.`;
  if (normalize(path).startsWith('..'))
    return `"${path}" leads out of this folder: name it in a settings file above both.`;
  if (!isMarkdownPath(path)) return `"${path}" is not a Markdown file: its name must end with .md.`;
  return undefined;
}

/** Rules are also valid at the top level, but listing them would hide the keys that are usual there. */
function unknownSetting(name: string, known: readonly string[]): string {
  const near = nearest(name, [...known, ...rules.map(({ id }) => id)]);
  return near === undefined
    ? `There is no setting \`${name}\`; there are ${known.join(', ')} and the names of the rules.`
    : `There is no setting ${elsewhere(name, [near])}`;
}

function unknownOption(rule: string, name: string, known: readonly string[]): string {
  return known.length === 0
    ? `\`${rule}\` has no options.`
    : `\`${rule}\` has no option ${elsewhere(name, known)}`;
}

/** The wrong name and a suggestion: the end of a sentence. */
function elsewhere(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return `\`${name}\`${near ? `; did you mean \`${near}\`?` : `; there are ${known.join(', ')}.`}`;
}

/** The settings of every rule after merging all layers. */
export interface Config {
  readonly rules: ReadonlyMap<RuleId, RuleSetting>;
  readonly scope: WordingScope;
  /** Equal for equal settings; used as a cache key. */
  readonly key: string;
}

/**
 * Merges layers onto the rules' defaults, lowest first. Word lists are joined; levels and options of a higher layer
 * win.
 */
export function resolveConfig(...layers: readonly ConfigLayer[]): Config {
  const accept = [...new Set(layers.flatMap((layer) => layer.accept))];
  const flag = [...new Set(layers.flatMap((layer) => layer.flag))];
  const resolved = new Map<RuleId, RuleSetting>();
  for (const { id, level, traits } of rules) {
    let setting: RuleSetting = { severity: level, options: {} };
    for (const layer of layers) {
      const own = layer.rules.get(id);
      if (own)
        setting = {
          severity: own.severity ?? setting.severity,
          options: { ...setting.options, ...own.options },
        };
    }
    const words = traits.counts ? ownWords(setting.options, accept, traits.marksFlagged ? flag : []) : {};
    resolved.set(id, { severity: setting.severity, options: { ...setting.options, ...words } });
  }
  const scope = layers.findLast((layer) => layer.scope)?.scope ?? 'statement';
  return { rules: resolved, scope, key: JSON.stringify([scope, ...resolved]) };
}

function ownWords(
  options: Readonly<Record<string, unknown>>,
  accept: readonly string[],
  flag: readonly string[],
): Record<string, readonly string[]> {
  const own = (key: string) => (Array.isArray(options[key]) ? (options[key] as unknown[]).map(String) : []);
  return { accept: [...own('accept'), ...accept], flag: [...own('flag'), ...flag] };
}

/** Only the defaults. */
export const DEFAULT_CONFIG: Config = resolveConfig();
