import type { Severity } from './finding';
import { type RuleId, rules } from './rules';
import type { WordingScope } from './scope';

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
