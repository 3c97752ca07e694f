import {
  CancellationTokenSource,
  type ExtensionContext,
  type LanguageModelChat,
  LanguageModelChatMessage,
  LanguageModelError,
  lm,
  ProgressLocation,
  type QuickPickItem,
  window,
} from 'vscode';
import { within } from '../../async/time-limit';
import { type Ask, ReadingError } from '../../reading/ask-twice';
import { LONGEST_ANSWER } from '../../reading/find-json';
import { errorMessage } from '../../text/error-message';
import { askPick } from '../flow/quick-input';
import { sayNotDone } from '../messages';

/** The time limit for both rounds together, in milliseconds. */
export const TIMEOUT = 300_000;

const NO_MODEL =
  'VS Code has no language model that Purpose could ask: install an extension that provides one, and sign in there.';
const NO_ACCESS = 'This editor gives extensions no access to language models.';
const LATE = 'VS Code has not said yet which language models it has. Try again in a moment.';
/** Time limit for VS Code to list the models, in milliseconds: it queries every extension that provides some. */
const NAMING = 20_000;
/** Key for the model that was chosen last. */
const LAST = 'purpose.reading.model';

interface ModelItem extends QuickPickItem {
  readonly model: LanguageModelChat;
}

/**
 * The language model to use: the only one, or the one that the user picks; `undefined` if there is none or they left.
 */
export async function chooseModel(
  title: string,
  { globalState }: Pick<ExtensionContext, 'globalState'>,
): Promise<LanguageModelChat | undefined> {
  // Editors built on VS Code may lack this API.
  if (typeof (lm as Partial<typeof lm> | undefined)?.selectChatModels !== 'function') {
    sayNotDone(NO_ACCESS);
    return undefined;
  }
  const models = await modelsInTime();
  if (!models) sayNotDone(LATE);
  else if (models.length === 0) sayNotDone(NO_MODEL);
  if (!models || models.length < 2) return models?.[0];
  const items = models.map((model): ModelItem => ({ label: model.name, description: model.vendor, model }));
  const active = items.find(({ model }) => model.id === globalState.get(LAST));
  const picked = await askPick({ title, placeholder: 'Which language model do you ask?', items, active });
  if (picked?.kind !== 'value') return undefined;
  const { model } = picked.value;
  await globalState.update(LAST, model.id);
  return model;
}

async function modelsInTime(): Promise<readonly LanguageModelChat[] | undefined> {
  const options = { location: ProgressLocation.Window, title: 'Looking for language models' };
  return window.withProgress(options, () => within(NAMING, lm.selectChatModels()));
}

/**
 * Sends a question to a model, with a cancellable notification. Errors are shown in one sentence.
 * @param off aborts as soon as the feature is turned off
 * @returns `undefined` if there is no result, and nothing more to say
 */
export async function withProgress<Value>(
  model: LanguageModelChat,
  title: string,
  off: AbortSignal,
  run: (ask: Ask, signal: AbortSignal) => Promise<Value>,
): Promise<Value | undefined> {
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  return window.withProgress(options, async (_, token) => {
    const cancelled = new AbortController();
    const listener = token.onCancellationRequested(() => cancelled.abort());
    const signal = AbortSignal.any([cancelled.signal, off]);
    try {
      return await run(askOf(model), signal);
    } catch (error) {
      if (!signal.aborted) sayNotDone(problemWith(model, error));
      return undefined;
    } finally {
      listener.dispose();
    }
  });
}

/** Sends prompts to a model of VS Code, which asks the user for permission at the first one if the model requires it. */
function askOf(model: LanguageModelChat): Ask {
  return async (prompt, signal) => {
    const source = new CancellationTokenSource();
    const cancel = () => source.cancel();
    signal.addEventListener('abort', cancel, { once: true });
    if (signal.aborted) cancel();
    try {
      const justification = 'Purpose sends it the statement of a purpose file, because you asked for it.';
      const messages = [LanguageModelChatMessage.User(prompt)];
      const response = await model.sendRequest(messages, { justification }, source.token);
      let answer = '';
      for await (const piece of response.text) {
        answer += piece;
        // The check refuses longer answers, so stop reading.
        if (answer.length > LONGEST_ANSWER) break;
      }
      return answer;
    } finally {
      signal.removeEventListener('abort', cancel);
      source.cancel();
      source.dispose();
    }
  };
}

function problemWith({ name }: LanguageModelChat, error: unknown): string {
  if (error instanceof ReadingError) return `${name} gave no usable answer. ${error.message}`;
  const message = errorMessage(error);
  const code = error instanceof LanguageModelError ? error.code : '';
  if (code === 'NoPermissions') return `${name} was not asked: Purpose has no permission to use it.`;
  if (code === 'Blocked') return `${name} did not answer: its provider refused the request.`;
  if (code === 'NotFound') return `${name} is not there any more.`;
  return `${name} did not answer: ${message}`;
}
