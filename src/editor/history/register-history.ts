import { commands, Disposable, Uri } from 'vscode';
import { isPurposeUri } from '../purpose-documents';
import type { Services } from '../services';
import { registerExportStory } from './export-story';
import { registerFitLens } from './fit-lens';
import { registerNoteCommands } from './note-commands';
import { HistoryPanel, PANEL_VIEW } from './panel';
import { recordOnSave } from './record-on-save';
import { moveRecordsAlong } from './renames';
import { Revisions } from './revisions';

/** The history features: records on save, notes on the fit, and the panel. */
export function registerHistory(services: Services): Disposable {
  const { context, history, lenses, lint, presence } = services;
  const revisions = new Revisions();
  const panel = new HistoryPanel(context, history, lint, revisions);
  void presence.look().then((isThere) => (isThere ? panel.restoreVisibility() : undefined));
  return Disposable.from(
    revisions,
    panel,
    recordOnSave(history.writer, history.log),
    moveRecordsAlong(history.files, history.writer, history.log),
    registerFitLens(lenses, history),
    registerNoteCommands(services, () => panel.shown),
    registerExportStory(services, () => panel.shown),
    commands.registerCommand('purpose.showHistory', async (given?: unknown) => {
      if (given instanceof Uri && isPurposeUri(given)) panel.show(given);
      await presence.look();
      await commands.executeCommand(`${PANEL_VIEW}.focus`);
    }),
  );
}
