/** The type of a rule's option: a list of words, or a number. */
export type RuleOption =
  | { readonly kind: 'words'; readonly description: string }
  | {
      readonly kind: 'number';
      readonly description: string;
      /** Used if no value is given. */
      readonly default: number;
      /** The largest sensible value; the smallest is 0 for every option. */
      readonly maximum?: number;
    };

/** The options of a rule by their names. */
export type RuleOptions = Readonly<Record<string, RuleOption>>;

/** The resolved options of a rule: every key present, words as a list. */
export type OptionValues<Options extends RuleOptions> = {
  readonly [Name in keyof Options]: Options[Name]['kind'] extends 'words' ? readonly string[] : number;
};

/** Adds missing values and replaces invalid ones: words with an empty list, numbers with their default. */
export function optionValues<Options extends RuleOptions>(
  options: Options,
  given: Readonly<Record<string, unknown>>,
): OptionValues<Options> {
  const values = Object.entries(options).map(([name, option]) => {
    const value = given[name];
    if (option.kind === 'words') return [name, Array.isArray(value) ? value.filter(isWord) : []];
    return [name, typeof value === 'number' && value >= 0 ? value : option.default];
  });
  return Object.fromEntries(values);
}

function isWord(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

export const ACCEPT = {
  accept: { kind: 'words', description: 'Words that this rule never marks.' },
} as const satisfies RuleOptions;

/** The options of all rules with word lists. */
export const OWN_WORDS = {
  ...ACCEPT,
  flag: { kind: 'words', description: 'Words of your own that this rule marks.' },
} as const satisfies RuleOptions;

/**
 * Why an option's value is invalid, as the end of a sentence; `undefined` if it is valid. `null` counts as not given.
 */
export function optionProblem(option: RuleOption, value: unknown): string | undefined {
  if (value === null) return undefined;
  if (option.kind === 'words') {
    const words = Array.isArray(value) && value.every(isWord);
    return words ? undefined : 'is a list of words or phrases';
  }
  const { maximum = Number.POSITIVE_INFINITY } = option;
  const good = typeof value === 'number' && value >= 0 && value <= maximum;
  return good
    ? undefined
    : option.maximum === undefined
      ? 'is a number from 0 on'
      : `is a number from 0 to ${maximum}`;
}
