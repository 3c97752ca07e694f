import {
  type Disposable,
  Hover,
  type HoverProvider,
  languages,
  MarkdownString,
  type Position,
  type TextDocument,
} from 'vscode';
import type { Finding } from '../../lint/finding';
import { fixesFor, narrowestFirst } from '../../lint/fixes';
import type { LintResult } from '../../lint/lint-result';
import { forPurposeFiles } from '../adopted-files';
import { markRange, ruleIn } from '../purpose-documents';
import type { Services } from '../services';
import { PARTS } from '../statement/statement-parts';
import { FINDING_COMMANDS, referTo } from './finding-commands';
import type { LintService } from './lint-service';

/** Shows why a question is asked, possible replacements, and which part of the statement this is. */
export function registerHover({ lint }: Services): Disposable {
  const provider = new FindingHover(lint);
  return forPurposeFiles((selector) => languages.registerHoverProvider(selector, provider));
}

class FindingHover implements HoverProvider {
  constructor(readonly lint: LintService) {}

  async provideHover(document: TextDocument, position: Position): Promise<Hover | undefined> {
    const result = (await this.lint.current(document))?.result;
    if (!result) return undefined;
    const offset = document.offsetAt(position);
    const here = narrowestFirst(
      result
        .findingsAt({ start: offset, end: offset })
        .filter((finding) => markRange(finding).contains(position)),
    );
    const marked = languages.getDiagnostics(document.uri);
    const texts = here.map((finding) => {
      const at = markRange(finding);
      const isMarked = marked.some(
        (diagnostic) => ruleIn(diagnostic) === finding.rule && diagnostic.range.isEqual(at),
      );
      return about(document, result, finding, isMarked);
    });
    const legend = legendAt(result, offset);
    if (legend) texts.push(legend);
    const [first] = here;
    return texts.length > 0 ? new Hover(texts, first && markRange(first)) : undefined;
  }
}

function about(
  document: TextDocument,
  { document: { text } }: LintResult,
  finding: Finding,
  isMarked: boolean,
): MarkdownString {
  const hover = new MarkdownString();
  hover.isTrusted = { enabledCommands: [FINDING_COMMANDS.fix] };
  // The diagnostic, which the editor shows right above, already has the question.
  if (finding.question && !isMarked) hover.appendMarkdown(`**${escaped(finding.question)}**\n\n`);
  const links = fixesFor(finding, text).map((fix, index) => {
    const args = encodeURIComponent(JSON.stringify([referTo(document, finding), index]));
    const label = fix.kind === 'remove' ? 'Remove it' : `“${escaped(fix.text)}”`;
    return `[${label}](command:${FINDING_COMMANDS.fix}?${args} "Put it there")`;
  });
  if (links.length > 0) hover.appendMarkdown(`Instead: ${links.join(' · ')}\n\n`);
  if (finding.note) hover.appendMarkdown(escaped(finding.note));
  return hover;
}

/** The meaning of the colours, for the part of the statement at an offset. */
function legendAt({ anatomy }: LintResult, offset: number): MarkdownString | undefined {
  const here = PARTS.filter(({ part }) => {
    const found = anatomy[part];
    return found && found.start <= offset && offset < found.end;
  });
  if (here.length === 0) return undefined;
  const legend = new MarkdownString();
  for (const { part, name, means } of PARTS) {
    const found = anatomy[part];
    const isHere = here.some((one) => one.part === part);
    const said = found ? `“${escaped(found.text)}”` : `not found. ${means}`;
    legend.appendMarkdown(`- ${isHere ? `**${name}**` : name}: ${said}\n`);
  }
  return legend;
}

/** Escapes text for Markdown. `appendText` would also make spaces non-breaking. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>&~$-]/g, '\\$&');
}
