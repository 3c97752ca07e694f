import {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  Disposable,
  Location,
  languages,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { type Finding, messageWithQuestion, type Severity } from '../../lint/finding';
import { isPurposeDocument, markRange, toRange } from '../purpose-documents';
import { editsOf } from '../text-edits';
import { uriOf } from '../vscode-files';
import type { Linted, LintService } from './lint-service';
import { type QuietSpan, quietAt, unfinished } from './quiet-typing';
import { ShownFindings } from './shown-findings';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  info: DiagnosticSeverity.Information,
  warning: DiagnosticSeverity.Warning,
  error: DiagnosticSeverity.Error,
};

/** The source of our diagnostics. */
export const SOURCE = 'purpose';

/** Typed text counts as finished after this time without typing, in milliseconds from the result on. */
const TYPING_IDLE_MS = 1_350;
/** More cursors than this are a bulk edit rather than typing. */
const MAX_CURSORS = 20;

/**
 * A finding as the editor shows it: the question is part of the message, the rule's page is the link of its id.
 * @param uri the file of the finding
 */
export function toDiagnostic(finding: Finding, uri: Uri): Diagnostic {
  const { rule, severity, url } = finding;
  const diagnostic = new Diagnostic(markRange(finding), messageWithQuestion(finding), SEVERITY[severity]);
  diagnostic.source = SOURCE;
  diagnostic.code = { value: rule, target: pageAt(url) };
  if (finding.related) {
    diagnostic.relatedInformation = finding.related.map(
      (one) =>
        new DiagnosticRelatedInformation(
          new Location(one.path === undefined ? uri : uriOf(one.path), toRange(one)),
          one.message,
        ),
    );
  }
  return diagnostic;
}

const pages = new Map<string, Uri>();

/** Memoised: there are as many pages as rules, and far more findings. */
function pageAt(url: string): Uri {
  const page = pages.get(url) ?? Uri.parse(url);
  pages.set(url, page);
  return page;
}

/** Shows the findings of every open purpose document, except on text that is just being typed. */
export function registerDiagnostics(lint: LintService): Disposable {
  return new Diagnostics(lint);
}

interface Shown {
  readonly findings: ShownFindings<Diagnostic>;
  /** Whether the user is typing or pausing; `still` before anything was typed. */
  phase: 'typing' | 'pause' | 'still';
  timer: ReturnType<typeof setTimeout> | undefined;
}

class Diagnostics implements Disposable {
  readonly #collection = languages.createDiagnosticCollection('purpose');
  readonly #shown = new Map<TextDocument, Shown>();
  readonly #disposables: Disposable;

  constructor(readonly lint: LintService) {
    this.#disposables = Disposable.from(
      this.#collection,
      lint.onDidLint((linted) => this.#linted(linted)),
      lint.onDidClose((document) => this.#forget(document)),
      workspace.onDidChangeTextDocument((event) => {
        if (event.contentChanges.length === 0 || !isPurposeDocument(event.document)) return;
        const shown = this.#of(event.document);
        shown.phase = 'typing';
        clearTimeout(shown.timer);
        for (const edit of editsOf(event)) shown.findings.edited(edit);
      }),
      window.onDidChangeTextEditorSelection(({ textEditor: { document } }) => this.#refresh(document)),
      window.onDidChangeActiveTextEditor(() => {
        for (const document of this.#shown.keys()) this.#refresh(document);
      }),
      workspace.onDidDeleteFiles(({ files }) => {
        for (const uri of files) this.#collection.delete(uri);
      }),
    );
  }

  dispose(): void {
    for (const { timer } of this.#shown.values()) clearTimeout(timer);
    this.#disposables.dispose();
  }

  #linted(linted: Linted): void {
    const { document } = linted;
    const shown = this.#of(document);
    this.#show(linted, shown);
    clearTimeout(shown.timer);
    if (shown.phase !== 'typing') return;
    shown.timer = setTimeout(() => {
      shown.phase = 'pause';
      this.#refresh(document);
    }, TYPING_IDLE_MS);
  }

  #of(document: TextDocument): Shown {
    const known = this.#shown.get(document);
    const shown: Shown = known ?? {
      findings: new ShownFindings((finding) => toDiagnostic(finding, document.uri)),
      phase: 'still',
      timer: undefined,
    };
    this.#shown.set(document, shown);
    return shown;
  }

  #refresh(document: TextDocument): void {
    const shown = this.#shown.get(document);
    const linted = this.lint.last(document);
    if (shown?.findings.holding && linted) this.#show(linted, shown);
  }

  #show(linted: Linted, shown: Shown): void {
    const { document, version, result } = linted;
    // Stale: a newer result is on its way, and this one would be misplaced.
    if (document.version !== version) return;
    shown.findings.show(result, shown.phase === 'still' ? [] : atCursors(document, shown.phase === 'pause'));
    this.#collection.set(document.uri, shown.findings.all);
  }

  #forget(document: TextDocument): void {
    clearTimeout(this.#shown.get(document)?.timer);
    this.#shown.delete(document);
    this.#collection.delete(document.uri);
  }
}

/** Where new findings are held back for now, in the active editor if it shows this document. */
function atCursors(document: TextDocument, isPause: boolean): QuietSpan[] {
  const editor = window.activeTextEditor;
  if (editor?.document !== document || editor.selections.length > MAX_CURSORS) return [];
  return editor.selections.flatMap(({ active }) => {
    const blank = (line: number) => document.lineAt(line).text.replace(/^[\s>]+/, '') === '';
    let first = active.line;
    let last = active.line;
    if (!blank(active.line)) {
      while (first > 0 && active.line - first < 50 && !blank(first - 1)) first--;
      while (last < document.lineCount - 1 && last - active.line < 50 && !blank(last + 1)) last++;
    }
    const caret = document.offsetAt(active);
    const start = document.offsetAt(document.lineAt(first).range.start);
    const end = document.offsetAt(document.lineAt(last).range.end);
    const paragraph = document.getText(document.lineAt(first).range.union(document.lineAt(last).range));
    const before = paragraph.slice(0, caret - start);
    return quietAt(caret, before, unfinished(before, paragraph.slice(caret - start, end - start)), isPause);
  });
}
