import { Disposable, env, type TextDocument, workspace } from 'vscode';
import { type LastWord, lastWord } from '../../history/last-word';
import type { HistoryRecord } from '../../history/record';
import { statementOf } from '../../history/statement-of';
import { fitWords, recordTypeWords } from '../../history/vocabulary';
import { Dates } from '../../panel/dates';
import { fold } from '../../text/fold';
import { shortened } from '../../text/shortened';
import type { StatementLenses, StatementLensSource } from '../statement/lens-sources';
import type { HistoryServices } from './history-services';

/** The code lens above the statement: its latest note or change, and a command to note how it fits. */
export function registerFitLens(lenses: StatementLenses, { care }: HistoryServices): Disposable {
  const dates = new Dates(env.language);
  const source: StatementLensSource = {
    async lenses(document: TextDocument) {
      const { uri } = document;
      const found = await care.last(uri);
      const last = found && lastWord(found, statementOf(document.getText())?.plain ?? '');
      const label = last && inWords(last, dates);
      const tooltip = (last?.kind === 'noted' && last.record.note) || 'Show how this purpose came to be';
      return [
        ...(label ? [{ title: label, tooltip, command: 'purpose.showHistory', arguments: [uri] }] : []),
        {
          title: 'Note the fit',
          tooltip: 'Note how it fits: it fits, too tight, too loose, or it pinches somewhere',
          command: 'purpose.noteFit',
          arguments: [uri],
        },
      ];
    },
  };
  return Disposable.from(
    lenses.add(source),
    care.onDidChange((folder) => {
      if (workspace.textDocuments.some(({ uri }) => care.concerns(folder, uri))) lenses.refresh();
    }),
  );
}

function inWords(last: LastWord, dates: Dates): string {
  if (last.kind === 'refined') return `Refined ${dates.relative(last.event.time)}`;
  const { record } = last;
  if (last.kind === 'reaffirmed') return `${recordTypeWords('reaffirm').past} ${dates.relative(record.time)}`;
  const { past } = record.fit ? fitWords(record.fit) : recordTypeWords('note');
  return `${past}${phraseOf(record)}, ${dates.relative(record.time)}`;
}

/** The words that a note is about, shortened for a code lens. */
function phraseOf({ phrase = '' }: HistoryRecord): string {
  const words = fold(phrase);
  if (words === '') return '';
  return `: “${shortened(words, 40)}”`;
}
