import { type Command, Disposable, type TextDocument } from 'vscode';
import type { Services } from './features';

const DAY = 24 * 60 * 60 * 1000;

/** Says above the statement when it was last refined, and lets one note how it fits. */
export function registerHistoryLens({ history, lenses }: Services): Disposable {
  return Disposable.from(
    history.care.onDidChange(() => lenses.refresh()),
    lenses.add({
      async lenses({ uri }: TextDocument): Promise<readonly Command[]> {
        if (uri.scheme === 'untitled') return [];
        const refined = (await history.care.last(uri))?.refined;
        const note = { title: 'Note the fit', command: 'purpose.noteFit', arguments: [uri] };
        if (!refined) return [note];
        const title = `Last refined ${ago(Date.parse(refined.time), Date.now())}`;
        return [{ title, command: 'purpose.showHistory', arguments: [uri] }, note];
      },
    }),
  );
}

/** How long ago a moment was, in whole days, months or years. */
function ago(then: number, now: number): string {
  const days = Math.floor((now - then) / DAY);
  const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  if (days < 1) return 'today';
  if (days < 60) return words.format(-days, 'day');
  return days < 730
    ? words.format(-Math.floor(days / 30.4), 'month')
    : words.format(-Math.floor(days / 365), 'year');
}
