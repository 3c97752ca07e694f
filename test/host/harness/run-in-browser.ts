import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type ChromiumProgram, drawNothing, launchChromium } from './chromium';
import { temporaryFolder } from './cleanup';
import { type BrowserHost, setUp } from './page-setup';
import { built, project } from './paths';
import { type Outcome, type ReportOptions, SuiteReport } from './report';
import { neededBuiltins, type ServerProgram, startServer } from './server';
import { suiteSource } from './suite-source';

export interface SuiteRun extends Omit<ReportOptions, 'host'> {
  /** Only cases whose full title matches this regular expression. */
  grep?: string;
}

/** The suite looks at none of these, and each takes time for whatever a case types. */
const plainWindow: Record<string, unknown> = {
  'breadcrumbs.enabled': false,
  'editor.bracketPairColorization.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.stickyScroll.enabled': false,
  'git.decorations.enabled': false,
  'scm.diffDecorations': 'none',
  'workbench.reduceMotion': 'on',
};

/** Runs the suite in a workbench in Chromium, in the extension host that `host` names. */
export async function runInBrowser(
  programs: { server: ServerProgram; chromium: ChromiumProgram },
  host: BrowserHost,
  { grep, verbose, messages }: SuiteRun,
): Promise<Outcome> {
  const report = new SuiteReport({ verbose, messages, host });
  const folder = await temporaryFolder('suite');
  const workspace = join(folder.path, 'workspace');
  await mkdir(workspace);
  const { memoryExtension, modelExtension } = built;
  const server = await startServer(programs.server, {
    companion: modelExtension,
    builtins: (name) => neededBuiltins.has(name),
    settings: plainWindow,
  });
  const browser = await launchChromium(programs.chromium);
  try {
    const context = await browser.newContext({
      viewport: { width: 800, height: 600 },
      reducedMotion: 'reduce',
    });
    const tests = await suiteSource(
      { host: host === 'web' ? 'web' : 'node', ...(grep === undefined ? {} : { grep }) },
      folder.path,
    );
    const address = await setUp(context, server, {
      host,
      extension: project,
      workspace,
      tests,
      memoryExtension,
      modelExtension,
    });
    const page = await context.newPage();
    await drawNothing(page);
    const ended = new Promise<void>((resolve, reject) => {
      page.exposeFunction('codeAutomationExit', () => resolve());
      page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
        const output = args.join(' ');
        report.read(output);
        if (output.startsWith('No extension host found')) reject(new Error(output));
      });
      page.once('crash', () => reject(new Error('The page crashed.')));
    });
    if (verbose) page.on('console', (message) => report.note(message.text()));
    page.on('requestfinished', () => report.startsUp());
    page.on('pageerror', (error) => report.note(`page: ${error.message}`));
    const loaded = page.goto(address, { waitUntil: 'domcontentloaded', timeout: 0 });
    await Promise.race([Promise.all([loaded, ended]), report.quiet]);
  } catch (error) {
    report.fail(error instanceof Error ? error.message : String(error));
    if (verbose) report.note(server.log());
  } finally {
    await browser.close();
    server.stop();
    folder.remove();
  }
  return report.close();
}
