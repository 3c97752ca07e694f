/** What an option of a rule takes: a list of words, or a number. */
export type RuleOption =
  | { readonly kind: 'words'; readonly description: string }
  | {
      readonly kind: 'number';
      readonly description: string;
      /** Taken where nothing is said. */
      readonly default: number;
      /** The most that makes sense; the least is 0 for every option. */
      readonly maximum?: number;
    };

/** The options of a rule by their names. */
export type RuleOptions = Readonly<Record<string, RuleOption>>;

/** Options as a rule reads them: each one given, words as a list. */
export type OptionValues<Options extends RuleOptions> = {
  readonly [Name in keyof Options]: Options[Name]['kind'] extends 'words' ? readonly string[] : number;
};

/** Fills in what is not given, and replaces what is wrong: words by none, numbers by their default. */
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

/** What is wrong with an option's value, as the end of a sentence; `undefined` where nothing is. `null` is not said. */
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
