import { KeyedQueue } from '../../async/keyed-queue';
import type { TextEdit } from '../../text/text-edit';
import type { EditRefusal } from '../text-edits';

/** The open document of a file with copies. */
export interface UpdatedDocument {
  readonly isDirty: boolean;
  getText(): string;
  save(): PromiseLike<boolean>;
}

/** How a file with copies is read and edited. */
export interface UpdateAccess {
  /** Its text, and the edits of the copies to update; `undefined` if it cannot be read. */
  look(): Promise<{ readonly text: string; readonly edits: readonly TextEdit[] } | undefined>;
  edit(edits: readonly TextEdit[]): Promise<'done' | EditRefusal>;
}

/** The outcome of an update. `unsaved`: the document is edited, but saving it failed. */
export type UpdateOutcome = 'updated' | 'unsaved' | 'unchanged' | EditRefusal;

/** How often a file is looked at again because the user types in it. */
const LOOKS = 5;

/** Updates the copies of files, each by one edit; updates of one file run in sequence. */
export class FileUpdates {
  readonly #queue = new KeyedQueue();

  /** Updates copies of a file. A document without unsaved changes is saved. */
  update(key: string, document: UpdatedDocument, access: UpdateAccess): Promise<UpdateOutcome> {
    return this.#queue.run(key, () => update(document, access));
  }
}

async function update(document: UpdatedDocument, access: UpdateAccess): Promise<UpdateOutcome> {
  for (let looked = 0; looked < LOOKS; looked++) {
    const state = await access.look();
    if (!state) return 'unchanged';
    // The user has typed while the purposes were read, so the edits are for another text.
    if (state.text !== document.getText()) continue;
    if (state.edits.length === 0) return 'unchanged';
    const wasDirty = document.isDirty;
    const outcome = await access.edit(state.edits);
    if (outcome === 'changed') continue;
    if (outcome !== 'done') return outcome;
    return wasDirty || (await document.save()) ? 'updated' : 'unsaved';
  }
  return 'changed';
}
