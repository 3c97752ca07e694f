import { commands, type Disposable } from 'vscode';
import type { Services } from '../services';
import { askWhatTheyHeard } from './ask-heard';

/** Collecting what people write from memory about a purpose. */
export function registerHeard(services: Services): Disposable {
  return commands.registerCommand('purpose.heard', (uri?: unknown) => askWhatTheyHeard(services, uri));
}
