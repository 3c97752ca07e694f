import { ConfigurationTarget, commands, lm, workspace } from 'vscode';
import type { TestModel } from '../../model-provider/models';
import { eventually, tick } from './events';

const has = 'registerLanguageModelChatProvider' in lm;

/** `it` for cases that need language models: older editors let no extension provide any. */
export const itWithModels: (title: string, run: Mocha.AsyncFunc) => void = has
  ? it
  : (title, run) => {
      it.skip(`${title} (this VS Code has no lm.registerLanguageModelChatProvider)`, run);
    };

/** Has VS Code offer these models and no others of the tests, and forgets what was asked. */
export async function provideModels(...models: TestModel[]): Promise<void> {
  await commands.executeCommand('purposeTest.models', models);
  const names = models.map(({ name }) => name).join();
  await eventually(`the models ${names}`, [tick], async () => {
    const found = await lm.selectChatModels({ vendor: 'purpose-test' });
    return found.map(({ name }) => name).join() === names || undefined;
  });
}

/** The prompts to the models, in order, with `cancelled` where a request was cancelled. */
export async function promptsSent(): Promise<readonly string[]> {
  return (await commands.executeCommand<string[]>('purposeTest.prompts')) ?? [];
}

/** The commands of the second reading that are registered. */
export async function readingCommands(): Promise<readonly string[]> {
  return (await commands.getCommands(true)).filter((id) => id.startsWith('purpose.reading.'));
}

/** Sets the switch of the language model; open a purpose file first. */
export async function switchReading(to: 'off' | 'ask', disableAIFeatures = to === 'off'): Promise<void> {
  const set = (section: string, key: string, value: unknown) =>
    workspace.getConfiguration(section).update(key, value, ConfigurationTarget.Global);
  await set('chat', 'disableAIFeatures', disableAIFeatures);
  await set('purpose', 'languageModel', to === 'off' ? undefined : to);
  const isOn = to === 'ask' && !disableAIFeatures;
  await eventually('the switch to be taken over', [tick], async () =>
    (await readingCommands()).length > 0 === isOn ? true : undefined,
  );
}
