import * as vscode from 'vscode';
import type { Reply, TestModel } from './models';

// A companion of the tests: language models that say what a case wants them to say.

/** The part of the API for providers of models that is used here; it is younger than the oldest VS Code we run in. */
interface ProviderApi {
  registerLanguageModelChatProvider?(vendor: string, provider: unknown): vscode.Disposable;
}

let models: readonly TestModel[] = [];
let prompts: string[] = [];

export function activate(context: vscode.ExtensionContext): void {
  const { registerLanguageModelChatProvider: register } = vscode.lm as ProviderApi;
  const changed = new vscode.EventEmitter<void>();
  context.subscriptions.push(
    changed,
    vscode.commands.registerCommand('purposeTest.models', (wanted: readonly TestModel[]) => {
      models = wanted;
      prompts = [];
      changed.fire();
      return register !== undefined;
    }),
    vscode.commands.registerCommand('purposeTest.prompts', () => prompts),
  );
  if (!register) return;
  const provider = {
    onDidChangeLanguageModelChatInformation: changed.event,
    provideLanguageModelChatInformation: () =>
      models.map(({ name }) => ({
        id: name,
        name,
        family: 'test',
        version: '1',
        maxInputTokens: 100_000,
        maxOutputTokens: 100_000,
        capabilities: {},
      })),
    provideTokenCount: async () => 1,
    async provideLanguageModelChatResponse(
      { id }: { id: string },
      messages: readonly { content: readonly unknown[] }[],
      _options: unknown,
      progress: vscode.Progress<vscode.LanguageModelTextPart>,
      token: vscode.CancellationToken,
    ): Promise<void> {
      const parts = messages.flatMap(({ content }) => content) as { value?: string }[];
      prompts.push(parts.map(({ value = '' }) => value).join(''));
      const { replies = [] } = models.find(({ name }) => name === id) ?? {};
      await reply(replies[Math.min(prompts.length, replies.length) - 1], progress, token);
    },
  };
  context.subscriptions.push(register('purpose-test', provider));
}

async function reply(
  wanted: Reply | undefined,
  progress: vscode.Progress<vscode.LanguageModelTextPart>,
  token: vscode.CancellationToken,
): Promise<void> {
  if (wanted === undefined) return;
  if (typeof wanted === 'string') {
    // In pieces, as models answer.
    for (let at = 0; at < wanted.length; at += 2000)
      progress.report(new vscode.LanguageModelTextPart(wanted.slice(at, at + 2000)));
    return;
  }
  if (wanted.fails) throw new Error(wanted.fails);
  // Never answers, but for a cancel.
  await new Promise<void>((resolve) => token.onCancellationRequested(() => resolve()));
  prompts.push('cancelled');
}
