import { distance } from 'fastest-levenshtein';
import { STATEMENT_MARKER } from '../statement/find/marker';
import { nearest } from '../text/did-you-mean';
import { isRuleId, type RuleId, rules } from './rules';

/** A comment that controls the linter. */
export interface Directive {
  readonly verb: Verb;
  /** The rules it applies to; `undefined` means all. */
  readonly rules: readonly RuleId[] | undefined;
  /** The writer's reason. */
  readonly reason: string;
}

/** A directive, or why a comment that resembles one is invalid; `undefined` for any other comment. */
export type DirectiveReading = Directive | { readonly problem: string } | undefined;

const VERBS = ['ignore', 'disable', 'enable'] as const;
type Verb = (typeof VERBS)[number];

/**
 * Parses a comment such as `purpose ignore hedge, absolute: we mean it`. A comment that resembles a directive or the
 * statement's marker but is not one, such as `purpose-ignore hedge`, `PURPOSE IGNORE` or `purpose:statment`, is a
 * problem; prose that begins with the word is ignored.
 *
 * Why not remark-message-control: it aborts the whole run on a mistake in one comment and has no place for a reason.
 *
 * @param comment the text between `<!--` and `-->`
 */
export function readDirective(comment: string): DirectiveReading {
  const [, verb, rest = ''] = /^\s*purpose\s+(ignore|disable|enable)(?![\w-])([\s\S]*)$/.exec(comment) ?? [];
  if (verb === undefined) {
    const meant = meantBy(comment);
    return meant === undefined ? undefined : notCarriedOut(meant);
  }
  const { ids, reason } = splitReason(rest);
  const unknown = ids.find((id) => !isRuleId(id));
  if (unknown !== undefined) return { problem: unknownRule(unknown) };
  return {
    verb: verb as Verb,
    rules: ids.length > 0 ? ids.filter(isRuleId) : undefined,
    reason: reason.replace(/\s+/g, ' ').trim(),
  };
}

function splitReason(rest: string): { ids: readonly string[]; reason: string } {
  const [, head = '', reason = ''] = /^([^:]*)(?::([\s\S]*))?$/.exec(rest) ?? [];
  return { ids: head.split(/[\s,]+/).filter((id) => id !== ''), reason };
}

function notCarriedOut(meant: string): { problem: string } {
  return { problem: `This comment is not carried out; did you mean \`<!-- ${meant} -->\`?` };
}

function unknownRule(id: string): string {
  const near = nearest(
    id,
    rules.map((rule) => rule.id),
  );
  return `There is no rule “${id}”${near ? `; did you mean \`${near}\`?` : '; write a reason after a colon: `ignore hedge: we mean it`.'}`;
}

/** The directive or marker that a comment most likely means; `undefined` for prose. */
function meantBy(comment: string): string | undefined {
  return meantMarker(comment.trim()) ?? meantDirective(comment) ?? meantTool(comment);
}

/** `purpose:statment`, `purpose:Statement`, `purpose-statement`; “Purpose: statement” is a heading in a comment. */
function meantMarker(comment: string): string | undefined {
  const [, between = '', word = '', more = ''] =
    /^purpose(\s*[:_-]\s*)([a-z]+)(\s[\s\S]*)?$/i.exec(comment) ?? [];
  const [, marked = ''] = STATEMENT_MARKER.split(':');
  if (word === '' || comment === STATEMENT_MARKER || distance(word.toLowerCase(), marked) > 2)
    return undefined;
  if (/\s/.test(between) && (more !== '' || comment !== comment.toLowerCase())) return undefined;
  return more === '' || comment.startsWith(STATEMENT_MARKER) ? STATEMENT_MARKER : undefined;
}

/** The verbs of other linters. */
const SYNONYMS: ReadonlyMap<string, Verb> = new Map([
  ['off', 'disable'],
  ['on', 'enable'],
  ['skip', 'ignore'],
  ['suppress', 'ignore'],
  ['silence', 'ignore'],
  ['allow', 'ignore'],
]);
/** Their endings, such as `-next-line`, with the verb that has that reach here. */
const REACHES: readonly (readonly [RegExp, Verb])[] = [
  [/next|line|this|block|paragraph/i, 'ignore'],
  [/end/i, 'enable'],
  [/start|begin|file|all/i, 'disable'],
];
const LIKE_DIRECTIVE =
  /^\s*@?purpose(?:[-_ ]?lint(?:er)?)?(\s*[-:_./]\s*|\s*)([a-z]+)((?:[-_](?:next|this|line|block|paragraph|file|start|begin|end|all))*)(?![\w-])([\s\S]*)$/i;

function meantDirective(comment: string): string | undefined {
  const [, between = '', written = '', ending = '', rest = ''] = LIKE_DIRECTIVE.exec(comment) ?? [];
  const word = written.toLowerCase();
  const verb = between === '' ? VERBS.find((one) => one === word) : nearest(word, VERBS);
  const meant = verb ?? (between === '' ? undefined : SYNONYMS.get(word));
  if (meant === undefined) return undefined;
  const { ids } = splitReason(rest);
  const end = ids.findIndex((id) => !isRuleId(id));
  const named = (end < 0 ? ids : ids.slice(0, end)).filter(isRuleId);
  // A reason after a dash or in parentheses is a second mistake; in front of anything else the words are prose.
  const isSure =
    end < 0
      ? named.length > 0 || verb !== undefined || (word === 'off' && rest.trim() === '')
      : ending !== '' || (named.length > 0 && /^(?:[-–—(]|because$)/.test(ids[end] ?? ''));
  if (!isSure) return undefined;
  const reach = meant === 'enable' ? undefined : REACHES.find(([pattern]) => pattern.test(ending))?.[1];
  return ['purpose', reach ?? meant, named.join(', ')].filter((part) => part !== '').join(' ');
}

/** `purpsoe ignore hedge`: with a mistyped name, only a comment that is otherwise valid is surely one for Purpose. */
function meantTool(comment: string): string | undefined {
  const [, tool = '', rest = ''] =
    /^\s*([a-z]+)(\s+(?:ignore|disable|enable)\s[\s\S]*)$/i.exec(comment) ?? [];
  if (nearest(tool, ['purpose']) === undefined) return undefined;
  const read = readDirective(`purpose${rest}`);
  return read && 'rules' in read && read.rules ? `purpose ${read.verb} ${read.rules.join(', ')}` : undefined;
}
