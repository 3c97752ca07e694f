import type { Root as ProseRoot } from 'nlcst';
import type { PurposeDocument } from '../statement/document';
import type { Block } from '../statement/markdown';
import type { FrontMatterProblem } from '../statement/purpose-file';
import type { DirectiveReading } from './directives';
import type { Draft, PlacedDraft, Severity } from './finding';
import { type OptionValues, optionValues, type RuleOptions } from './options';

/** What generic code may want to know of a rule. Code that asks for a rule's name in its place is a defect. */
export interface Traits {
  /** The figure that its findings add to; the writer can accept single words of such a rule. */
  readonly counts?: 'vague';
  /** It marks the words of the setting `flag`. */
  readonly marksFlagged?: true;
  /** Where it offers no fix, a blank with its question can take the place of what it marks. */
  readonly blank?: true;
  /** What the editor underlines; the whole finding where it is not given. */
  readonly mark?: 'first-word';
  /** Where in the document an answer to its question may be found. */
  readonly related?: 'same-noun' | 'same-blank' | 'first-of-two' | { readonly underHeading: RegExp };
  /** No comment silences it. */
  readonly unsilenced?: true;
  /** The file's own front matter cannot turn it off. */
  readonly setElsewhere?: true;
  /** Its findings can change without a change in the file. */
  readonly dependsOnFiles?: true;
}

/** What a rule may ask of the linter that runs it. */
export interface RuleContext {
  /** Whether a rule is on. */
  readonly isOn: (rule: string) => boolean;
  /** Reads a comment that may be meant for the linter. */
  readonly readDirective: (comment: string) => DirectiveReading;
  /** The settings in front matter that cannot be used. */
  readonly settingsProblems: (document: PurposeDocument) => readonly FrontMatterProblem[];
}

/** What a rule of each scope is given to check, and what it returns. Spans count from the start of what it is given. */
interface Scopes {
  /** Each retext tree of the file's prose. */
  readonly prose: { readonly input: ProseRoot; readonly draft: Draft };
  /** The retext tree of the statement. */
  readonly statement: { readonly input: ProseRoot; readonly draft: Draft };
  /** Each Markdown block. */
  readonly block: { readonly input: Block; readonly draft: Draft };
  /** The file as a whole. */
  readonly file: { readonly input: PurposeDocument; readonly draft: PlacedDraft };
  /** Nothing: it looks beyond the file, and `src/care` finds for it. */
  readonly care: { readonly input: never; readonly draft: never };
}

export type Scope = keyof Scopes;
export type Check<S extends Scope> = (input: Scopes[S]['input']) => Iterable<Scopes[S]['draft']>;

/** A rule as generic code sees it. */
export interface Rule<Id extends string, S extends Scope> {
  /** As in findings, settings and `docs/rules/ID.md`. */
  readonly id: Id;
  readonly title: string;
  /** What it finds, in one line. */
  readonly summary: string;
  /** Its severity unless the user sets another. */
  readonly level: Severity | 'off';
  readonly scope: S;
  readonly options: RuleOptions;
  readonly traits: Traits;
  /** Makes the check for options as a user gives them; what is wrong among them counts as not given. */
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

/** Makes a rule of its definition: the one value that the rules' list, the settings and the documents draw on. */
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

/** Whether a rule reads English prose, and so has no say where the statement is in another language. */
export function readsEnglish({ scope }: AnyRule): boolean {
  return scope === 'prose' || scope === 'statement';
}
