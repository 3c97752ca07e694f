import { Disposable, env, type TextDocument, workspace } from 'vscode';
import type { HistoryRecord } from '../../history/record';
import { fold } from '../../history/statement-of';
import { deedWords, fitWords } from '../../history/vocabulary';
import { Dates } from '../../panel/dates';
import type { StatementLenses, StatementLensSource } from '../statement-lenses';
import type { HistoryServices } from './history-services';

/** Over the statement: what was last said of it, or when it last changed, and a place to say how it fits. */
export function registerFitLens(lenses: StatementLenses, { care }: HistoryServices): Disposable {
  const dates = new Dates(env.language);
  const source: StatementLensSource = {
    async lenses({ uri }: TextDocument) {
      const found = await care.last(uri);
      const { noted, refined } = found ?? {};
      const told = noted
        ? `${(noted.fit ? fitWords(noted.fit) : deedWords('note')).told}${phraseOf(noted)}, ${dates.relative(noted.time)}`
        : refined && `Refined ${dates.relative(refined.time)}`;
      const tooltip = noted?.note || 'Show how this purpose came to be';
      return [
        ...(told ? [{ title: told, tooltip, command: 'purpose.showHistory', arguments: [uri] }] : []),
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

/** The words that a note is about, as many as a line over the statement has room for. */
function phraseOf({ phrase = '' }: HistoryRecord): string {
  const words = fold(phrase);
  if (words === '') return '';
  return `: “${words.length > 40 ? `${words.slice(0, 39).trimEnd()}…` : words}”`;
}
