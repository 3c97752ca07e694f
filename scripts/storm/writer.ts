import { join } from 'node:path';
import { NodeFiles } from '../../src/files/node-files';
import { Recorder } from '../../src/history/recorder';
import { statementFigures } from '../../src/lint/statement-figures';

// One of several processes that write the history of one purpose: `node writer.mjs FOLDER WRITER COUNT` saves wordings and
// notes something of them in turn, as an editor's window does.

const [folder = '.', writer = '0', count = '1'] = process.argv.slice(2);
const path = join(folder, 'team.purpose.md');
const files = new NodeFiles();
const recorder = new Recorder({
  files,
  git: { committed: async () => undefined, isCommitted: async () => false, formerNames: async () => [] },
  now: () => new Date(),
  figuresOf: statementFigures,
  authorOf: async () => `W${writer}`,
});
for (let at = 0; at < Number(count); at++) {
  if (at % 2 === 0) await recorder.recordEntry(path, { type: 'note', note: `note ${writer}.${at}.` });
  else {
    const text = `# T\n\nWe mend net ${writer}.${at}. so that fishers in Leith sail on Monday.\n`;
    await recorder.beforeSave(path, text);
    await files.write(path, new TextEncoder().encode(text));
    await recorder.saved(path, text);
  }
}
