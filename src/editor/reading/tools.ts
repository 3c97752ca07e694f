import { Disposable, LanguageModelTextPart, LanguageModelToolResult, lm, type Uri, workspace } from 'vscode';
import { purposeName } from '../../files/purpose-name';
import { readText } from '../../files/read-text';
import { PurposeHistory } from '../../history/history';
import { storyOf } from '../../history/story';
import { LintSession } from '../../lint/session';
import { lintAnswer, listedPurpose } from '../../reading/tool-answers';
import type { Services } from '../services';
import { pathOf } from '../vscode-files';

/** The longest text that is linted for an agent, in UTF-16 units. */
const LONGEST_TEXT = 100_000;
/** Maximum numbers of listed purposes and of history entries. */
const MAX_PURPOSES = 200;
const MAX_ENTRIES = 20;

/** The tools for agents: read-only, and only for purpose files of the workspace. */
export function registerTools(services: Services): Disposable {
  // Editors built on VS Code may lack this API.
  if (typeof (lm as Partial<typeof lm> | undefined)?.registerTool !== 'function')
    return new Disposable(() => {});
  const tool = (name: string, answer: (input: Readonly<Record<string, unknown>>) => Promise<unknown>) =>
    lm.registerTool<Readonly<Record<string, unknown>> | undefined>(name, {
      async invoke({ input }) {
        const text = JSON.stringify(await answer(input ?? {}), undefined, 1);
        return new LanguageModelToolResult([new LanguageModelTextPart(text)]);
      },
    });
  return Disposable.from(
    tool('purpose_lint', async ({ text }) => lintText(text)),
    tool('purpose_read', async ({ path }) => readPurpose(services, path)),
    tool('purpose_list', async () => listPurposes(services)),
  );
}

function lintText(text: unknown) {
  if (typeof text !== 'string' || text.trim() === '') throw new Error('Give the text to lint as "text".');
  if (text.length > LONGEST_TEXT) throw new Error(`The text is longer than ${LONGEST_TEXT} characters.`);
  return lintAnswer(new LintSession().lint(text));
}

async function readPurpose({ files, settings, history, purposeFiles }: Services, path: unknown) {
  const uris = await purposeFiles.listAfresh();
  const uri = uris.find((one) => nameFor(one) === path);
  if (!uri) throw new Error('There is no such purpose file: take a "path" of purpose_list.');
  const at = pathOf(uri);
  const result = new LintSession().lint(await readText(files, at), await settings.layersFor(uri));
  const timeline = new PurposeHistory(history.deps, at);
  await timeline.refresh();
  const title = result.document.title ?? purposeName(uri.path);
  const { entries, older } = timeline;
  const isCut = older !== 'none' || entries.length > MAX_ENTRIES;
  return {
    ...listedPurpose(nameFor(uri), result),
    ...lintAnswer(result),
    story: storyOf(title, entries.slice(0, MAX_ENTRIES)),
    olderEntriesLeftOut: isCut,
  };
}

async function listPurposes({ files, purposeFiles }: Services) {
  const uris = await purposeFiles.listAfresh();
  const session = new LintSession();
  const purposes = await Promise.all(
    uris.slice(0, MAX_PURPOSES).map(async (uri) => {
      const text = await readText(files, pathOf(uri)).catch(() => undefined);
      return text === undefined ? [] : [listedPurpose(nameFor(uri), session.lint(text))];
    }),
  );
  return { purposes: purposes.flat(), leftOut: Math.max(0, uris.length - MAX_PURPOSES) };
}

/** The path of a file for agents: relative to the workspace, with the folder's name if there are several. */
function nameFor(uri: Uri): string {
  return workspace.asRelativePath(uri);
}
