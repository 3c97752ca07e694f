import { commands, Disposable, workspace } from 'vscode';
import type { Services } from '../services';
import { registerReadingActions } from './reading-actions';
import { ReadingNotes } from './reading-notes';
import { secondReading } from './second-reading';
import { suggestThreeWordings } from './suggest-wordings';
import { isReadingOn, SWITCHES } from './switch';
import { registerTools } from './tools';

/**
 * A second reading by the user's language model. Nothing is registered until the user turns it on; turning it off
 * disposes of everything, including requests in progress.
 */
export function registerReading(services: Services): Disposable {
  let on: Disposable | undefined;
  const look = () => {
    if (isReadingOn() === (on !== undefined)) return;
    on?.dispose();
    on = on ? undefined : turnOn(services);
  };
  const listener = workspace.onDidChangeConfiguration((event) => {
    if (SWITCHES.some((setting) => event.affectsConfiguration(setting))) look();
  });
  look();
  return new Disposable(() => {
    listener.dispose();
    on?.dispose();
  });
}

function turnOn(services: Services): Disposable {
  const notes = new ReadingNotes();
  const off = new AbortController();
  return Disposable.from(
    notes,
    { dispose: () => off.abort() },
    commands.registerCommand('purpose.reading.read', (given?: unknown) =>
      secondReading(services, notes, given, off.signal),
    ),
    commands.registerCommand('purpose.reading.suggest', (given?: unknown, about?: unknown) =>
      suggestThreeWordings(services, given, about, off.signal),
    ),
    commands.registerCommand('purpose.reading.dismiss', (given?: unknown, key?: unknown) =>
      notes.dismiss(given, key),
    ),
    registerReadingActions(notes),
    registerTools(services),
  );
}
