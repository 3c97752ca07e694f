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

export const ACCEPT = {
  accept: { kind: 'words', description: 'Words that this rule never marks.' },
} as const satisfies RuleOptions;

/** The options of all rules that go by word lists. */
export const OWN_WORDS = {
  ...ACCEPT,
  flag: { kind: 'words', description: 'Words of your own that this rule marks.' },
} as const satisfies RuleOptions;

export const READABILITY = {
  age: { kind: 'number', description: 'Age in years for which a sentence should be easy.', default: 16 },
  threshold: {
    kind: 'number',
    description: 'Share of the formulas that must agree.',
    default: 4 / 7,
    maximum: 1,
  },
  minWords: { kind: 'number', description: 'Shorter sentences are passed over.', default: 10 },
} as const satisfies RuleOptions;

export const STATEMENT_LENGTH = {
  sentences: { kind: 'number', description: 'Most sentences; 0 sets no limit.', default: 2 },
  words: { kind: 'number', description: 'Most words; 0 sets no limit.', default: 40 },
} as const satisfies RuleOptions;

/** What is wrong with an option's value, as the end of a sentence; `undefined` where nothing is. `null` is not said. */
export function optionProblem(option: RuleOption, value: unknown): string | undefined {
  if (value === null) return undefined;
  if (option.kind === 'words') {
    const words =
      Array.isArray(value) && value.every((word) => typeof word === 'string' && word.trim() !== '');
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
