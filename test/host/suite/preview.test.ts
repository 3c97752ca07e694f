import assert from 'node:assert/strict';
import { commands } from 'vscode';
import { openDocument } from './support/documents';
import { eventually, tick } from './support/events';
import { onlyIn } from './support/options';

const SENTENCE = 'We mend bicycles for commuters in Leith so that they ride to work on time.';

describe('the Markdown preview', () => {
  // The served editor runs its Markdown extension in Node, and no extension of a web worker can reach it there.
  onlyIn(
    'node',
    'colours the statement of a purpose file, its blanks and copies, and nothing else',
    async () => {
      const { document } = await openDocument(`# Kitchen\n\n> ${SENTENCE}\n\nSince {{when}}.\n`);
      const render = (of: typeof document) => commands.executeCommand<string>('markdown.api.render', of);
      const html = await eventually('the classes', [tick], async () => {
        const now = await render(document);
        return now.includes('purpose-who') ? now : undefined;
      });
      assert.match(html, /<span class="[^"]*purpose-what[^"]*">/);
      assert.match(html, /<span class="purpose-blank">\{\{when\}\}<\/span>/);
      const plain = await openDocument(`${SENTENCE} {{when}}\n`, 'plain/preview.md');
      assert.doesNotMatch(await render(plain.document), /purpose-/);
      const copy = '<!-- purpose:begin crew.purpose.md -->\n> We row.\n<!-- purpose:end -->\n';
      const host = await openDocument(copy, 'plain/preview-copy.md');
      assert.match(await render(host.document), /<div class="purpose-copy">/);
    },
  );
});
