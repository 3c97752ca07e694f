import { MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { loopInWords } from '../../care/serves';
import type { ServesNode } from '../../care/serves-tree';
import { fitWords } from '../../history/vocabulary';
import type { PurposeFacts } from './purpose-facts';

export type PurposeNode = ServesNode<PurposeFacts>;

/** A purpose with a review within this many days is fresh. */
const FRESH_DAYS = 100;
const DAY = 86_400_000;

/** An item of the tree: title, path among equal titles, kind, status, and how fresh it is, in words and in colour. */
export function purposeItem(node: PurposeNode): TreeItem {
  const { file, servedBy } = node;
  const { uri, title, place, kind, status, due } = file;
  const item = new TreeItem(
    title,
    servedBy.length > 0 ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.None,
  );
  const overdue = (due?.overdueDays ?? 0) > 0 && status !== 'retired';
  const words = [
    place,
    kind,
    status,
    overdue ? 'review due' : undefined,
    node.loop ? 'serves itself' : undefined,
  ];
  item.id = uri.toString();
  item.description = words.filter((word) => word).join(' · ');
  item.iconPath = iconOf(node);
  item.contextValue = 'purpose';
  item.command = { command: 'vscode.open', title: 'Open', arguments: [uri] };
  item.accessibilityInformation = {
    label: [title, item.description, problemOf(node)].filter((part) => part).join(', '),
  };
  return item;
}

/** Whether a purpose is due for a review. */
export function isDue({ due, status }: PurposeFacts): boolean {
  return (due?.overdueDays ?? 0) > 0 && status !== 'retired';
}

/** The icon of a purpose, and its meaning. */
interface Sign {
  readonly icon: string;
  readonly color?: string;
  readonly means: string;
}

const SIGNS = {
  problem: { icon: 'warning', color: 'list.warningForeground', means: 'something is wrong in this file' },
  due: { icon: 'bell', color: 'list.warningForeground', means: 'its review is due' },
  retired: { icon: 'archive', means: 'retired' },
  draft: { icon: 'edit', means: 'a draft, or not written yet' },
  fresh: {
    icon: 'circle-filled',
    color: 'charts.green',
    means: `refined, reaffirmed or noted on in the last ${FRESH_DAYS} days`,
  },
  quiet: { icon: 'circle-outline', means: `nothing recorded in the last ${FRESH_DAYS} days` },
} as const satisfies Record<string, Sign>;

function signOf(node: PurposeNode): Sign {
  const { file } = node;
  if (problemOf(node)) return SIGNS.problem;
  if (isDue(file)) return SIGNS.due;
  if (file.status === 'retired') return SIGNS.retired;
  if (file.statement === '' || file.status === 'draft') return SIGNS.draft;
  const cared = file.care && Date.now() - Date.parse(file.care.last.time) < FRESH_DAYS * DAY;
  return cared ? SIGNS.fresh : SIGNS.quiet;
}

function iconOf(node: PurposeNode): ThemeIcon {
  const { icon, color } = signOf(node);
  return new ThemeIcon(icon, color === undefined ? undefined : new ThemeColor(color));
}

/** The problem of a purpose file as a member of the tree. */
function problemOf({ file, loop, broken }: PurposeNode): string | undefined {
  if (loop) return `These purposes serve each other in a loop: ${loopInWords(loop)}.`;
  return broken ?? file.problem;
}

/**
 * The statement, and its care.
 * @param questions the number of findings in the file
 */
export function purposeTooltip(node: PurposeNode, questions: number | undefined): MarkdownString {
  const { statement, care, due } = node.file;
  const text = new MarkdownString(undefined, true);
  // As text, not Markdown: hovering must not load an image that a file names.
  text.appendText(statement === '' ? 'No statement yet.' : statement);
  const sign = signOf(node);
  const lines = [
    `$(${sign.icon}) The sign means: ${escaped(sign.means)}`,
    care?.refined && `$(edit) Last refined ${day(care.refined.time)}${by(care.refined.author)}`,
    care?.reaffirmed && `$(check) Reaffirmed ${day(care.reaffirmed.time)}${by(care.reaffirmed.author)}`,
    care?.noted &&
      `$(comment) Last note ${day(care.noted.time)}${care.noted.fit ? `: ${escaped(fitWords(care.noted.fit).past)}` : ''}`,
    due && `$(bell) Review ${due.overdueDays > 0 ? 'was due' : 'due'} ${day(due.due.toISOString())}`,
    questions && `$(question) ${questions} open ${questions === 1 ? 'question' : 'questions'}`,
    problemOf(node) && `$(warning) ${escaped(problemOf(node) ?? '')}`,
  ].filter((line): line is string => typeof line === 'string');
  text.appendMarkdown(`\n\n---\n\n${lines.join('  \n')}`);
  return text;
}

function day(time: string): string {
  return new Date(time).toLocaleDateString(undefined, { dateStyle: 'medium', timeZone: 'UTC' });
}

function by(author: string): string {
  return author === '' ? '' : ` by ${escaped(author)}`;
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~&$!]/g, '\\$&').replace(/\s+/g, ' ');
}
