import { workspace } from 'vscode';

/**
 * Whether the user has turned on the features that use a language model: by `purpose.languageModel`, and not off for all
 * of VS Code by `chat.disableAIFeatures`.
 */
export function isReadingOn(): boolean {
  const ours = workspace.getConfiguration('purpose').get<string>('languageModel');
  return ours === 'ask' && workspace.getConfiguration('chat').get<boolean>('disableAIFeatures') !== true;
}

/** The settings that {@link isReadingOn} depends on. */
export const SWITCHES = ['purpose.languageModel', 'chat.disableAIFeatures'] as const;
