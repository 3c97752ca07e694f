import { workspace } from 'vscode';

/**
 * Whether the features that use a language model are on: `purpose.languageModel` is set, and `chat.disableAIFeatures`
 * does not disable them for all of VS Code.
 */
export function isReadingOn(): boolean {
  const ours = workspace.getConfiguration('purpose').get<string>('languageModel');
  return ours === 'ask' && workspace.getConfiguration('chat').get<boolean>('disableAIFeatures') !== true;
}

/** The settings that {@link isReadingOn} depends on. */
export const SWITCHES = ['purpose.languageModel', 'chat.disableAIFeatures'] as const;
