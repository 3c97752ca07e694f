import * as library from '../../src/lib/rules';
import type { RuleOption, RuleOptions } from '../../src/lint/options';
import type { AnyRule } from '../../src/lint/rule';
import { rules } from '../../src/lint/rules';

/** Rules whose default name is taken by another plugin of the ecosystem. */
const OTHER_NAMES: Readonly<Record<string, string>> = { readability: 'Readable' };

const pascal = (id: string): string =>
  OTHER_NAMES[id] ?? id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());

const HEAD =
  '// Generated from the rules by `npm run generate`: the whole public interface of the library.\n\n';

const LEVELS = `/** How much a finding weighs, or \`off\`. */
export type Level = 'off' | 'info' | 'warning' | 'error';`;

/**
 * The declarations of `purpose-md/rules` and `purpose-md/preset`, one file each. They are generated, not emitted by
 * the compiler: emitted ones would publish the whole internal tree and its dependencies.
 */
export function generated(): Record<string, string> {
  return { 'types/rules.d.mts': rulesFile(), 'types/preset.d.mts': presetFile() };
}

function rulesFile(): string {
  const exported = rules.flatMap((rule) => {
    const kind = { prose: 'retext', statement: 'retext', block: 'remark', file: 'remark', care: '' }[
      rule.scope
    ];
    const name = `${kind}${pascal(rule.id)}`;
    return Object.hasOwn(library, name) ? [{ rule, name }] : [];
  });
  const missing = Object.keys(library).filter((name) => !exported.some((one) => one.name === name));
  if (missing.length > 0)
    throw new Error(`src/lib/rules.ts exports ${missing.join(', ')}, which no rule is called.`);
  const declarations = exported.map(({ rule, name }) => declaration(rule, name)).sort();
  return `${HEAD}import type { Plugin } from 'unified';\n\n${optionTypes()}\n\n${declarations.join('\n\n')}\n`;
}

function declaration({ summary, options }: AnyRule, name: string): string {
  const taken = Object.keys(options).length > 0;
  const parameters = taken ? `[options?: ${optionsName(options)} | null | undefined]` : '[]';
  return `/** Finds ${summary}. */\nexport declare const ${name}: Plugin<${parameters}>;`;
}

/** The name of the interface for options: rules with the same options share one. */
function optionsName(options: RuleOptions): string {
  const keys = Object.keys(options).join();
  const [first] = rules.filter((rule) => Object.keys(rule.options).join() === keys);
  return keys === 'accept,flag'
    ? 'WordOptions'
    : keys === 'accept'
      ? 'AcceptOptions'
      : `${pascal(first?.id ?? '')}Options`;
}

function optionTypes(): string {
  const seen = new Map<string, RuleOptions>();
  for (const { options } of rules)
    if (Object.keys(options).length > 0) seen.set(optionsName(options), options);
  return [...seen].map(([name, options]) => `export interface ${name} {\n${fields(options)}\n}`).join('\n\n');
}

const fields = (options: RuleOptions): string =>
  Object.entries(options)
    .map(
      ([name, option]) =>
        `  /** ${option.description}${preset(option)} */\n  readonly ${name}?: ${typeOf(option)} | null;`,
    )
    .join('\n');

const typeOf = ({ kind }: RuleOption): string => (kind === 'words' ? 'string | readonly string[]' : 'number');

const preset = (option: RuleOption): string =>
  option.kind === 'number' ? ` Default: ${Number(option.default.toFixed(2))}.` : '';

function presetFile(): string {
  const used = [
    ...new Set(
      rules.flatMap(({ options }) => (Object.keys(options).length > 0 ? [optionsName(options)] : [])),
    ),
  ];
  const settings = rules.map(({ id, summary, options }) => {
    const taken = Object.keys(options).length > 0;
    return `  /** ${summary} */\n  readonly '${id}'?: Level | readonly [Level${taken ? `, ${optionsName(options)}?` : ''}];`;
  });
  return `${HEAD}import type { Plugin, Preset, Processor } from 'unified';
import type { ${used.sort().join(', ')} } from './rules.mjs';

${LEVELS}

/** A level for each rule, with its options if it has some. */
export interface RuleSettings {
${settings.join('\n')}
}

/** Settings as in \`.purposerc.json\`. */
export interface PurposeSettings {
  readonly rules?: RuleSettings;
  /** Words that no rule asks about, in all their forms. */
  readonly accept?: readonly string[];
  /** Your own words to ask about, in all their forms. */
  readonly flag?: readonly string[];
  /** Where vague wording is marked: in the statement, with what is sure around it, or in the whole file. */
  readonly scope?: 'statement' | 'file';
}

/** A message of a file, with the sharpening question that Purpose adds. */
export type PurposeMessage = Awaited<ReturnType<Processor['process']>>['messages'][number] & {
  readonly question?: string;
};

/**
 * Runs all rules as the editor and the command line do: settings, \`lint:\` in front matter and suppression comments
 * included. It throws if a setting cannot be used.
 */
export declare const remarkPurpose: Plugin<[settings?: PurposeSettings | null | undefined]>;

/** For \`unified().use(remarkParse).use(purposePreset)\`, or \`remark --use purpose-md/preset\`. */
export declare const purposePreset: Preset;

export default purposePreset;
`;
}
