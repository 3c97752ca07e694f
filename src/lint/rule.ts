import type { Root as ProseRoot } from 'nlcst';
import type { PurposeDocument } from '../statement/document';
import type { Block } from '../statement/markdown';
import type { FrontMatterProblem } from '../statement/purpose-file';
import type { Draft, PlacedDraft, Severity } from './finding';
import { type OptionValues, optionValues, type RuleOptions } from './options';
import type { DirectiveReading } from './read-directive';

/** Properties of a rule for generic code, which must never compare rule names. */
export interface Traits {
  /** The figure that its findings count towards; users can accept single words of such a rule. */
  readonly counts?: 'vague';
  /** Its question is also about the noun after the marked words, which get no question of their own. */
  readonly coversNoun?: true;
  /** It marks the words of the setting `flag`. */
  readonly marksFlagged?: true;
  /** If it offers no fix, a blank with its question can replace the marked text. */
  readonly blank?: true;
  /** Words with a blank that the end of the statement can take, for a rule about a missing part. */
  readonly append?: string;
  /** The underlined range; by default the whole finding. */
  readonly mark?: 'first-word';
  /** Where in the document its question may be answered. */
  readonly related?: 'same-noun' | 'same-blank' | 'first-of-two' | { readonly underHeading: RegExp };
  /** Comments cannot silence it. */
  readonly unsilenced?: true;
  /** The file's own front matter cannot turn it off. */
  readonly setElsewhere?: true;
  /** Its findings can change without a change in the file. */
  readonly dependsOnFiles?: true;
}

/** The linter's services for a rule. */
export interface RuleContext {
  /** Whether a rule is on. */
  readonly isOn: (rule: string) => boolean;
  /** Parses a comment that may be a directive. */
  readonly readDirective: (comment: string) => DirectiveReading;
  /** The invalid settings in front matter. */
  readonly settingsProblems: (document: PurposeDocument) => readonly FrontMatterProblem[];
}

/** The input and output of a rule by scope. Spans are relative to the input. */
interface Scopes {
  /** Each retext tree of the file's prose. */
  readonly prose: { readonly input: ProseRoot; readonly draft: Draft };
  /** The retext tree of the statement. */
  readonly statement: { readonly input: ProseRoot; readonly draft: Draft };
  /** Each Markdown block. */
  readonly block: { readonly input: Block; readonly draft: Draft };
  /** The file as a whole. */
  readonly file: { readonly input: PurposeDocument; readonly draft: PlacedDraft };
  /** Nothing: it depends on other files, and `src/care` produces its findings. */
  readonly care: { readonly input: never; readonly draft: never };
}

export type Scope = keyof Scopes;
export type Check<S extends Scope> = (input: Scopes[S]['input']) => Iterable<Scopes[S]['draft']>;

/** A rule as generic code sees it. */
export interface Rule<Id extends string, S extends Scope> {
  /** As in findings, settings and `docs/rules/ID.md`. */
  readonly id: Id;
  readonly title: string;
  /** A one-line description of its findings. */
  readonly summary: string;
  /** Its default severity. */
  readonly level: Severity | 'off';
  readonly scope: S;
  readonly options: RuleOptions;
  readonly traits: Traits;
  /** Creates the check for the user's options; invalid ones count as not given. */
  readonly check: (options: Readonly<Record<string, unknown>>, context: RuleContext) => Check<S>;
}

/** A rule of any scope. */
export type AnyRule<Id extends string = string> = { [S in Scope]: Rule<Id, S> }[Scope];

interface Definition<Id extends string, S extends Scope, Options extends RuleOptions>
  extends Omit<Rule<Id, S>, 'options' | 'traits' | 'check'> {
  readonly options?: Options;
  readonly traits?: Traits;
  readonly check: (options: OptionValues<Options>, context: RuleContext) => Check<S>;
}

/** Defines a rule, from which the rules' list, the settings and the documentation are derived. */
export function defineRule<
  const Id extends string,
  S extends Scope,
  const Options extends RuleOptions = Record<never, never>,
>(definition: Definition<Id, S, Options>): Rule<Id, S> {
  const options = definition.options ?? ({} as Options);
  return {
    ...definition,
    options,
    traits: definition.traits ?? {},
    check: (given, context) => definition.check(optionValues(options, given), context),
  };
}

/** A rule whose findings come from `src/care`. */
export function defineCareRule<const Id extends string>(
  definition: Pick<Rule<Id, 'care'>, 'id' | 'title' | 'summary' | 'level'> & { readonly traits?: Traits },
): Rule<Id, 'care'> {
  return { options: {}, traits: {}, ...definition, scope: 'care', check: () => () => [] };
}

/** Whether a rule checks English prose, and so does not apply to a statement in another language. */
export function readsEnglish({ scope }: AnyRule): boolean {
  return scope === 'prose' || scope === 'statement';
}
