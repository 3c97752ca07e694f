import { commands, type Disposable } from 'vscode';
import type { Services } from '../services';
import { askWhatTheyHeard } from './ask-heard';

/** What people say from memory that a purpose is. */
export function registerHeard(services: Services): Disposable {
  return commands.registerCommand('purpose.heard', (uri?: unknown) => askWhatTheyHeard(services, uri));
}
