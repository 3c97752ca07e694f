import { nearest } from '../text/did-you-mean';
import { isMapping } from '../text/is-mapping';
import { adoptedPathProblem, sectionIgnored, withoutSection } from './adopted-path';
import type { ConfigLayer, ConfigProblem, RuleSetting } from './config';
import type { Severity } from './finding';
import { optionProblem } from './options';
import { isRuleId, type RuleId, ruleOf, rules } from './rules';
import { SCOPES } from './scope';

const LEVELS = ['off', 'info', 'warning', 'error'];
const KNOWN = ['rules', 'accept', 'flag', 'scope', '$schema'];
/** Keys that only settings files may have. */
const OF_FILE = ['files'];

/** The valid settings, and the problems of the others. */
interface CheckedConfig {
  readonly layer: ConfigLayer;
  readonly problems: readonly ConfigProblem[];
}

/** Validates settings from front matter or from the editor. Uses the valid ones and reports the rest. */
export function checkConfig(value: unknown): CheckedConfig {
  const reader = new Reader(KNOWN);
  return { layer: reader.read(value), problems: reader.problems };
}

/** The same for a settings file, which can also adopt files of other names by their paths relative to its folder. */
export function checkFileConfig(value: unknown): CheckedConfig & { readonly files: readonly string[] } {
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
      else if (!this.known.includes(key))
        this.#sayKey([key], gluedKey(key) ?? unknownSetting(key, this.known));
    }
    if (value.rules !== undefined && value.rules !== null) this.#ruleMap(value.rules);
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
      const problem = adoptedPathProblem(path);
      if (problem) this.#say(['files', index], problem);
      else if (section !== undefined) this.#say(['files', index], sectionIgnored(String(path), section));
      return problem ? [] : [String(path)];
    });
  }

  #ruleMap(value: unknown): void {
    if (!isMapping(value)) {
      const message = '`rules` is a list of rules, each with its level: `hedge: off`.';
      this.problems.push({ path: ['rules'], breaks: true, message });
      return;
    }
    for (const [id, setting] of Object.entries(value)) {
      if (isRuleId(id)) this.#rule(['rules', id], id, setting);
      else this.#sayKey(['rules', id], gluedKey(id) ?? unknownRule(id));
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
    const message = `\`scope\` is one of ${SCOPES.join(', ')}.`;
    this.problems.push({ path: ['scope'], breaks: true, message });
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

/** In YAML, `hedge:off` is one word and `hedge:"off"` in braces one key. */
function gluedKey(key: string): string | undefined {
  const [, name, value] = /^([\w-]+):(\S.*)$/.exec(key) ?? [];
  return name === undefined ? undefined : `A space is missing after a colon: write \`${name}: ${value}\`.`;
}

function unknownRule(id: string): string {
  const names = rules.map((rule) => rule.id);
  return `There is no rule ${elsewhere(id, names)}`;
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
