import { Disposable } from 'vscode';
import type { Services } from '../features';
import { registerMoments } from './moments';
import { recordOnSave } from './record-on-save';
import { moveRecordsAlong } from './renames';

/** The care of a purpose over time: records on save, notes on how it fits, and the panel that shows them. */
export function registerHistory({ history }: Services): Disposable {
  return Disposable.from(
    recordOnSave(history.writer, history.log),
    moveRecordsAlong(history.files, history.log),
    registerMoments(history, () => undefined),
  );
}
