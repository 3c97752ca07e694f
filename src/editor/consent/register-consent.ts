import { commands, Disposable } from 'vscode';
import type { Services } from '../services';
import { answer } from './answer';
import { askPeople } from './ask-for-consent';
import { ratifyStatement } from './ratify';

/** A consent round: asking, answering, ratifying. */
export function registerConsent(services: Services): Disposable {
  return Disposable.from(
    commands.registerCommand('purpose.askForConsent', (uri?: unknown) => askPeople(services, uri)),
    commands.registerCommand('purpose.answer', (uri?: unknown) => answer(services, uri)),
    commands.registerCommand('purpose.ratify', (uri?: unknown) => ratifyStatement(services, uri)),
  );
}
