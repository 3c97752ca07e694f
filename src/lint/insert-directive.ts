import type { Nodes, Parents } from 'mdast';
import type { PlacedBlock } from '../statement/document';
import { lineEnding } from '../text/line-ending';
import type { TextEdit } from '../text/text-edit';
import type { Finding } from './finding';
import type { LintResult } from './lint-result';
import { ruleOf } from './rules';

/** A node with its ancestors, the outermost first. */
interface Target {
  readonly node: Nodes;
  readonly parents: readonly Parents[];
}

/**
 * The edit that inserts a comment to silence a finding, with an optional reason.
 *
 * Its range is as small as possible: the paragraph, heading or cell. Candidate positions are tested by linting the text
 * with the comment: the first one is used at which this finding (with those of its rule in the same paragraph) is gone,
 * all others are unchanged, and so is the statement. `undefined` if there is none, as in front matter.
 * @param relint the result after edits, under the same settings
 */
export function ignoreEdit(
  result: LintResult,
  finding: Finding,
  reason: string,
  relint: (edits: readonly TextEdit[]) => LintResult,
): TextEdit | undefined {
  const placed = blockAt(result, finding.start.offset);
  const target = placed && deepest(placed.block.tree, finding.start.offset - placed.offset);
  if (!placed || !target || ruleOf(finding.rule).traits.unsilenced) return undefined;
  const span = { start: placed.offset + startOf(target.node), end: placed.offset + endOf(target.node) };
  for (const edit of places(result, placed, target, ignoreComment(finding.rule, reason))) {
    if (holds(result, relint([edit]), finding, edit, span)) return edit;
  }
  return undefined;
}

/** A comment for one rule; text that would end it early is removed from the reason. */
export function ignoreComment(rule: string, reason: string): string {
  const said = reason.replace(/-*-->/g, '→').replace(/\s+/g, ' ').trim();
  return said ? `<!-- purpose ignore ${rule}: ${said} -->` : `<!-- purpose ignore ${rule} -->`;
}

function blockAt({ document }: LintResult, offset: number): PlacedBlock | undefined {
  return document.blocks.findLast((placed) => placed.offset <= offset);
}

/** Nodes that contain prose. */
const READ: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell', 'html']);

/** The paragraph, heading, cell or HTML at an offset. */
function deepest(root: Parents, offset: number): Target | undefined {
  const parents: Parents[] = [root];
  for (;;) {
    const around = parents.at(-1) as Parents;
    const node = around.children.find((child) => startOf(child) <= offset && offset < endOf(child));
    if (!node) return undefined;
    if (READ.has(node.type)) return { node, parents };
    if (!('children' in node)) return undefined;
    parents.push(node);
  }
}

/** Candidate positions of the comment, the most readable first. */
function* places(
  result: LintResult,
  placed: PlacedBlock,
  { node, parents }: Target,
  comment: string,
): Generator<TextEdit> {
  const at = (offset: number, text: string): TextEdit => ({
    offset: placed.offset + offset,
    length: 0,
    text,
  });
  const { text } = placed.block;
  const eol = lineEnding(result.document.text);
  const last = 'children' in node ? node.children.at(-1) : undefined;
  const inside =
    last && at(endOf(last), ` ${node.type === 'tableCell' ? comment.replace(/\|/g, '\\|') : comment}`);

  if (node.type === 'tableCell') {
    if (inside) yield inside;
    return;
  }
  const inItem = parents.some(({ type }) => type === 'listItem');
  const quote = outermost(parents);
  if (quote) yield* before(quote, parents[0] as Parents);
  if (!inItem) yield* before(node, parents.at(-1) as Parents);
  if (inside) yield inside;
  if (inItem) yield* before(node, parents.at(-1) as Parents);

  function* before(what: Nodes, parent: Parents): Generator<TextEdit> {
    const above = commentAbove(result, placed, what, parent);
    if (above !== undefined) yield { offset: above, length: 0, text: ` ${comment}` };
    const start = startOf(what);
    const line = /[^\r\n]*$/.exec(text.slice(0, start))?.[0] ?? '';
    // On the first line of a list item the prefix is its marker; its other lines are only indented.
    yield at(start, `${comment}${eol}${line.replace(/[^>\s]/g, ' ')}`);
  }
}

/** The quote at the top of the file that contains only the target. */
function outermost([, ...inner]: readonly Parents[]): Parents | undefined {
  const [quote] = inner;
  return quote && inner.every(({ type, children }) => type === 'blockquote' && children.length === 1)
    ? quote
    : undefined;
}

/**
 * The end of the comments directly above that apply to the target: a comment between them and the target would detach
 * them.
 */
function commentAbove(
  { document }: LintResult,
  placed: PlacedBlock,
  what: Nodes,
  parent: Parents,
): number | undefined {
  const index = parent.children.indexOf(what as never);
  const inBlock = parent.children[index - 1];
  const previous = document.blocks[document.blocks.indexOf(placed) - 1];
  const from = inBlock || parent.type !== 'root' ? placed : previous;
  const above = inBlock ?? (from === previous ? previous?.block.tree.children.at(-1) : undefined);
  if (above?.type !== 'html' || !from || !/<!--\s*purpose\s+ignore[\s\S]*-->\s*$/.test(above.value))
    return undefined;
  return from.offset + endOf(above);
}

function holds(
  before: LintResult,
  after: LintResult,
  finding: Finding,
  edit: TextEdit,
  target: { readonly start: number; readonly end: number },
): boolean {
  if (after.statement?.plain !== before.statement?.plain) return false;
  const others = before.findings.filter(
    ({ rule, start }) => rule !== finding.rule || start.offset < target.start || start.offset >= target.end,
  );
  if (others.length !== after.findings.length) return false;
  return others.every((one, index) => {
    const now = after.findings[index] as Finding;
    if (one.rule !== now.rule || one.message !== now.message) return false;
    // A finding on the whole file is marked on its first line, whichever that is.
    if (ruleOf(one.rule).scope === 'file') return true;
    const shift = one.start.offset >= edit.offset ? edit.text.length : 0;
    return one.text === now.text && one.start.offset + shift === now.start.offset;
  });
}

function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}

function endOf(node: Nodes): number {
  return node.position?.end.offset ?? 0;
}
