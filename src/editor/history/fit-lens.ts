import { Disposable, env, type TextDocument, workspace } from 'vscode';
import { fitInWords } from '../../history/story';
import { Dates } from '../../panel/dates';
import type { StatementLenses, StatementLensSource } from '../code-lens';
import type { HistoryServices } from './history-services';

/** Over the statement: what was last said of it, or when it last changed, and a place to say how it fits. */
export function registerFitLens(lenses: StatementLenses, { care }: HistoryServices): Disposable {
  const dates = new Dates(env.language);
  const source: StatementLensSource = {
    async lenses({ uri }: TextDocument) {
      const found = await care.last(uri);
      const { noted, refined } = found ?? {};
      const told = noted
        ? `${sentence(fitInWords(noted.fit ?? 'noted'))}, ${dates.relative(noted.time)}`
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

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
