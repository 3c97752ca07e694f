import type { FileAccess } from '../../../src/files/file-access';
import type { Random } from '../../../src/history/append-record';
import type { FiguresOf, HistoryRecord } from '../../../src/history/record';
import { RecordLog } from '../../../src/history/record-log';
import type { EntryDraft, RecordEvent } from '../../../src/history/recorder-types';
import type { StatementText } from '../../../src/history/statement-of';
import { WordingWriter } from '../../../src/history/wording-writer';

/** A wording saved at a time. */
export interface Writing {
  readonly statement: StatementText;
  readonly author: string;
  readonly now: Date;
  readonly figuresOf: FiguresOf;
  readonly formerNames?: () => Promise<readonly string[]>;
  readonly isCommitted?: (path: string) => Promise<boolean>;
  readonly random?: Random;
}

/** Records a saved wording, without a file on disk. */
export async function recordRefinement(
  files: FileAccess,
  path: string,
  writing: Writing,
): Promise<HistoryRecord | undefined> {
  const events: RecordEvent[] = [];
  await writerFor(files, path, writing, (event) => events.push(event)).writeRefined(
    writing.statement,
    writing.author,
  );
  return events[0]?.record;
}

/** Records a note, reaffirmation or pivot on a saved wording. */
export async function recordEntry(
  files: FileAccess,
  path: string,
  draft: EntryDraft,
  writing: Writing,
): Promise<HistoryRecord> {
  const writer = writerFor(files, path, writing);
  if (draft.type !== 'adopt') await writer.writeRefined(writing.statement, writing.author);
  return writer.writeEntry(draft, writing.statement, writing.author);
}

function writerFor(
  files: FileAccess,
  path: string,
  { author, now, figuresOf, formerNames, isCommitted, random }: Writing,
  onRecord: (event: RecordEvent) => void = () => {},
): WordingWriter {
  const log = new RecordLog(files, path, { random, ...(formerNames && { formerNames }) });
  const git = {
    committed: async () => undefined,
    isCommitted: isCommitted ?? (async () => false),
    formerNames: formerNames ?? (async () => []),
  };
  return new WordingWriter(
    log,
    { files, git, now: () => now, figuresOf, authorOf: async () => author },
    onRecord,
  );
}
